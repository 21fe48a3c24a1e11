// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.source;

import dev.clew.code.history.CommitSearch.Found;
import dev.clew.code.history.CommitSearch.Hit;
import dev.clew.code.history.FileChange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commits that were looked for.
 *
 * @param commits newest first
 * @param more that there may be older ones
 * @param unknown how many commits were not searched, since the index does not have them
 */
public record CommitsJson(List<HitJson> commits, boolean more, int unknown) {
  /** A commit and those of its files that answer. */
  public record HitJson(CommitJson commit, List<FileJson> files) {
    static HitJson of(Hit hit, Map<String, String> words) {
      return new HitJson(
          CommitJson.of(hit.commit().commit()),
          hit.files().stream().map(file -> FileJson.of(file, words)).toList());
    }
  }

  /**
   * What a commit did to a file.
   *
   * @param path its path after the commit
   * @param from its path before, when that is another
   * @param change added, modified, removed, renamed or copied
   * @param kind what the file is for
   * @param layout true when only white space and comments differ
   * @param added how many lines were added
   * @param removed how many lines were removed
   * @param addedWords the words asked for that stand in added lines
   * @param removedWords the same of removed lines
   */
  public record FileJson(
      String path,
      @Nullable String from,
      String change,
      String kind,
      boolean layout,
      int added,
      int removed,
      List<String> addedWords,
      List<String> removedWords) {
    static FileJson of(FileChange file, Map<String, String> words) {
      return new FileJson(
          file.newPath(),
          file.oldPath().equals(file.newPath()) ? null : file.oldPath(),
          file.kind().name().toLowerCase(Locale.ROOT),
          file.purpose().words(),
          file.formatOnly(),
          file.spans().stream().mapToInt(FileChange.Span::added).sum(),
          file.spans().stream().mapToInt(FileChange.Span::removed).sum(),
          asked(file.added(), words),
          asked(file.removed(), words));
    }

    private static List<String> asked(Map<String, Integer> has, Map<String, String> words) {
      return words.entrySet().stream()
          .filter(word -> has.containsKey(word.getKey()))
          .map(Map.Entry::getValue)
          .sorted()
          .toList();
    }
  }

  /** What was found for {@code words}, by their stems. */
  public static CommitsJson of(Found found, Map<String, String> words) {
    return new CommitsJson(
        found.hits().stream().map(hit -> HitJson.of(hit, words)).toList(),
        found.more(),
        found.unknown());
  }
}

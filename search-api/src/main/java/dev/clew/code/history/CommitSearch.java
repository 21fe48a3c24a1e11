// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.history;

import dev.clew.code.Commit;
import dev.clew.code.CommitRange;
import dev.clew.code.FileDiff;
import dev.clew.code.FileKind;
import dev.clew.code.GitRepository;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds commits by the words that they say, add and take away, by the files that they touch and by
 * who made them. A file is followed through its names.
 */
public final class CommitSearch {
  private final GitRepository repository;
  private final HistoryIndex index;

  public CommitSearch(GitRepository repository, HistoryIndex index) {
    this.repository = repository;
    this.index = index;
  }

  /**
   * What is looked for; all of it must hold.
   *
   * @param words stems; each must stand in the message, or in the edits or the path of one file
   *     that fits; none for any
   * @param path a file or a folder; empty for any
   * @param author part of the author's name, in any case; empty for anyone
   * @param kind what the files are for; null for anything
   */
  public record Question(Set<String> words, String path, String author, @Nullable FileKind kind) {
    public Question {
      words = Set.copyOf(words);
      author = author.toLowerCase(Locale.ROOT);
    }

    private boolean asksForFiles() {
      return !path.isEmpty() || kind != null;
    }

    /** The files that have, together with the message, all the words. */
    private List<FileChange> filesOf(PastCommit past, String name) {
      Set<String> left = new HashSet<>(words);
      left.removeAll(past.words().keySet());
      return past.files().stream()
          .filter(file -> kind == null || kind == file.purpose())
          .filter(file -> isAt(file, name))
          .filter(file -> left.stream().allMatch(word -> has(file, word)))
          .toList();
    }

    private static boolean has(FileChange file, String word) {
      return file.added().containsKey(word)
          || file.removed().containsKey(word)
          || Terms.of(file.newPath()).contains(word);
    }

    private boolean isBy(Commit commit) {
      return commit.author().toLowerCase(Locale.ROOT).contains(author);
    }
  }

  /**
   * A commit that was found.
   *
   * @param commit what is kept of it
   * @param files those of its files that answer the question
   */
  public record Hit(PastCommit commit, List<FileChange> files) {}

  /**
   * What was found.
   *
   * @param hits newest first
   * @param more that there may be older ones than the last hit
   * @param unknown how many commits of the range are not in the index
   */
  public record Found(List<Hit> hits, boolean more, int unknown) {}

  /** The newest {@code limit} commits of {@code range} that answer the question. */
  public Found find(CommitRange range, Question question, int limit) {
    List<Commit> commits = repository.commits(range);
    List<Set<String>> having = question.words().stream().map(index::having).toList();
    List<Hit> hits = new ArrayList<>();
    String path = question.path();
    int unknown = 0;
    for (Commit commit : commits) {
      String id = commit.id();
      Optional<List<String>> changed = index.changedPaths(id);
      if (changed.isEmpty()) {
        unknown++;
        continue;
      }
      String name = path;
      boolean touched = changed.get().stream().anyMatch(each -> isAt(each, name));
      // also one without the words may give the file another name
      if (touched && (!name.isEmpty() || having.stream().allMatch(ids -> ids.contains(id)))) {
        PastCommit past = index.commit(id).orElseThrow();
        List<FileChange> files = question.filesOf(past, name);
        boolean answers =
            !files.isEmpty()
                || (!question.asksForFiles()
                    && past.words().keySet().containsAll(question.words()));
        if (answers && question.isBy(commit)) {
          if (hits.size() == limit) {
            return new Found(hits, true, unknown);
          }
          hits.add(new Hit(past, files));
        }
        path = nameBefore(past, name);
      }
    }
    return new Found(hits, commits.size() == range.limit(), unknown);
  }

  private static boolean isAt(FileChange file, String path) {
    return isAt(file.newPath(), path) || isAt(file.oldPath(), path);
  }

  private static boolean isAt(String file, String path) {
    return path.isEmpty() || file.equals(path) || file.startsWith(path + "/");
  }

  /** What the file was called before the commit. */
  private static String nameBefore(PastCommit past, String path) {
    return past.files().stream()
        .filter(file -> file.newPath().equals(path) && file.kind() != FileDiff.Kind.ADDED)
        .map(FileChange::oldPath)
        .findFirst()
        .orElse(path);
  }
}

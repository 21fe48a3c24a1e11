// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.code.Commit;
import dev.clew.code.FileKind;
import dev.clew.code.GitRepository;
import dev.clew.code.PathIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chooses whose edits are read, and turns commits into words. */
final class Candidates {
  /**
   * Most commits whose edits are read; the others have no hand in the failing code and are older.
   */
  static final int MAX_READ = 1_000;

  private static final double MESSAGE = 1.0;
  private static final double PATH = 0.7;
  private static final double ADDED = 1.0;
  private static final double REMOVED = 0.8;
  private static final double MOST_PER_WORD = 6;

  private Candidates() {}

  /** The commits to read: those with a hand in the failing code first, then the newest. */
  static List<Commit> choose(
      GitRepository repository, List<Commit> newestFirst, FailingCode code, Relevance messages) {
    Map<String, Double> worth = new HashMap<>();
    Map<String, Double> files = code.fileNames();
    int age = 0;
    for (Commit commit : newestFirst) {
      double value = code.touches(commit.id()).isEmpty() ? 0 : 3;
      value +=
          repository.changedPaths(commit.id()).stream()
                  .mapToDouble(path -> files.getOrDefault(PathIndex.name(path), 0.0))
                  .max()
                  .orElse(0)
              * 2;
      value += messages.share(commit.id()) + 1.5 / (1 + age++ / 40.0);
      worth.put(commit.id(), value);
    }
    Set<Commit> chosen =
        new LinkedHashSet<>(
            newestFirst.stream()
                .sorted(Comparator.comparingDouble((Commit commit) -> -worth.get(commit.id())))
                .limit(MAX_READ)
                .toList());
    return new ArrayList<>(chosen);
  }

  /** Words of a commit's message and paths. */
  static Map<String, Double> words(GitRepository repository, Commit commit) {
    Map<String, Double> words = new LinkedHashMap<>();
    add(words, Words.of(commit.message()), MESSAGE);
    repository.changedPaths(commit.id()).stream()
        .filter(path -> FileKind.of(path).runs())
        .limit(50)
        .forEach(path -> add(words, Words.of(path), PATH));
    return words;
  }

  /** Words of a commit's message, paths and edits. */
  static Map<String, Double> words(GitRepository repository, Candidate.OfCommit candidate) {
    Map<String, Double> words = words(repository, candidate.commit());
    candidate.edits().added().forEach(line -> add(words, Words.of(line.plain()), ADDED));
    candidate.edits().removed().forEach(line -> add(words, Words.of(line.plain()), REMOVED));
    return words;
  }

  private static void add(Map<String, Double> words, List<String> more, double weight) {
    more.forEach(word -> words.merge(word, weight, (a, b) -> Math.min(MOST_PER_WORD, a + b)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.code.Commit;
import dev.clew.code.FileKind;
import dev.clew.code.GitRepository;
import dev.clew.code.PathIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far back a commit is: in the whole history, and among the commits of a file. */
public final class History {
  private final Map<String, Integer> ages = new HashMap<>();
  private final Map<String, Map<String, Integer>> fileAges = new HashMap<>();

  /**
   * Counts {@code commits}, newest first, over the files that matter.
   *
   * @param files their names without folders, which stay the same when folders move
   */
  static History of(GitRepository repository, List<Commit> commits, Set<String> files) {
    History history = new History();
    Map<String, Integer> seen = new HashMap<>();
    for (Commit commit : commits) {
      history.ages.put(commit.id(), history.ages.size());
      for (String path : repository.changedPaths(commit.id())) {
        if (files.contains(PathIndex.name(path)) && FileKind.of(path).runs()) {
          history
              .fileAges
              .computeIfAbsent(commit.id(), id -> new HashMap<>())
              .put(path, seen.merge(PathIndex.name(path), 1, Integer::sum) - 1);
        }
      }
    }
    return history;
  }

  /** No history. */
  static History empty() {
    return new History();
  }

  /** How many commits are newer; the whole history's length for one outside it. */
  public int age(String commit) {
    return ages.getOrDefault(commit, ages.size());
  }

  /** How many commits there are. */
  public int length() {
    return ages.size();
  }

  /** For each file that matters and that the commit touches: how many newer commits touch it. */
  public Map<String, Integer> fileAges(String commit) {
    return fileAges.getOrDefault(commit, Map.of());
  }
}

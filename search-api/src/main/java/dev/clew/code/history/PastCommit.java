// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.history;

import dev.clew.code.Commit;
import java.util.List;
import java.util.Map;

/**
 * A commit as the index keeps it.
 *
 * @param commit who, when, what for
 * @param changedPaths what {@code GitRepository.changedPaths} says
 * @param words how often each word stands in the message
 * @param files what it did to each file; empty for merges
 */
public record PastCommit(
    Commit commit, List<String> changedPaths, Map<String, Integer> words, List<FileChange> files) {
  public PastCommit {
    changedPaths = List.copyOf(changedPaths);
    files = List.copyOf(files);
  }
}

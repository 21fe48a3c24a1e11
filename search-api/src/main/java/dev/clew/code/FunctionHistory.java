// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.util.List;

/**
 * What became of a function over time.
 *
 * @param function its name at the commit asked about
 * @param from its first line there, from 1
 * @param to its last line there, inclusive
 * @param changes commits that changed it, newest first
 * @param complete that the last of them introduced it; false when the search ended before
 */
public record FunctionHistory(
    String function, int from, int to, List<Change> changes, boolean complete) {

  public FunctionHistory {
    changes = List.copyOf(changes);
  }

  /** What a commit did to a function. */
  public enum Kind {
    INTRODUCED,
    RENAMED,
    CHANGED
  }

  /**
   * A commit that changed the function.
   *
   * @param kind what it did
   * @param path file of the function in that commit
   * @param line where the function starts in that commit, from 1
   * @param added lines of the function that are new in that commit
   * @param removed lines of the function before that the commit removed
   */
  public record Change(Commit commit, Kind kind, String path, int line, int added, int removed) {}
}

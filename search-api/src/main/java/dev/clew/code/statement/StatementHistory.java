// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import dev.clew.code.Commit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a statement, newest first.
 *
 * @param versions the commits that changed it and what it said after each
 * @param introduced the commit that brought it; null when the history is longer than was followed
 */
public record StatementHistory(List<Version> versions, @Nullable Commit introduced) {
  /**
   * The statement after a commit.
   *
   * @param commit which changed it
   * @param path its file then
   * @param line its first line then
   * @param text what it said then
   */
  public record Version(Commit commit, String path, int line, String text) {}

  public StatementHistory {
    versions = List.copyOf(versions);
  }
}

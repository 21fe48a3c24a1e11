// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.time.Instant;
import java.util.List;

/**
 * One commit.
 *
 * @param id forty hex digits
 * @param author name of the author
 * @param time when it was committed
 * @param subject first paragraph of the message, on one line
 * @param message the whole message
 * @param parents ids of its parents, first parent first; empty for a root commit
 */
public record Commit(
    String id, String author, Instant time, String subject, String message, List<String> parents) {
  public Commit {
    parents = List.copyOf(parents);
  }

  /** The first eight digits of the id, as people write it. */
  public String shortId() {
    return id.substring(0, Math.min(8, id.length()));
  }

  /** True for a commit that joins histories; what it brings is in the commits it joins. */
  public boolean isMerge() {
    return parents.size() > 1;
  }
}

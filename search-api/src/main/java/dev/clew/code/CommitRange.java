// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which commits: those reachable from {@code to} and not from {@code after}.
 *
 * @param after commit whose history is left out; null leaves nothing out
 * @param to commit to start from, itself included
 * @param since leaves out commits older than this; null leaves none out
 * @param until leaves out commits younger than this; null leaves none out
 * @param limit most commits, at least 1
 */
public record CommitRange(
    @Nullable String after,
    String to,
    @Nullable Instant since,
    @Nullable Instant until,
    int limit) {
  public CommitRange {
    if (limit < 1) {
      throw new IllegalArgumentException("a range of commits needs a limit of at least 1");
    }
  }

  /** The newest {@code limit} commits of the history of {@code to}. */
  public static CommitRange upTo(String to, int limit) {
    return new CommitRange(null, to, null, null, limit);
  }

  /** Reachable from {@code to}, not from {@code after}: Git's {@code after..to}. */
  public static CommitRange between(String after, String to, int limit) {
    return new CommitRange(after, to, null, null, limit);
  }

  /** The same range without commits younger than {@code instant}. */
  public CommitRange before(Instant instant) {
    return new CommitRange(after, to, since, instant, limit);
  }

  /** The same range without commits older than {@code instant}. */
  public CommitRange from(Instant instant) {
    return new CommitRange(after, to, instant, until, limit);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.admit.Capacity;
import java.time.Duration;

/**
 * What a server spends on its askers.
 *
 * @param deadline the longest that anybody waits for an answer
 * @param capacity what is worked on at once
 * @param tails readers at once of what comes
 * @param streams answers at once that are sent while they are found
 */
public record Limits(Duration deadline, Capacity capacity, int tails, int streams) {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final int TAILS = 200;
  private static final int STREAMS = 32;

  /** What suits a machine with so many {@code cores} and a heap of at most {@code memory} bytes. */
  public static Limits of(int cores, long memory) {
    return new Limits(DEADLINE, Capacity.of(cores, memory), TAILS, STREAMS);
  }
}

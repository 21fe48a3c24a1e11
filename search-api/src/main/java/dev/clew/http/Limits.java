// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.admit.Capacity;
import java.time.Duration;

/**
 * What a server spends on its askers.
 *
 * @param deadline the longest that anybody waits for an answer
 * @param capacity what is worked on at once
 */
public record Limits(Duration deadline, Capacity capacity) {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  /** What suits a machine with so many {@code cores} and a heap of at most {@code memory} bytes. */
  public static Limits of(int cores, long memory) {
    return new Limits(DEADLINE, Capacity.of(cores, memory));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import java.util.concurrent.TimeUnit;

/**
 * How long an answer takes, on the clock that never jumps.
 *
 * @param startNanos of {@link System#nanoTime}
 */
public record Stopwatch(long startNanos) {
  /** Starts now. */
  public static Stopwatch start() {
    return new Stopwatch(System.nanoTime());
  }

  /** Milliseconds since the start. */
  public long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.scan;

import java.time.Duration;

/**
 * How many events the next slice should have: the first ones are done soon, so that there is
 * something to show; later ones take a second, so that cutting costs little. One thread.
 */
final class Pace {
  private static final long FIRST = 20_000;
  private static final long LEAST = 1_000;
  private static final long SOON = Duration.ofMillis(200).toNanos();
  private static final long LONGEST = Duration.ofSeconds(1).toNanos();

  /** A slice may take this part of the time that has passed. */
  private static final int PART = 4;

  /** A slice is at most so many times larger, or smaller, than the one before. */
  private static final int MOST_CHANGE = 8;

  private final long least;
  private long wanted;
  private long spent;

  Pace() {
    this(FIRST, LEAST);
  }

  /**
   * @param first events of the first slice, and {@code least} of any later one
   */
  Pace(long first, long least) {
    this.wanted = first;
    this.least = least;
  }

  /** Events of the next slice. */
  long wanted() {
    return wanted;
  }

  /** A slice of {@code events} took {@code nanos}. */
  void took(long events, long nanos) {
    spent += nanos;
    if (events == 0) {
      return;
    }
    long aim = Math.clamp(spent / PART, SOON, LONGEST);
    double fitting = (double) events * aim / Math.max(1, nanos);
    long low = Math.max(least, wanted / MOST_CHANGE);
    wanted = Math.clamp((long) fitting, low, Math.max(low, wanted * MOST_CHANGE));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.window;

import dev.clew.event.TimeRange;

/** Arithmetic on stretches of time. */
public final class Windows {
  private Windows() {}

  /** The equally long time before. */
  public static TimeRange before(TimeRange range) {
    double start = range.from() - length(range);
    return new TimeRange(
        start <= Long.MIN_VALUE ? Long.MIN_VALUE : 2 * range.from() - range.to(), range.from());
  }

  /** What both hold; empty, at the nearer end, when they do not touch. */
  public static TimeRange overlap(TimeRange range, TimeRange other) {
    long from = Math.clamp(range.from(), other.from(), other.to());
    long to = Math.clamp(range.to(), other.from(), other.to());
    return new TimeRange(from, to);
  }

  /** Nanoseconds; more than 64 bits can hold for all of time. */
  public static double length(TimeRange range) {
    return (double) range.to() - range.from();
  }
}

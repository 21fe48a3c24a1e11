// SPDX-License-Identifier: Apache-2.0
package dev.clew.event;

import java.time.Instant;

/**
 * A half-open stretch of time.
 *
 * @param from first nanosecond inside, since the epoch
 * @param to first nanosecond after, since the epoch; not before {@code from}
 */
public record TimeRange(long from, long to) {

  /** All of time. */
  public static final TimeRange ALL = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

  public TimeRange {
    if (to < from) {
      throw new IllegalArgumentException(
          "a time range must not end before it starts: " + from + " to " + to);
    }
  }

  /** From the one instant up to, not including, the other. */
  public static TimeRange between(Instant from, Instant to) {
    return new TimeRange(EventTime.nanos(from), EventTime.nanos(to));
  }

  /** The shortest range that holds both nanoseconds. */
  public static TimeRange around(long first, long last) {
    return new TimeRange(first, last == Long.MAX_VALUE ? last : last + 1);
  }

  /** True when {@code epochNanos} lies inside; {@link #ALL} holds every value. */
  public boolean contains(long epochNanos) {
    return epochNanos >= from && (epochNanos < to || to == Long.MAX_VALUE);
  }
}

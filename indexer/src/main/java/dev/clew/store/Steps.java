// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.store.Grouping.ByTime;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Round lengths of time to cut a range into. Steps start at round local times: a step of an hour at
 * the full hour, one of a day at midnight, by the clock that holds at the range's start.
 */
public final class Steps {
  private static final long DAY = Duration.ofDays(1).toNanos();

  /** Ascending, in nanoseconds; the longest is 290 years. */
  private static final List<Long> LADDER =
      Stream.of(
              times(Duration.ofMillis(1), 1, 2, 5, 10, 20, 50, 100, 200, 500),
              times(Duration.ofSeconds(1), 1, 2, 5, 10, 15, 30),
              times(Duration.ofMinutes(1), 1, 2, 5, 10, 15, 30),
              times(Duration.ofHours(1), 1, 2, 3, 6, 12),
              times(Duration.ofDays(1), 1, 2, 7, 14, 30, 90, 180),
              times(Duration.ofDays(365), 1, 2, 5, 10, 20, 50, 100, 200, 290))
          .flatMap(List::stream)
          .toList();

  private Steps() {}

  /** The shortest step of which at most {@code most} touch {@code range}; at least 2 are needed. */
  public static ByTime of(TimeRange range, int most, ZoneId zone) {
    long anchor = isFar(range.from()) || isFar(range.to()) ? 0 : -offsetNanos(range, zone);
    for (long step : LADDER) {
      if (count(range, step, anchor) <= most) {
        return new ByTime(step, anchor);
      }
    }
    return new ByTime(LADDER.getLast(), anchor);
  }

  /** So close to what 64 bits can hold that local time would go over. */
  private static boolean isFar(long epochNanos) {
    return epochNanos < Long.MIN_VALUE + DAY || epochNanos > Long.MAX_VALUE - DAY;
  }

  private static long count(TimeRange range, long step, long anchor) {
    if (range.to() == range.from()) {
      return 0;
    }
    return Math.floorDiv(range.to() - 1 - anchor, step)
        - Math.floorDiv(range.from() - anchor, step)
        + 1;
  }

  private static List<Long> times(Duration unit, long... factors) {
    return LongStream.of(factors).mapToObj(factor -> unit.multipliedBy(factor).toNanos()).toList();
  }

  private static long offsetNanos(TimeRange range, ZoneId zone) {
    return Duration.ofSeconds(
            zone.getRules().getOffset(EventTime.instant(range.from())).getTotalSeconds())
        .toNanos();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.stage;

import dev.clew.event.TimeRange;
import dev.clew.query.pipe.Span;
import dev.clew.store.Grouping.ByTime;
import dev.clew.store.Steps;
import java.time.Duration;
import java.time.ZoneId;

/**
 * Steps of time: those of a day start at midnight, those of a week on Monday, by the clock that
 * holds at the start of the range.
 *
 * @param range of the events
 */
public record Grid(TimeRange range, ZoneId zone) {
  private static final int STEPS = 120;
  private static final long WEEK = Duration.ofDays(7).toNanos();

  /** The epoch began on a Thursday. */
  private static final long MONDAY = Duration.ofDays(4).toNanos();

  /** The steps of that length. */
  public ByTime of(Span span) {
    ByTime suitable = Steps.of(range, STEPS, zone);
    if (span.isAutomatic()) {
      return suitable;
    }
    long monday = span.nanos() % WEEK == 0 ? MONDAY : 0;
    return new ByTime(span.nanos(), suitable.anchorNanos() + monday);
  }
}

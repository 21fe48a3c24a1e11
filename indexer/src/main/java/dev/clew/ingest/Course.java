// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.event.EventTime;
import dev.clew.event.TimeQuality;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The course of the times in one source, in the order in which its events stand there. Tells which
 * events came late by nothing but that order, so a source that is at rest is enough. Not
 * thread-safe.
 */
final class Course {
  /** An event that came so long after its time came late. */
  static final Duration LATE = Duration.ofSeconds(60);

  /** What was put behind a later time by mistake is late no longer after so many events. */
  static final int MEMORY = 100;

  private static final long LATE_NANOS = LATE.toNanos();

  private @Nullable EventTime latest;
  private long previous;
  private int since;

  /** Steps forward less steps back: a source that lists its newest event first tells nothing. */
  private long forward;

  /**
   * The time of the next event of the source: with the doubt {@link TimeQuality.Doubt#LATE} where
   * one of the {@value #MEMORY} events before it is later by more than {@link #LATE}.
   */
  EventTime next(EventTime time) {
    if (!time.quality().isRead() || !time.quality().doubts().isEmpty()) {
      return time;
    }
    long now = time.epochNanos();
    EventTime top = latest;
    if (top != null) {
      forward += Long.compare(now, previous);
    }
    previous = now;
    boolean alike = top != null && top.quality().zone() == time.quality().zone();
    if (top == null || (alike && now >= top.epochNanos()) || ++since > MEMORY) {
      latest = time;
      since = 0;
      return time;
    }
    if (!alike || forward <= 0 || top.epochNanos() - now <= LATE_NANOS) {
      return time;
    }
    return new EventTime(now, time.quality().doubting(TimeQuality.Doubt.LATE));
  }
}

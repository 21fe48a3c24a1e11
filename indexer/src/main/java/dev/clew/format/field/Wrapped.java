// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import dev.clew.event.EventTime;
import dev.clew.event.TimeQuality;
import org.jspecify.annotations.Nullable;

/** Which time an event has that stands in a line of another program, which has a time too. */
final class Wrapped {
  private static final long QUARTER = 15 * 60 * 1_000_000_000L;
  private static final long FARTHEST = 56 * QUARTER;

  /** How much later than written a line may be collected for its zone to be told. */
  private static final long LATE = 60 * 1_000_000_000L;

  private Wrapped() {}

  /**
   * The time inside, which is when the statement was made. Where it names no zone and differs from
   * the one around it by whole quarters of an hour, that difference is its zone.
   */
  static @Nullable EventTime time(@Nullable EventTime inner, @Nullable EventTime outer) {
    if (inner == null || outer == null) {
      return inner == null ? outer : inner;
    }
    if (inner.quality().zone() != TimeQuality.Zone.ASSUMED
        || outer.quality().zone() == TimeQuality.Zone.ASSUMED) {
      return inner;
    }
    long ahead = inner.epochNanos() - outer.epochNanos();
    if (Math.abs(ahead) > FARTHEST + LATE) {
      return inner;
    }
    long zone = Math.round((double) ahead / QUARTER) * QUARTER;
    boolean told = Math.abs(ahead - zone) <= LATE;
    return told ? new EventTime(inner.epochNanos() - zone, outer.quality()) : inner;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.event;

import java.time.Instant;

/**
 * When an event says it happened.
 *
 * @param epochNanos nanoseconds since 1970-01-01T00:00:00Z; covers the years 1678 to 2261
 * @param quality how far it can be trusted
 */
public record EventTime(long epochNanos, TimeQuality quality) {
  private static final long NANOS = 1_000_000_000L;

  /** {@code instant}, clamped to what nanoseconds in 64 bits can hold. */
  public static EventTime of(Instant instant, TimeQuality quality) {
    return new EventTime(nanos(instant), quality);
  }

  /** Nanoseconds since the epoch of {@code instant}, clamped to what 64 bits can hold. */
  public static long nanos(Instant instant) {
    if (instant.getEpochSecond() >= Long.MAX_VALUE / NANOS) {
      return Long.MAX_VALUE;
    }
    if (instant.getEpochSecond() <= Long.MIN_VALUE / NANOS) {
      return Long.MIN_VALUE;
    }
    return instant.getEpochSecond() * NANOS + instant.getNano();
  }

  /** The instant of {@code epochNanos}. */
  public static Instant instant(long epochNanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(epochNanos, NANOS), Math.floorMod(epochNanos, NANOS));
  }

  /** The same moment as an instant. */
  public Instant instant() {
    return instant(epochNanos);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * Makes moments of civil times: fills in a missing year, date or zone. Remembers the offset of the
 * last quarter of an hour, since neighbours in a log share it. Not thread-safe.
 */
final class LocalTimes {
  private static final long NANOS = 1_000_000_000L;

  /** Clocks and zones may be off, so that a line seems younger than its file. */
  private static final long TOLERANCE = 2L * 86_400;

  private static final long QUARTER = 900;

  private final ZoneRules rules;
  private final long reference;
  private final int referenceYear;
  private final LocalDateTime referenceDate;
  private long cachedQuarter = Long.MIN_VALUE;
  private int cachedOffset;

  /**
   * @param reference a moment close to the times read: a missing year is the last that makes no
   *     line younger than it, a missing date is its own
   */
  LocalTimes(ZoneId zone, Instant reference) {
    this.rules = zone.getRules();
    this.referenceDate = LocalDateTime.ofInstant(reference, zone);
    this.reference = referenceDate.toEpochSecond(ZoneOffset.UTC);
    this.referenceYear = referenceDate.getYear();
  }

  /** Nanoseconds since the epoch. */
  long nanos(CivilTime time) {
    if (time.month == CivilTime.NO_DATE) {
      time.month = referenceDate.getMonthValue();
      time.day = referenceDate.getDayOfMonth();
      time.year = referenceYear;
      return withOffset(time, time.localSeconds(referenceYear));
    }
    long local = time.year == CivilTime.NO_YEAR ? lastYear(time) : time.localSeconds(time.year);
    return withOffset(time, local);
  }

  private long lastYear(CivilTime time) {
    long local = time.localSeconds(referenceYear + 1);
    for (int year = referenceYear; local - reference > TOLERANCE; year--) {
      local = time.localSeconds(year);
    }
    return local;
  }

  private long withOffset(CivilTime time, long local) {
    long offset = time.offset == CivilTime.NO_ZONE ? offset(local) : time.offset;
    return (local - offset) * NANOS + time.nano;
  }

  private int offset(long local) {
    long quarter = Math.floorDiv(local, QUARTER);
    if (quarter != cachedQuarter) {
      cachedQuarter = quarter;
      cachedOffset =
          rules
              .getOffset(LocalDateTime.ofEpochSecond(quarter * QUARTER, 0, ZoneOffset.UTC))
              .getTotalSeconds();
    }
    return cachedOffset;
  }
}

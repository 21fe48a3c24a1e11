// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

import dev.clew.event.TimeQuality;
import dev.clew.event.TimeQuality.Doubt;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known about time in one source, shared by all that read its lines: its zone, when it was
 * last written, and the times read so far. Fills in a missing year, date or zone. Not thread-safe.
 */
public final class SourceClock {
  private static final long NANOS = 1_000_000_000L;
  private static final long DAY = 86_400;

  /** Clocks and zones may be off, so that a line seems younger than its file. */
  private static final long TOLERANCE = 2 * DAY;

  /** How much younger than the file a time of day may be. */
  private static final long CLOCK_TOLERANCE = 3_600;

  /** A time of day that is earlier than the one before by more is of the next day. */
  private static final long DAY_JITTER = 5_400;

  private static final long YEAR = 366 * DAY;

  /** The first and last whole second that 64 bits of nanoseconds hold. */
  private static final long LAST = Long.MAX_VALUE / NANOS - 1;

  private final LocalZone own;
  private final TimeQuality.Zone zoneFrom;
  private final Map<String, LocalZone> named = new HashMap<>();
  private final DayOrder dayOrder = new DayOrder();
  private long reference;
  private long localReference;
  private int referenceYear;
  private long lastClock = Long.MIN_VALUE;

  /**
   * @param zone where times without a zone were written
   * @param zoneFrom whether a rule names that zone or it is assumed
   * @param reference when the source was last written: a missing year is the last that makes no
   *     line younger than that, but for two days
   */
  public SourceClock(ZoneId zone, TimeQuality.Zone zoneFrom, Instant reference) {
    this.own = new LocalZone(zone);
    this.zoneFrom = zoneFrom;
    take(reference.getEpochSecond());
  }

  private void take(long moment) {
    reference = moment;
    localReference = moment + own.offsetAt(moment);
    CivilTime date = new CivilTime();
    date.epochDay(Math.floorDiv(localReference, DAY));
    referenceYear = date.year;
  }

  /** The source was written again at {@code moment}: to be told when a followed file grows. */
  public void advance(Instant moment) {
    if (moment.getEpochSecond() > reference) {
      take(moment.getEpochSecond());
    }
  }

  /** The source is read from its start: forgets the times read, but not the order of the day. */
  public void restart() {
    lastClock = Long.MIN_VALUE;
    own.restart();
    named.values().forEach(LocalZone::restart);
  }

  DayOrder dayOrder() {
    return dayOrder;
  }

  TimeQuality.Zone zoneFrom() {
    return zoneFrom;
  }

  /** True when {@code year}-{@code month}-{@code day} is later than the source was written. */
  boolean isFuture(int year, int month, int day) {
    return CivilTime.daysFromCivil(year, month, day) * DAY > localReference + TOLERANCE;
  }

  /**
   * Nanoseconds since the epoch. To be asked once for every time of the source, in its order, since
   * the next time is understood by this one.
   */
  long nanos(CivilTime time) {
    if (time.month == CivilTime.NO_DATE) {
      inferDate(time);
    } else if (time.year == CivilTime.NO_YEAR) {
      inferYear(time);
    }
    return nanos(moment(time, time.localSeconds(time.year)), time.nano, time);
  }

  /** Nanoseconds of a count since the epoch. */
  long nanos(long second, int nano, CivilTime time) {
    if (second > reference + YEAR || second < reference - 5 * YEAR) {
      time.doubt(Doubt.DISTANT);
    }
    if (second > LAST || second < -LAST) {
      time.doubt(Doubt.CLAMPED);
      return (second > 0 ? LAST : -LAST) * NANOS;
    }
    return second * NANOS + nano;
  }

  private long moment(CivilTime time, long local) {
    if (time.meanings != null) {
      chooseMeaning(time, time.meanings, local);
    }
    if (time.offset != CivilTime.NO_ZONE) {
      return local - time.offset;
    }
    return (time.zone == null ? own : named.computeIfAbsent(time.zone, SourceClock::zone))
        .epochSecond(local, time);
  }

  private static LocalZone zone(String name) {
    return new LocalZone(ZoneId.of(name));
  }

  /** A zone's word means what it means in the source's own zone, else what it means most often. */
  private void chooseMeaning(CivilTime time, int[] meanings, long local) {
    time.offset = meanings[0];
    int here = own.offsetAt(local - meanings[0]);
    for (int meaning : meanings) {
      if (meaning == here) {
        time.offset = meaning;
        if (zoneFrom == TimeQuality.Zone.RULE) {
          return;
        }
      }
    }
    time.doubt(Doubt.ZONE_WORD);
  }

  private void inferYear(CivilTime time) {
    time.doubt(Doubt.YEAR);
    int year = referenceYear + 1;
    while (!CivilTime.isDate(year, time.month, time.day)
        || time.localSeconds(year) - localReference > TOLERANCE) {
      year--;
    }
    time.year = year;
  }

  /** The last such time of day before the source was written, then day by day. */
  private void inferDate(CivilTime time) {
    time.doubt(Doubt.DATE);
    int clock = time.secondOfDay();
    long before = lastClock == Long.MIN_VALUE ? localReference : lastClock;
    long local = Math.floorDiv(before, DAY) * DAY + clock;
    if (lastClock == Long.MIN_VALUE) {
      local -= local > localReference + CLOCK_TOLERANCE ? DAY : 0;
    } else if (local < lastClock - DAY_JITTER) {
      local += DAY;
    } else if (local > lastClock + DAY - DAY_JITTER) {
      local -= DAY;
    }
    lastClock = local;
    time.epochDay(Math.floorDiv(local, DAY));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

import dev.clew.event.EventTime;
import dev.clew.event.TimeQuality;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Finds and reads the time stamps of one source. Looks first where the last line had its own. Not
 * thread-safe.
 */
public final class TimeScanner {
  private static final TimeQuality YEAR_INFERRED =
      new TimeQuality(TimeQuality.Source.READ, TimeQuality.Zone.ASSUMED, true);
  private static final TimeQuality YEAR_INFERRED_ZONED =
      new TimeQuality(TimeQuality.Source.READ, TimeQuality.Zone.EXPLICIT, true);

  private final CivilTime time = new CivilTime();
  private final LocalTimes local;
  private boolean dayFirst;
  private int lastStart;
  private int start;
  private int end;
  private long nanos;
  private TimeQuality quality = TimeQuality.EXACT;

  /**
   * @param zone where times without a zone were written
   * @param reference when the source was last written: a missing year is the last that makes no
   *     line younger than that
   */
  public TimeScanner(ZoneId zone, Instant reference) {
    this.local = new LocalTimes(zone, reference);
  }

  /** What {@code 03/04/2026} means from now on: true for 3 April. */
  public void dayFirst(boolean value) {
    this.dayFirst = value;
  }

  /** True when {@code text} at {@code at} can only be read with the day first: {@code 31/12/…}. */
  public static boolean isDayFirst(String text, int at) {
    int end = Chars.digitsEnd(text, at, 3);
    return end - at <= 2
        && end > at
        && Chars.at(text, end) == '/'
        && Chars.isDigit(Chars.at(text, end + 1))
        && Chars.number(text, at, end) > 12
        && Chars.digitsEnd(text, end + 1, 3) - end <= 3
        && Chars.digitsEnd(text, Chars.digitsEnd(text, end + 1, 3) + 1, 5)
                - Chars.digitsEnd(text, end + 1, 3)
            == 5;
  }

  /**
   * Finds the first time that starts before {@code limit}, at the beginning of a word.
   *
   * @return true when there is one; {@link #start}, {@link #end}, {@link #time} then tell of it
   */
  public boolean find(String text, int limit) {
    if (lastStart < limit && startsWord(text, lastStart) && read(text, lastStart)) {
      return true;
    }
    int stop = Math.min(limit, text.length());
    for (int at = 0; at < stop; at++) {
      char c = text.charAt(at);
      if ((Chars.isDigit(c) || Chars.isLetter(c) || c == '@')
          && startsWord(text, at)
          && read(text, at)) {
        lastStart = at;
        return true;
      }
    }
    return false;
  }

  /** Finds the first count since the epoch that starts before {@code limit}. */
  public boolean findEpoch(String text, int limit) {
    if (lastStart < limit && startsWord(text, lastStart) && readEpoch(text, lastStart)) {
      return true;
    }
    int stop = Math.min(limit, text.length());
    for (int at = 0; at < stop; at++) {
      if (Chars.isDigit(text.charAt(at)) && startsWord(text, at) && readEpoch(text, at)) {
        lastStart = at;
        return true;
      }
    }
    return false;
  }

  /** Reads a date with a time of day that starts at {@code at}. */
  public boolean read(String text, int at) {
    char c = Chars.at(text, at);
    time.clear();
    int stop = -1;
    if (Chars.isDigit(c)) {
      stop = NumericDates.read(text, at, time, dayFirst);
    } else if (Chars.isLetter(c)) {
      stop = NamedDates.read(text, at, time);
    } else if (c == '@') {
      return readTai(text, at);
    }
    return stop > 0 && accept(at, stop);
  }

  /** Reads a time of day without a date that starts at {@code at}; the date is the reference's. */
  public boolean readClock(String text, int at) {
    time.clear();
    int colon = Chars.digitsEnd(text, at, 3);
    if (colon - at != 2 || Chars.at(text, colon) != ':') {
      return false;
    }
    int stop = Clock.read(text, at, time);
    return stop - at >= 8 && accept(at, stop);
  }

  /** Reads a count since the epoch that starts at {@code at}. */
  public boolean readEpoch(String text, int at) {
    int stop = EpochTimes.end(text, at);
    long value = stop - at < 10 ? EpochTimes.NONE : EpochTimes.nanos(text, at, stop);
    if (value == EpochTimes.NONE || Chars.isWordPart(Chars.at(text, stop))) {
      return false;
    }
    return accept(at, stop, value, TimeQuality.EXACT);
  }

  /** Reads a whole value of any kind: {@code text} is a time and nothing else but blanks. */
  public boolean readValue(String text) {
    int from = Chars.skipSpaces(text, 0);
    int to = text.length();
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    if (to == from) {
      return false;
    }
    long value =
        Chars.isDigit(text.charAt(from)) ? EpochTimes.nanos(text, from, to) : EpochTimes.NONE;
    if (value != EpochTimes.NONE) {
      return accept(from, to, value, TimeQuality.EXACT);
    }
    return read(text, from) && end >= to - 2;
  }

  /**
   * {@code @} and sixteen or twenty-four hexadecimal digits: D. J. Bernstein's TAI64 and TAI64N.
   */
  private boolean readTai(String text, int at) {
    if (!text.startsWith("@4", at) || text.length() < at + 17) {
      return false;
    }
    long seconds = 0;
    for (int i = at + 1; i < at + 17; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return false;
      }
      seconds = seconds << 4 | digit;
    }
    int fraction = 0;
    int stop = at + 17;
    for (; stop < at + 25 && Character.digit(Chars.at(text, stop), 16) >= 0; stop++) {
      fraction = fraction << 4 | Character.digit(text.charAt(stop), 16);
    }
    long since = seconds - (1L << 62) - 10;
    if (since < 0 || since > 4_102_444_800L) {
      return false;
    }
    return accept(at, stop, since * 1_000_000_000L + Math.max(0, fraction), TimeQuality.EXACT);
  }

  private boolean accept(int from, int to) {
    boolean zoned = time.offset != CivilTime.NO_ZONE && !time.offsetGuessed;
    boolean whole = time.year != CivilTime.NO_YEAR;
    TimeQuality read =
        whole
            ? zoned ? TimeQuality.EXACT : TimeQuality.ZONE_ASSUMED
            : zoned ? YEAR_INFERRED_ZONED : YEAR_INFERRED;
    return accept(from, to, local.nanos(time), read);
  }

  private boolean accept(int from, int to, long value, TimeQuality read) {
    start = from;
    end = to;
    nanos = value;
    quality = read;
    return true;
  }

  private static boolean startsWord(String text, int at) {
    if (at == 0) {
      return text.length() > 0;
    }
    char before = Chars.at(text, at - 1);
    return !Chars.isWordPart(before)
        && before != '.'
        && before != '-'
        && before != '/'
        && before != '+'
        && before != '@'
        && before != 0;
  }

  /** Where the time last read starts. */
  public int start() {
    return start;
  }

  /** Where the time last read ends, its zone included. */
  public int end() {
    return end;
  }

  /** The time last read. */
  public EventTime time() {
    return new EventTime(nanos, quality);
  }
}

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
  private static final String JSON_DATE = "/Date(";
  private static final long MAX_MILLISECONDS = Long.MAX_VALUE / 1_000_000L;

  private final CivilTime time = new CivilTime();
  private final RepeatedTime repeated = new RepeatedTime();
  private final SourceClock clock;
  private final Qualities qualities;
  private int lastStart;
  private int start;
  private int end;

  /** The time read as a count since the epoch; {@link EpochTimes#NONE} when it is a civil time. */
  private long counted;

  private boolean resolved;
  private EventTime result = EventTime.of(Instant.EPOCH, TimeQuality.EXACT);

  /**
   * @param clock what is known of the source's times; shared by all that read its lines
   */
  public TimeScanner(SourceClock clock) {
    this.clock = clock;
    this.qualities = new Qualities(clock.zoneFrom());
  }

  /**
   * @param zone where times without a zone were written
   * @param reference when the source was last written: a missing year is the last that makes no
   *     line younger than that
   */
  public TimeScanner(ZoneId zone, Instant reference) {
    this(new SourceClock(zone, TimeQuality.Zone.ASSUMED, reference));
  }

  /** What {@code 03/04/2026} means until a line tells: true for 3 April, once and for all. */
  public void dayFirst(boolean value) {
    if (value) {
      clock.dayOrder().decide(true);
    }
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
      if (mayStart(c) && startsWord(text, at) && read(text, at)) {
        lastStart = at;
        return true;
      }
    }
    return false;
  }

  private static boolean mayStart(char c) {
    return c < 128
        ? Chars.isDigit(c) || Chars.isLetter(c) || c == '@'
        : Character.isLetterOrDigit(c);
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
      stop = IsoTimes.read(text, at, time);
      if (stop < 0) {
        time.clear();
        stop = NumericDates.read(text, at, time, clock);
      }
    } else if (Chars.isLetter(c)) {
      stop = NamedDates.read(text, at, time, clock);
    } else if (c == '@') {
      return accept(at, Tai.end(text, at), Tai.nanos(text, at));
    } else if (c >= 128) {
      stop = foreign(text, at, c);
    }
    return accept(at, stop, EpochTimes.NONE);
  }

  /**
   * Reads a time that starts at {@code at} of a line of ASCII.
   *
   * @return false when there is none or it is to be read by {@link #read(String, int)}
   */
  public boolean read(byte[] line, int at, int to) {
    time.clear();
    return accept(at, repeated.read(line, at, to, time), EpochTimes.NONE);
  }

  private int foreign(String text, int at, char c) {
    if (Character.isDigit(c)) {
      return NumericDates.read(Digits.ascii(text, at), at, time, clock);
    }
    int stop = EastAsianDates.era(text, at, time);
    return stop > 0 || !Character.isLetter(c) ? stop : NamedDates.read(text, at, time, clock);
  }

  /** Reads a time of day without a date that starts at {@code at}; its date is inferred. */
  public boolean readClock(String text, int at) {
    time.clear();
    int colon = Chars.digitsEnd(text, at, 3);
    if (colon - at != 2 || Chars.at(text, colon) != ':') {
      return false;
    }
    int stop = Clock.read(text, at, time);
    return stop - at >= 8 && accept(at, stop, EpochTimes.NONE);
  }

  /** Reads a count since the epoch that starts at {@code at}. */
  public boolean readEpoch(String text, int at) {
    int stop = EpochTimes.end(text, at);
    long value = stop - at < 10 ? EpochTimes.NONE : EpochTimes.nanos(text, at, stop);
    if (value == EpochTimes.NONE || Chars.isWordPart(Chars.at(text, stop))) {
      return false;
    }
    time.clear();
    return accept(at, stop, value);
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
    char c = text.charAt(from);
    if (text.startsWith(JSON_DATE, from)) {
      return jsonDate(text, from, to);
    }
    if (Chars.isDigit(c) || c == '-') {
      time.clear();
      long value = EpochTimes.named(text, from, to, time);
      if (value != EpochTimes.NONE) {
        return accept(from, to, value);
      }
    }
    return read(text, from) && end >= to - 2;
  }

  /** {@code /Date(1772619072345)/} and {@code /Date(1772619072345+0100)/}: milliseconds. */
  private boolean jsonDate(String text, int from, int to) {
    int digits = from + JSON_DATE.length();
    int stop = Chars.digitsEnd(text, digits, 15);
    long milliseconds = Chars.number(text, digits, stop);
    if (stop == digits || milliseconds > MAX_MILLISECONDS || !text.startsWith(")/", to - 2)) {
      return false;
    }
    time.clear();
    return accept(from, to, milliseconds * 1_000_000L);
  }

  private boolean accept(int from, int to, long nanos) {
    if (to <= 0) {
      return false;
    }
    start = from;
    end = to;
    counted = nanos;
    resolved = false;
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

  /**
   * The time last read. Asking for it tells that it is a time of the source, by which those after
   * it are understood; what was read for a trial need not be asked for.
   */
  public EventTime time() {
    if (!resolved) {
      result = resolve();
      resolved = true;
    }
    return result;
  }

  private EventTime resolve() {
    if (counted == EpochTimes.NONE) {
      long nanos = clock.nanos(time);
      return new EventTime(nanos, qualities.civil(time));
    }
    clock.nanos(Math.floorDiv(counted, 1_000_000_000L), 0, time);
    return new EventTime(counted, qualities.counted(time));
  }
}

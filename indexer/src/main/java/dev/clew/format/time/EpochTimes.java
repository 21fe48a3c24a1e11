// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

import dev.clew.event.TimeQuality.Doubt;
import java.math.BigDecimal;

/** Reads counts since 1970: seconds, milli-, micro- or nanoseconds, told by their size. */
public final class EpochTimes {
  /** No time. */
  public static final long NONE = Long.MIN_VALUE;

  private static final long NANOS = 1_000_000_000L;

  /** 1990-01-01: smaller counts are durations, ports and ids far more often than times. */
  private static final long EARLIEST = 631_152_000L;

  /** 1973-03-03: what is called a time and counts fewer seconds is an age. */
  private static final long EARLIEST_NAMED = 100_000_000L;

  /** 2100-01-01. */
  private static final long LATEST = 4_102_444_800L;

  /** What 64 bits of nanoseconds hold. */
  private static final long LAST = Long.MAX_VALUE / NANOS;

  /** Ticks of 100 ns from 0001-01-01, as .NET counts, to 1970-01-01. */
  private static final long NET_TICKS = 621_355_968_000_000_000L;

  /** Ticks of 100 ns from 1601-01-01, as Windows counts, to 1970-01-01. */
  private static final long FILE_TICKS = 116_444_736_000_000_000L;

  /** Numbers of eighteen digits below are ticks, not nanoseconds of 1973 to 1990. */
  private static final long NANOSECONDS_OF_1991 = 662_688_000_000_000_000L;

  private EpochTimes() {}

  /**
   * The nanoseconds since the epoch that a number means: {@code 1767225600}, {@code
   * 1767225600.123}, {@code 1767225600123}, …; {@link #NONE} when it means no time from 1990 to
   * 2100.
   */
  public static long nanos(String text, int from, int to) {
    int whole = Chars.digitsEnd(text, from, 20);
    int digits = whole - from;
    if (digits < 9 || digits > 19 || whole > to) {
      return NONE;
    }
    long unit = unit(digits);
    long value = digits == 19 ? nineteen(text, from, whole) : Chars.number(text, from, whole);
    long second = value / (NANOS / unit);
    if (second < EARLIEST || second >= LATEST) {
      return NONE;
    }
    return fraction(text, whole, to, value * unit, unit);
  }

  private static long unit(int digits) {
    return digits <= 10 ? NANOS : digits <= 13 ? 1_000_000 : digits <= 16 ? 1_000 : 1;
  }

  private static long fraction(String text, int whole, int to, long nanos, long unit) {
    if (whole == to) {
      return nanos;
    }
    int end = Chars.digitsEnd(text, whole + 1, 18);
    char point = text.charAt(whole);
    if ((point != '.' && point != ',') || end != to) {
      return NONE;
    }
    long part = unit;
    long sum = nanos;
    for (int i = whole + 1; i < end; i++) {
      part /= 10;
      sum += (text.charAt(i) - '0') * part;
    }
    return sum;
  }

  /**
   * As {@link #nanos(String, int, int)}, of a number that is called a time: scientific and
   * hexadecimal spelling, ticks of Windows, negative counts and other centuries are read as well,
   * and the latter are doubted.
   */
  static long named(String text, int from, int to, CivilTime time) {
    long nanos = nanos(text, from, to);
    if (to - from == 18 && nanos < NANOSECONDS_OF_1991) {
      nanos = ticks(text, from, to, time);
    }
    if (nanos != NONE || to - from < 9 || to - from > 32) {
      return nanos;
    }
    if (text.charAt(from) == '-') {
      long positive = seconds(text, from + 1, to, time);
      return positive == NONE ? NONE : -positive;
    }
    if (text.startsWith("0x", from) || text.startsWith("0X", from)) {
      return hexadecimal(text, from + 2, to, time);
    }
    return exponent(text, from, to) > 0
        ? scientific(text, from, to, time)
        : seconds(text, from, to, time);
  }

  private static long nineteen(String text, int from, int to) {
    return text.charAt(from) <= '8' ? Chars.number(text, from, to) : Long.MAX_VALUE;
  }

  /** Counts of seconds and milliseconds outside of the usual years. */
  private static long seconds(String text, int from, int to, CivilTime time) {
    int whole = Chars.digitsEnd(text, from, 14);
    int digits = whole - from;
    if (digits < 9 || (digits > 10 && digits != 13)) {
      return NONE;
    }
    long unit = unit(digits);
    long value = Chars.number(text, from, whole);
    long second = value / (NANOS / unit);
    if (second < EARLIEST_NAMED || second >= LAST) {
      return NONE;
    }
    time.doubt(Doubt.UNIT);
    return fraction(text, whole, to, value * unit, unit);
  }

  private static long ticks(String text, int from, int to, CivilTime time) {
    if (Chars.digitsEnd(text, from, 19) != to) {
      return NONE;
    }
    long value = Chars.number(text, from, to);
    long since = value - (value >= NET_TICKS ? NET_TICKS : FILE_TICKS);
    long second = since / 10_000_000;
    if (second < EARLIEST || second >= LATEST) {
      return NONE;
    }
    time.doubt(Doubt.UNIT);
    return since * 100;
  }

  private static long hexadecimal(String text, int from, int to, CivilTime time) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || value < 0 || to - from > 16) {
        return NONE;
      }
      value = value << 4 | digit;
    }
    String decimal = Long.toString(value);
    long nanos = value < 0 ? NONE : nanos(decimal, 0, decimal.length());
    if (nanos != NONE) {
      time.doubt(Doubt.UNIT);
    }
    return nanos;
  }

  private static int exponent(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if ((text.charAt(i) | 32) == 'e') {
        return i;
      }
    }
    return -1;
  }

  /** {@code 1.772619072345E9}: some languages print large numbers so. */
  private static long scientific(String text, int from, int to, CivilTime time) {
    int e = exponent(text, from, to);
    int digits = text.charAt(Math.min(e + 1, to - 1)) == '+' ? e + 2 : e + 1;
    int end = Chars.digitsEnd(text, digits, 3);
    boolean number = end == to && end > digits && end - digits <= 2;
    for (int i = from; i < e && number; i++) {
      number = Chars.isDigit(text.charAt(i)) || (i == from + 1 && text.charAt(i) == '.');
    }
    if (!number || e == from + 2) {
      return NONE;
    }
    String plain = new BigDecimal(text.substring(from, to)).toPlainString();
    long nanos = nanos(plain, 0, plain.length());
    return nanos == NONE ? seconds(plain, 0, plain.length(), time) : nanos;
  }

  /** Where the number that starts at {@code from} ends, with the digits after its point. */
  static int end(String text, int from) {
    int end = Chars.digitsEnd(text, from, 20);
    if (end - from <= 16 && Chars.at(text, end) == '.' && Chars.isDigit(Chars.at(text, end + 1))) {
      end = Chars.digitsEnd(text, end + 1, 18);
    }
    return end;
  }
}

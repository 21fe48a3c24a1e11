// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

/** Reads counts since 1970: seconds, milli-, micro- or nanoseconds, told by their size. */
public final class EpochTimes {
  /** No time. */
  public static final long NONE = Long.MIN_VALUE;

  private static final long NANOS = 1_000_000_000L;

  /** 1990-01-01: smaller counts are durations, ports and ids far more often than times. */
  private static final long EARLIEST = 631_152_000L;

  /** 2100-01-01. */
  private static final long LATEST = 4_102_444_800L;

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
    long unit = digits <= 10 ? NANOS : digits <= 13 ? 1_000_000 : digits <= 16 ? 1_000 : 1;
    long value = digits == 19 ? nineteen(text, from, whole) : Chars.number(text, from, whole);
    if (value / (NANOS / unit) < EARLIEST || value / (NANOS / unit) >= LATEST) {
      return NONE;
    }
    long nanos = value * unit;
    if (whole == to) {
      return nanos;
    }
    char point = text.charAt(whole);
    int end = Chars.digitsEnd(text, whole + 1, 18);
    if (point != '.' || end != to) {
      return NONE;
    }
    for (int i = whole + 1; i < end; i++) {
      unit /= 10;
      nanos += (text.charAt(i) - '0') * unit;
    }
    return nanos;
  }

  private static long nineteen(String text, int from, int to) {
    return text.charAt(from) <= '8' ? Chars.number(text, from, to) : Long.MAX_VALUE;
  }

  /** Where the number that starts at {@code from} ends, with the digits after its point. */
  static int end(String text, int from) {
    int end = Chars.digitsEnd(text, from, 20);
    if (end - from <= 10 && Chars.at(text, end) == '.' && Chars.isDigit(Chars.at(text, end + 1))) {
      end = Chars.digitsEnd(text, end + 1, 18);
    }
    return end;
  }
}

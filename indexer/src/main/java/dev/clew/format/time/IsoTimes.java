// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

/** Reads the commonest spelling, {@code 2026-03-04T10:11:12.345Z}, by the places of its digits. */
final class IsoTimes {
  private static final int LENGTH = 19;

  private IsoTimes() {}

  /**
   * Reads {@code yyyy-MM-dd HH:mm:ss}, with slashes or a {@code T} as well, and the fraction and
   * zone after it.
   *
   * @return where it ends, or -1 when the text is spelled otherwise or names no date
   */
  static int read(String text, int at, CivilTime time) {
    if (text.length() - at < LENGTH || !isShape(text, at)) {
      return -1;
    }
    int year = two(text, at) * 100 + two(text, at + 2);
    int month = two(text, at + 5);
    int day = two(text, at + 8);
    int hour = two(text, at + 11);
    int minute = two(text, at + 14);
    int second = two(text, at + 17);
    if ((year | month | day | hour | minute | second) < 0 || !time.date(year, month, day)) {
      return -1;
    }
    time.hour = hour;
    time.minute = minute;
    time.second = second;
    if ((hour > 23 || minute > 59 || second > 59) && !Clock.isRare(time)) {
      return -1;
    }
    return Clock.rest(text, at + LENGTH, time);
  }

  private static boolean isShape(String text, int at) {
    char separator = text.charAt(at + 4);
    char gap = text.charAt(at + 10);
    return (separator == '-' || separator == '/')
        && text.charAt(at + 7) == separator
        && (gap == 'T' || gap == ' ')
        && text.charAt(at + 13) == ':'
        && text.charAt(at + 16) == ':';
  }

  /** The number that two digits spell; far below zero when they are none. */
  private static int two(String text, int at) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? -100_000 : tens * 10 + ones;
  }
}

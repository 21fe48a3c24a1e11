// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

/** Reads dates with signs for year, month and day: {@code 2026年3月4日 10时11分12秒}. */
final class EastAsianDates {
  private static final char YEAR = '年';
  private static final char MONTH = '月';
  private static final char DAY = '日';
  private static final char SECOND = '秒';

  private EastAsianDates() {}

  /**
   * Reads a date whose year stands from {@code from} to {@code yearEnd}, and the time after it.
   *
   * @return where it ends, or -1 when there is none
   */
  static int read(String text, int from, int yearEnd, CivilTime time) {
    return date(text, (int) Chars.number(text, from, yearEnd), yearEnd, time);
  }

  /** {@code 令和8年3月4日}: the year of a Japanese era. */
  static int era(String text, int from, CivilTime time) {
    int first = text.startsWith("令和", from) ? 2018 : text.startsWith("平成", from) ? 1988 : 0;
    int end = Chars.digitsEnd(text, from + 2, 3);
    if (first == 0 || end == from + 2) {
      return -1;
    }
    return date(text, first + (int) Chars.number(text, from + 2, end), end, time);
  }

  private static int date(String text, int year, int yearEnd, CivilTime time) {
    int monthEnd = number(text, yearEnd, YEAR);
    int dayEnd = number(text, monthEnd, MONTH);
    if (dayEnd < 0 || Chars.at(text, dayEnd) != DAY) {
      return -1;
    }
    int month = (int) Chars.number(text, yearEnd + 1, monthEnd);
    int day = (int) Chars.number(text, monthEnd + 1, dayEnd);
    if (!time.date(year, month, day)) {
      return -1;
    }
    int at = Chars.skipSpaces(text, dayEnd + 1);
    int end = Clock.read(text, at, time);
    return end > 0 ? end : clock(text, at, time);
  }

  private static int clock(String text, int from, CivilTime time) {
    int half = Meridiem.before(text, from);
    int at = half == 0 ? from : from + 2;
    int hourEnd = Chars.digitsEnd(text, at, 2);
    char hours = Chars.at(text, hourEnd);
    int minuteEnd = hours == '时' || hours == '時' ? number(text, hourEnd, hours) : -1;
    int secondEnd = number(text, minuteEnd, '分');
    if (hourEnd == at || secondEnd < 0 || Chars.at(text, secondEnd) != SECOND) {
      return -1;
    }
    time.hour = (int) Chars.number(text, at, hourEnd);
    time.minute = (int) Chars.number(text, hourEnd + 1, minuteEnd);
    time.second = (int) Chars.number(text, minuteEnd + 1, secondEnd);
    boolean real = Clock.inRange(time) && (half == 0 || Meridiem.take(half, time));
    return real ? secondEnd + 1 : -1;
  }

  /** Where the one or two digits after {@code sign} at {@code at} end; -1 when there are none. */
  private static int number(String text, int at, char sign) {
    if (at < 0 || Chars.at(text, at) != sign) {
      return -1;
    }
    int end = Chars.digitsEnd(text, at + 1, 2);
    return end == at + 1 ? -1 : end;
  }
}

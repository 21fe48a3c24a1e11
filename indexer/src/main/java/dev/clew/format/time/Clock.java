// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

import dev.clew.event.TimeQuality.Doubt;

/** Reads the time of day and the zone after it. */
final class Clock {
  private Clock() {}

  /**
   * Reads {@code HH:mm[:ss[.fraction]] [AM|PM] [zone]} at {@code from}; the parts may be joined by
   * dots or nothing as well.
   *
   * @return where it ends, or -1 when there is none
   */
  static int read(String text, int from, CivilTime time) {
    int half = Meridiem.before(text, from);
    int at = half == 0 ? from : Chars.skipSpaces(text, from + 2);
    int end = ofDay(text, at, time);
    if (end < 0) {
      return -1;
    }
    if (half != 0 && !Meridiem.take(half, time)) {
      return -1;
    }
    return tail(text, half != 0 ? end : Meridiem.after(text, end, time), time);
  }

  /** Reads what may follow the second: a fraction, a half of the day, a zone. */
  static int rest(String text, int at, CivilTime time) {
    int end = fraction(text, at, time);
    char c = Chars.at(text, end);
    if (c == 'Z' && !Chars.isWordPart(Chars.at(text, end + 1))) {
      time.offset = 0;
      return end + 1;
    }
    return tail(text, Meridiem.after(text, end, time), time);
  }

  private static int tail(String text, int end, CivilTime time) {
    return end < 0 || Chars.isDigit(Chars.at(text, end)) ? -1 : Zones.read(text, end, time);
  }

  private static int ofDay(String text, int from, CivilTime time) {
    int hourEnd = Chars.digitsEnd(text, from, 7);
    if (hourEnd - from == 6) {
      return compact(text, from, time);
    }
    char separator = Chars.at(text, hourEnd);
    if (hourEnd - from == 4 && separator != ':' && Chars.at(text, from - 1) == 'T') {
      return compactMinute(text, from, time);
    }
    if (hourEnd == from || hourEnd - from > 2 || (separator != ':' && separator != '.')) {
      return -1;
    }
    int minute = hourEnd + 1;
    int minuteEnd = Chars.digitsEnd(text, minute, 3);
    if (minuteEnd - minute != 2 && (minuteEnd - minute != 1 || separator != ':')) {
      return -1;
    }
    time.hour = (int) Chars.number(text, from, hourEnd);
    time.minute = (int) Chars.number(text, minute, minuteEnd);
    time.second = 0;
    time.nano = 0;
    int second = minuteEnd + 1;
    int secondEnd = Chars.digitsEnd(text, second, 3);
    int end = minuteEnd;
    if (Chars.at(text, minuteEnd) == separator && secondEnd > second && secondEnd - second <= 2) {
      time.second = (int) Chars.number(text, second, secondEnd);
      end = fraction(text, secondEnd, time);
    } else if (separator == '.') {
      return -1;
    }
    return inRange(time) ? end : -1;
  }

  private static int compact(String text, int from, CivilTime time) {
    compactMinute(text, from, time);
    time.second = (int) Chars.number(text, from + 4, from + 6);
    return inRange(time) ? fraction(text, from + 6, time) : -1;
  }

  private static int compactMinute(String text, int from, CivilTime time) {
    time.hour = (int) Chars.number(text, from, from + 2);
    time.minute = (int) Chars.number(text, from + 2, from + 4);
    time.second = 0;
    time.nano = 0;
    return inRange(time) ? from + 4 : -1;
  }

  static boolean inRange(CivilTime time) {
    return (time.hour < 24 && time.minute < 60 && time.second < 60) || isRare(time);
  }

  /**
   * True for the end of a day, {@code 24:00:00}, and for a leap second, which ends a quarter of an
   * hour in every zone. Both are the second after, as in POSIX time.
   */
  static boolean isRare(CivilTime time) {
    boolean midnight = time.hour == 24 && time.minute == 0 && time.second == 0;
    boolean leap =
        time.hour < 24 && time.minute < 60 && time.minute % 15 == 14 && time.second == 60;
    if (midnight || leap) {
      time.doubt(Doubt.MOVED);
    }
    return midnight || leap;
  }

  /** Digits after the second; a colon separates only exactly three or six of them. */
  private static int fraction(String text, int at, CivilTime time) {
    char separator = Chars.at(text, at);
    if (separator != '.' && separator != ',' && separator != ':') {
      return at;
    }
    long value = 0;
    int end = at + 1;
    int length = text.length();
    for (; end < length && Chars.isDigit(text.charAt(end)); end++) {
      if (end - at <= 9) {
        value = value * 10 + (text.charAt(end) - '0');
      }
    }
    int digits = end - at - 1;
    if (digits == 0 || (separator == ':' && digits != 3 && digits != 6)) {
      return at;
    }
    for (int i = digits; i < 9; i++) {
      value *= 10;
    }
    time.nano = (int) value;
    return end;
  }
}

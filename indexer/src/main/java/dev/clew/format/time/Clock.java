// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

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
    int end = ofDay(text, from, time);
    if (end < 0) {
      return -1;
    }
    end = meridiem(text, end, time);
    return end < 0 || Chars.isDigit(Chars.at(text, end)) ? -1 : zone(text, end, time);
  }

  private static int ofDay(String text, int from, CivilTime time) {
    int hourEnd = Chars.digitsEnd(text, from, 7);
    if (hourEnd - from == 6) {
      return compact(text, from, time);
    }
    char separator = Chars.at(text, hourEnd);
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
    time.hour = (int) Chars.number(text, from, from + 2);
    time.minute = (int) Chars.number(text, from + 2, from + 4);
    time.second = (int) Chars.number(text, from + 4, from + 6);
    time.nano = 0;
    return inRange(time) ? fraction(text, from + 6, time) : -1;
  }

  private static boolean inRange(CivilTime time) {
    return time.hour < 24 && time.minute < 60 && time.second <= 60;
  }

  /** Digits after the second; a colon or a blank separates only exactly three or six of them. */
  private static int fraction(String text, int at, CivilTime time) {
    char separator = Chars.at(text, at);
    if (separator != '.' && separator != ',' && separator != ':') {
      return at;
    }
    int end = Chars.digitsEnd(text, at + 1, 19);
    int digits = end - at - 1;
    if (digits == 0 || (separator == ':' && digits != 3 && digits != 6)) {
      return at;
    }
    int kept = Math.min(digits, 9);
    long value = Chars.number(text, at + 1, at + 1 + kept);
    for (int i = kept; i < 9; i++) {
      value *= 10;
    }
    time.nano = (int) value;
    return end;
  }

  private static int meridiem(String text, int at, CivilTime time) {
    int p = Chars.at(text, at) == ' ' || Chars.at(text, at) == '\u202f' ? at + 1 : at;
    char half = Character.toUpperCase(Chars.at(text, p));
    if ((half != 'A' && half != 'P')
        || Character.toUpperCase(Chars.at(text, p + 1)) != 'M'
        || Chars.isWordPart(Chars.at(text, p + 2))) {
      return at;
    }
    if (time.hour < 1 || time.hour > 12) {
      return at;
    }
    time.hour = time.hour % 12 + (half == 'P' ? 12 : 0);
    return p + 2;
  }

  /**
   * Reads {@code Z}, {@code +02:00}, {@code -0700}, {@code +02}, {@code CEST} …, if there is one.
   */
  static int zone(String text, int at, CivilTime time) {
    char c = Chars.at(text, at);
    if (c == 'Z' && !Chars.isWordPart(Chars.at(text, at + 1))) {
      time.offset = 0;
      return at + 1;
    }
    boolean apart = c == ' ';
    int p = apart ? at + 1 : at;
    c = Chars.at(text, p);
    if (c == '+' || c == '-' || c == '\u2212') {
      int end = numericZone(text, p, time, apart);
      if (end > 0) {
        return repeatedZone(text, end);
      }
    } else if (Chars.isLetter(c)) {
      int end = ZoneWords.read(text, p, time);
      return end > p ? end : at;
    }
    return at;
  }

  private static int numericZone(String text, int at, CivilTime time, boolean apart) {
    int digits = Chars.digitsEnd(text, at + 1, 5) - at - 1;
    int hours = (int) Chars.number(text, at + 1, at + 1 + Math.min(2, digits));
    int minutes = 0;
    int end = at + 1 + digits;
    if (digits == 4) {
      minutes = (int) Chars.number(text, at + 3, at + 5);
    } else if (digits == 2 && Chars.at(text, end) == ':') {
      int minutesEnd = Chars.digitsEnd(text, end + 1, 3);
      if (minutesEnd - end - 1 != 2) {
        return -1;
      }
      minutes = (int) Chars.number(text, end + 1, minutesEnd);
      end = minutesEnd;
    } else if (digits != 2 || apart) {
      return -1;
    }
    if (hours > 18 || minutes > 59 || Chars.isWordPart(Chars.at(text, end))) {
      return -1;
    }
    int seconds = hours * 3600 + minutes * 60;
    time.offset = text.charAt(at) == '+' ? seconds : -seconds;
    return end;
  }

  /** Some loggers write the zone twice: {@code +0200 CEST}. */
  private static int repeatedZone(String text, int at) {
    if (Chars.at(text, at) != ' ' || !Chars.isLetter(Chars.at(text, at + 1))) {
      return at;
    }
    int end = ZoneWords.read(text, at + 1, new CivilTime());
    return end > at + 1 ? end : at;
  }
}

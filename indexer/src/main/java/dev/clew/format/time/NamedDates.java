// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

/** Reads times whose date starts with the name of a month or a weekday, or with glog's letter. */
final class NamedDates {
  private NamedDates() {}

  /**
   * Reads {@code Mar 4 10:11:12}, {@code Mar 4, 2026 1:11:12 PM}, {@code Wed Mar 04 10:11:12.345
   * 2026}, {@code Wed, 04 Mar 2026 10:11:12 GMT}, {@code I0304 10:11:12.345678} …
   *
   * @return where it ends, or -1 when there is none
   */
  static int read(String text, int from, CivilTime time, SourceClock clock) {
    int month = MonthNames.at(text, from);
    if (month > 0) {
      return monthFirst(text, month, MonthNames.end(text, from), time, false);
    }
    if (MonthNames.isDay(text, from)) {
      int at = MonthNames.end(text, from);
      at = Chars.at(text, at) == ',' || Chars.at(text, at) == '.' ? at + 1 : at;
      at = Chars.skipSpaces(text, at);
      month = MonthNames.at(text, at);
      if (month > 0) {
        return monthFirst(text, month, MonthNames.end(text, at), time, true);
      }
      return Chars.isDigit(Chars.at(text, at)) ? NumericDates.read(text, at, time, clock) : -1;
    }
    return glog(text, from, time);
  }

  private static int monthFirst(
      String text, int month, int monthEnd, CivilTime time, boolean weekday) {
    char separator = Chars.at(text, monthEnd);
    if (separator != ' ' && separator != '-' && separator != '/' && separator != '.') {
      return -1;
    }
    int day =
        separator == ' ' || separator == '.' ? Chars.skipSpaces(text, monthEnd + 1) : monthEnd + 1;
    int dayEnd = Chars.digitsEnd(text, day, 3);
    if (dayEnd == day || dayEnd - day > 2) {
      return -1;
    }
    int at = Chars.at(text, dayEnd) == ',' ? dayEnd + 1 : dayEnd;
    int year = CivilTime.NO_YEAR;
    int yearAt =
        Chars.at(text, at) == separator && separator != ' ' ? at + 1 : Chars.skipSpaces(text, at);
    int yearEnd = Chars.digitsEnd(text, yearAt, 5);
    if (yearEnd - yearAt == 4 && Chars.at(text, yearEnd) != ':') {
      year = (int) Chars.number(text, yearAt, yearEnd);
      at = yearEnd;
    }
    if (!time.date(year, month, (int) Chars.number(text, day, dayEnd))) {
      return -1;
    }
    int end = NumericDates.clockAfter(text, at, time);
    return end > 0 && year == CivilTime.NO_YEAR ? trailingYear(text, end, time, weekday) : end;
  }

  /** The year stands after the time in the style of C's {@code asctime}, maybe after a zone. */
  private static int trailingYear(String text, int end, CivilTime time, boolean weekday) {
    int at = Chars.skipSpaces(text, end);
    int yearEnd = Chars.digitsEnd(text, at, 5);
    if (yearEnd - at != 4 || at == end || Chars.isWordPart(Chars.at(text, yearEnd))) {
      return end;
    }
    int year = (int) Chars.number(text, at, yearEnd);
    if (year < 1900 || year > 2100 || (!weekday && Chars.at(text, yearEnd) != ' ')) {
      return end;
    }
    time.year = year;
    return yearEnd;
  }

  private static int glog(String text, int from, CivilTime time) {
    char c = text.charAt(from);
    boolean letter = c == 'I' || c == 'W' || c == 'E' || c == 'F' || c == 'D' || c == 'V';
    int end = Chars.digitsEnd(text, from + 1, 5);
    if (!letter || end - from != 5 || Chars.at(text, end) != ' ') {
      return -1;
    }
    int month = (int) Chars.number(text, from + 1, from + 3);
    int day = (int) Chars.number(text, from + 3, from + 5);
    return time.date(CivilTime.NO_YEAR, month, day)
        ? Clock.read(text, Chars.skipSpaces(text, end), time)
        : -1;
  }
}

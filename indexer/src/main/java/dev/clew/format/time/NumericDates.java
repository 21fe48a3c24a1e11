// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

/** Reads times whose date starts with a digit. */
final class NumericDates {
  private NumericDates() {}

  /**
   * Reads a date and the time of day after it.
   *
   * @return where it ends, or -1 when there is none
   */
  static int read(String text, int from, CivilTime time, SourceClock clock) {
    int end = Chars.digitsEnd(text, from, 18);
    char next = Chars.at(text, end);
    return switch (end - from) {
      case 4 ->
          next == 'W'
              ? week(text, (int) Chars.number(text, from, end), end, time, false)
              : next == '\u5e74'
                  ? EastAsianDates.read(text, from, end, time)
                  : yearFirst(text, from, end, time);
      case 7 -> next == 'T' ? compactOrdinal(text, from, end, time) : -1;
      case 8 -> compactDate(text, from, time) ? clockAfter(text, end, time) : -1;
      case 12 -> next == 'Z' && compactDate(text, from, time) ? minutes(text, from, time) : -1;
      case 14 -> compactDate(text, from, time) ? Clock.read(text, from + 8, time) : -1;
      case 17 -> compactDate(text, from, time) ? milliseconds(text, from, time) : -1;
      case 6 -> next == ' ' || next == 'T' ? shortDate(text, from, time) : -1;
      case 1, 2 ->
          next == '/' || next == '-' || next == '.' || next == ' '
              ? dayOrMonthFirst(text, from, end, time, clock)
              : -1;
      default -> -1;
    };
  }

  /** {@code 2026-03-04 …}, {@code 2026/3/4 …}, {@code 2026.03.04 …}, {@code 2026-Mar-04 …}. */
  private static int yearFirst(String text, int from, int yearEnd, CivilTime time) {
    char separator = Chars.at(text, yearEnd);
    if (separator != '-' && separator != '/' && separator != '.' && separator != ' ') {
      return -1;
    }
    int year = (int) Chars.number(text, from, yearEnd);
    int second = yearEnd + 1;
    if (separator == '-' && Chars.at(text, second) == 'W') {
      return week(text, year, second, time, true);
    }
    if (separator == '-' && Chars.digitsEnd(text, second, 4) - second == 3) {
      int day = (int) Chars.number(text, second, second + 3);
      boolean dated = Chars.at(text, second + 3) == 'T' && Dates.ordinal(year, day, time);
      return dated ? clockAfter(text, second + 3, time) : -1;
    }
    int month = MonthNames.at(text, second);
    int monthEnd = month > 0 ? nameEnd(text, second) : Chars.digitsEnd(text, second, 3);
    if (month == 0) {
      if (monthEnd == second || monthEnd - second > 2 || separator == ' ') {
        return -1;
      }
      month = (int) Chars.number(text, second, monthEnd);
    }
    if (Chars.at(text, monthEnd) != separator) {
      return -1;
    }
    int day = separator == ' ' ? Chars.skipSpaces(text, monthEnd) : monthEnd + 1;
    int dayEnd = Chars.digitsEnd(text, day, 3);
    if (dayEnd == day || dayEnd - day > 2) {
      return -1;
    }
    return time.date(year, month, (int) Chars.number(text, day, dayEnd))
        ? clockAfter(text, dayEnd, time)
        : -1;
  }

  /** {@code 2026-W10-3T10:11:12} and {@code 2026W103T101112}. */
  private static int week(String text, int year, int w, CivilTime time, boolean apart) {
    int weekEnd = w + 3;
    int day = apart ? weekEnd + 1 : weekEnd;
    boolean spelled =
        Chars.digitsEnd(text, w + 1, 2) == weekEnd
            && (!apart || Chars.at(text, weekEnd) == '-')
            && Chars.digitsEnd(text, day, 2) == day + 1;
    if (!spelled
        || !Dates.week(
            year,
            (int) Chars.number(text, w + 1, weekEnd),
            (int) Chars.number(text, day, day + 1),
            time)) {
      return -1;
    }
    return clockAfter(text, day + 1, time);
  }

  /** {@code 2026063T101112}. */
  private static int compactOrdinal(String text, int from, int end, CivilTime time) {
    int year = (int) Chars.number(text, from, from + 4);
    return Dates.ordinal(year, (int) Chars.number(text, from + 4, end), time)
        ? clockAfter(text, end, time)
        : -1;
  }

  /** {@code 20260304}, before {@code T101112}, {@code 101112}, {@code -10:11:12:345} … */
  private static boolean compactDate(String text, int from, CivilTime time) {
    int year = (int) Chars.number(text, from, from + 4);
    int month = (int) Chars.number(text, from + 4, from + 6);
    int day = (int) Chars.number(text, from + 6, from + 8);
    return year >= 1970 && year < 2100 && time.date(year, month, day);
  }

  /** {@code 202603041011Z}: what is left of generalized time (X.680) without seconds. */
  private static int minutes(String text, int from, CivilTime time) {
    time.hour = (int) Chars.number(text, from + 8, from + 10);
    time.minute = (int) Chars.number(text, from + 10, from + 12);
    return Clock.inRange(time) ? Zones.read(text, from + 12, time) : -1;
  }

  /** {@code 20260304101112345}. */
  private static int milliseconds(String text, int from, CivilTime time) {
    time.hour = (int) Chars.number(text, from + 8, from + 10);
    time.minute = (int) Chars.number(text, from + 10, from + 12);
    time.second = (int) Chars.number(text, from + 12, from + 14);
    time.nano = (int) Chars.number(text, from + 14, from + 17) * 1_000_000;
    return Clock.inRange(time) ? Zones.read(text, from + 17, time) : -1;
  }

  /** {@code 260304 101112} and {@code 260304 1:11:12}. */
  private static int shortDate(String text, int from, CivilTime time) {
    int year = Dates.century((int) Chars.number(text, from, from + 2));
    int month = (int) Chars.number(text, from + 2, from + 4);
    int day = (int) Chars.number(text, from + 4, from + 6);
    return time.date(year, month, day) ? clockAfter(text, from + 6, time) : -1;
  }

  private static int dayOrMonthFirst(
      String text, int from, int end, CivilTime time, SourceClock clock) {
    char separator = text.charAt(end);
    int first = (int) Chars.number(text, from, end);
    int next = nameStart(text, end, separator);
    int named = MonthNames.at(text, next);
    if (named > 0) {
      return dayAndName(text, first, named, next, time);
    }
    if (separator == ' ') {
      return -1;
    }
    next = end + 1;
    int secondEnd = Chars.digitsEnd(text, next, 3);
    if (secondEnd == next || secondEnd - next > 2) {
      return -1;
    }
    int second = (int) Chars.number(text, next, secondEnd);
    if (Chars.at(text, secondEnd) != separator) {
      // 10.30 may be a version or a price; in a bracket and before a time of day it is a date
      boolean bare = separator != '.' || Chars.at(text, from - 1) == '[';
      return bare && time.date(CivilTime.NO_YEAR, first, second)
          ? clockAfter(text, secondEnd, time)
          : -1;
    }
    int third = secondEnd + 1;
    int thirdEnd = Chars.digitsEnd(text, third, 5);
    int last = (int) Chars.number(text, third, thirdEnd);
    boolean dated =
        switch (thirdEnd - third) {
          case 4 ->
              separator == '.'
                  ? time.date(last, second, first)
                  : Dates.ordered(last, first, second, time, clock);
          case 2 ->
              separator == '.'
                  ? time.date(Dates.century(last), second, first)
                  : Dates.shortYear(first, second, last, time, clock);
          default -> false;
        };
    return dated ? clockAfter(text, thirdEnd, time) : -1;
  }

  /** Where the name of a month may start after a day: {@code 4. März}, {@code 4 de marzo}. */
  private static int nameStart(String text, int dayEnd, char separator) {
    if (separator == '/' || separator == '-') {
      return dayEnd + 1;
    }
    int at = Chars.skipSpaces(text, separator == '.' ? dayEnd + 1 : dayEnd);
    return text.startsWith("de ", at) ? at + 3 : at;
  }

  private static int nameEnd(String text, int from) {
    int end = MonthNames.end(text, from);
    return Chars.at(text, end) == '.' && Chars.at(text, end + 1) != ' ' ? end + 1 : end;
  }

  /**
   * {@code 04/Mar/2026:10:11:12}, {@code 04-Mar-2026 …}, {@code 4 mars 2026 …}, {@code 4 Mar …}.
   */
  private static int dayAndName(String text, int day, int month, int from, CivilTime time) {
    int monthEnd = MonthNames.end(text, from);
    char separator = Chars.at(text, monthEnd);
    boolean dotted = separator == '.' && Chars.isDigit(Chars.at(text, monthEnd + 1));
    if (separator == ',' || (separator == '.' && !dotted)) {
      monthEnd++;
      separator = Chars.at(text, monthEnd);
    }
    if (separator != '/' && separator != '-' && separator != ' ' && !dotted) {
      return -1;
    }
    int yearAt = yearStart(text, monthEnd + 1);
    int yearEnd = Chars.digitsEnd(text, yearAt, 5);
    if (yearEnd - yearAt == 4) {
      int year = (int) Chars.number(text, yearAt, yearEnd);
      return time.date(year, month, day) ? clockAfter(text, suffixEnd(text, yearEnd), time) : -1;
    }
    if (separator == '-' && yearEnd - yearAt == 2) {
      int year = Dates.century((int) Chars.number(text, yearAt, yearEnd));
      return time.date(year, month, day) ? clockAfter(text, yearEnd, time) : -1;
    }
    return separator == ' ' && time.date(CivilTime.NO_YEAR, month, day)
        ? Clock.read(text, Chars.skipSpaces(text, monthEnd), time)
        : -1;
  }

  /** {@code 4 de marzo de 2026}. */
  private static int yearStart(String text, int at) {
    return text.startsWith("de ", at) ? at + 3 : text.startsWith("del ", at) ? at + 4 : at;
  }

  /** {@code 4 марта 2026 г.}. */
  private static int suffixEnd(String text, int at) {
    if (!text.startsWith(" \u0433.", at)) {
      return at;
    }
    return at + 3;
  }

  /** Reads the time of day after what may separate it from a date. */
  static int clockAfter(String text, int at, CivilTime time) {
    char c = Chars.at(text, at);
    if (c == 'T' || c == 't' || c == '_' || c == '-' || c == ':' || c == '|') {
      return Clock.read(text, at + 1, time);
    }
    if (c == '.' && Chars.digitsEnd(text, at + 1, 7) - at == 7) {
      return Clock.read(text, at + 1, time);
    }
    int p = c == ',' ? at + 1 : at;
    p = Chars.skipSpaces(text, p);
    if (p == at) {
      return -1;
    }
    if (text.startsWith("- ", p) || text.startsWith("| ", p) || text.startsWith("à ", p)) {
      p += 2;
    } else if (text.startsWith("at ", p) || text.startsWith("um ", p)) {
      p += 3;
    }
    return Clock.read(text, p, time);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

/** Reads times whose date starts with a digit. */
final class NumericDates {
  private NumericDates() {}

  /**
   * Reads a date and the time of day after it.
   *
   * @param dayFirst what {@code 03/04/2026} means: true for 3 April
   * @return where it ends, or -1 when there is none
   */
  static int read(String text, int from, CivilTime time, boolean dayFirst) {
    int end = Chars.digitsEnd(text, from, 15);
    char next = Chars.at(text, end);
    return switch (end - from) {
      case 4 -> yearFirst(text, from, end, time);
      case 8 -> compactDate(text, from, time);
      case 14 -> compactBoth(text, from, time);
      case 6 -> next == ' ' || next == 'T' ? shortDate(text, from, time) : -1;
      case 1, 2 ->
          next == '/' || next == '-' || next == '.' || next == ' '
              ? dayOrMonthFirst(text, from, end, time, dayFirst)
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
    if (separator == '-' && Chars.digitsEnd(text, yearEnd + 1, 4) - yearEnd == 4) {
      return ordinal(text, year, yearEnd + 1, time);
    }
    int month = MonthNames.at(text, yearEnd + 1);
    int monthEnd =
        month > 0 ? MonthNames.end(text, yearEnd + 1) : Chars.digitsEnd(text, yearEnd + 1, 3);
    if (month == 0) {
      if (monthEnd == yearEnd + 1 || monthEnd - yearEnd > 3 || separator == ' ') {
        return -1;
      }
      month = (int) Chars.number(text, yearEnd + 1, monthEnd);
    }
    if (Chars.at(text, monthEnd) != separator) {
      return -1;
    }
    int day = separator == ' ' ? Chars.skipSpaces(text, monthEnd) : monthEnd + 1;
    int dayEnd = Chars.digitsEnd(text, day, 3);
    if (dayEnd == day || dayEnd - day > 2 || year < 1900 || year > 2262) {
      return -1;
    }
    return time.date(year, month, (int) Chars.number(text, day, dayEnd))
        ? clockAfter(text, dayEnd, time)
        : -1;
  }

  /** {@code 2026-063T10:11:12}: the day of the year (ISO 8601). */
  private static int ordinal(String text, int year, int from, CivilTime time) {
    int day = (int) Chars.number(text, from, from + 3);
    if (day < 1 || day > 366 || Chars.at(text, from + 3) != 'T') {
      return -1;
    }
    java.time.LocalDate date = java.time.LocalDate.of(year, 1, 1).plusDays(day - 1L);
    return time.date(date.getYear(), date.getMonthValue(), date.getDayOfMonth())
        ? clockAfter(text, from + 3, time)
        : -1;
  }

  /** {@code 20260304 101112}, {@code 20260304T101112}, {@code 20260304-10:11:12:345}. */
  private static int compactDate(String text, int from, CivilTime time) {
    int year = (int) Chars.number(text, from, from + 4);
    int month = (int) Chars.number(text, from + 4, from + 6);
    int day = (int) Chars.number(text, from + 6, from + 8);
    return year >= 1970 && year < 2100 && time.date(year, month, day)
        ? clockAfter(text, from + 8, time)
        : -1;
  }

  private static int compactBoth(String text, int from, CivilTime time) {
    int year = (int) Chars.number(text, from, from + 4);
    int month = (int) Chars.number(text, from + 4, from + 6);
    int day = (int) Chars.number(text, from + 6, from + 8);
    return year >= 1970 && year < 2100 && time.date(year, month, day)
        ? Clock.read(text, from + 8, time)
        : -1;
  }

  /** {@code 260304 101112} and {@code 260304 10:11:12}. */
  private static int shortDate(String text, int from, CivilTime time) {
    int year = century((int) Chars.number(text, from, from + 2));
    int month = (int) Chars.number(text, from + 2, from + 4);
    int day = (int) Chars.number(text, from + 4, from + 6);
    return time.date(year, month, day) ? clockAfter(text, from + 6, time) : -1;
  }

  private static int dayOrMonthFirst(
      String text, int from, int end, CivilTime time, boolean dayFirst) {
    char separator = text.charAt(end);
    int first = (int) Chars.number(text, from, end);
    int next = separator == ' ' ? Chars.skipSpaces(text, end) : end + 1;
    int named = MonthNames.at(text, next);
    if (named > 0) {
      return dayAndName(text, first, named, next, time);
    }
    if (separator == ' ') {
      return -1;
    }
    int secondEnd = Chars.digitsEnd(text, next, 3);
    if (secondEnd == next || secondEnd - next > 2) {
      return -1;
    }
    int second = (int) Chars.number(text, next, secondEnd);
    if (Chars.at(text, secondEnd) != separator) {
      return separator != '.' && time.date(CivilTime.NO_YEAR, first, second)
          ? clockAfter(text, secondEnd, time)
          : -1;
    }
    int third = secondEnd + 1;
    int thirdEnd = Chars.digitsEnd(text, third, 5);
    int last = (int) Chars.number(text, third, thirdEnd);
    boolean dated =
        switch (thirdEnd - third) {
          case 4 -> ordered(last, first, second, time, dayFirst || separator == '.');
          case 2 -> shortYear(first, second, last, time, separator, dayFirst);
          default -> false;
        };
    return dated ? clockAfter(text, thirdEnd, time) : -1;
  }

  private static boolean ordered(
      int year, int first, int second, CivilTime time, boolean dayFirst) {
    boolean swap = first > 12 || (dayFirst && second <= 12);
    return swap ? time.date(year, second, first) : time.date(year, first, second);
  }

  /** Of two-digit years the line's own order decides where it can: {@code 26/03/04} is 2026. */
  private static boolean shortYear(
      int first, int second, int last, CivilTime time, char separator, boolean dayFirst) {
    if (separator == '.' || dayFirst) {
      return ordered(century(last), first, second, time, true);
    }
    boolean yearLast = first <= 12 && first >= 1 && second > 12;
    return yearLast
        ? time.date(century(last), first, second)
        : time.date(century(first), second, last);
  }

  /** {@code 04/Mar/2026:10:11:12}, {@code 04-Mar-2026 …}, {@code 4 Mar 2026 …}, {@code 4 Mar …}. */
  private static int dayAndName(String text, int day, int month, int from, CivilTime time) {
    int monthEnd = MonthNames.end(text, from);
    char separator = Chars.at(text, monthEnd);
    if (separator == ',' || separator == '.') {
      monthEnd++;
      separator = Chars.at(text, monthEnd);
    }
    if (separator != '/' && separator != '-' && separator != ' ') {
      return -1;
    }
    int yearEnd = Chars.digitsEnd(text, monthEnd + 1, 5);
    if (yearEnd - monthEnd - 1 == 4) {
      int year = (int) Chars.number(text, monthEnd + 1, yearEnd);
      return time.date(year, month, day) ? clockAfter(text, yearEnd, time) : -1;
    }
    if (separator == '-' && yearEnd - monthEnd - 1 == 2) {
      int year = century((int) Chars.number(text, monthEnd + 1, yearEnd));
      return time.date(year, month, day) ? clockAfter(text, yearEnd, time) : -1;
    }
    return separator == ' ' && time.date(CivilTime.NO_YEAR, month, day)
        ? Clock.read(text, Chars.skipSpaces(text, monthEnd), time)
        : -1;
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
    if (text.startsWith("- ", p) || text.startsWith("| ", p)) {
      p += 2;
    } else if (text.startsWith("at ", p)) {
      p += 3;
    }
    return Clock.read(text, p, time);
  }

  /** Two digits of a year: 70 to 99 are of the last century (POSIX strptime has the same rule). */
  private static int century(int year) {
    return year < 70 ? 2000 + year : 1900 + year;
  }
}

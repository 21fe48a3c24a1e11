// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

import dev.clew.event.TimeQuality.Doubt;

/** Dates of which numbers alone do not say which is the day, the month and the year. */
final class Dates {
  private Dates() {}

  /** {@code 03/04/2026}: by what the source's lines tell, else by what is not in the future. */
  static boolean ordered(int year, int first, int second, CivilTime time, SourceClock clock) {
    DayOrder order = clock.dayOrder();
    boolean dayFirst = CivilTime.isDate(year, second, first);
    boolean monthFirst = CivilTime.isDate(year, first, second);
    if (dayFirst != monthFirst) {
      order.decide(dayFirst);
      return dayFirst ? time.date(year, second, first) : time.date(year, first, second);
    }
    if (!order.isDecided() && first != second) {
      time.doubt(Doubt.DAY_ORDER);
      boolean future = clock.isFuture(year, first, second);
      if (future != clock.isFuture(year, second, first)) {
        order.prefer(future);
      }
    }
    return order.isDayFirst() ? time.date(year, second, first) : time.date(year, first, second);
  }

  /** {@code 26/03/04}: of two-digit years the order of the line decides where it can. */
  static boolean shortYear(int first, int second, int last, CivilTime time, SourceClock clock) {
    DayOrder order = clock.dayOrder();
    boolean yearFirst = CivilTime.isDate(century(first), second, last);
    boolean monthFirst = CivilTime.isDate(century(last), first, second);
    boolean dayFirst = CivilTime.isDate(century(last), second, first);
    if (order.isDecided() && order.isDayFirst() && dayFirst) {
      return time.date(century(last), second, first);
    }
    if (yearFirst && (monthFirst || dayFirst)) {
      time.doubt(Doubt.DAY_ORDER);
    }
    if (yearFirst && !(monthFirst && second > 12)) {
      return time.date(century(first), second, last);
    }
    return (monthFirst || dayFirst) && ordered(century(last), first, second, time, clock);
  }

  /** Two digits of a year: 70 to 99 are of the last century (POSIX strptime has the same rule). */
  static int century(int year) {
    return year < 70 ? 2000 + year : 1900 + year;
  }

  /** {@code 2026-063}: the day of the year (ISO 8601). */
  static boolean ordinal(int year, int day, CivilTime time) {
    if (year < 1 || day < 1 || day > (CivilTime.isLeap(year) ? 366 : 365)) {
      return false;
    }
    time.epochDay(CivilTime.daysFromCivil(year, 1, 1) + day - 1);
    return true;
  }

  /**
   * {@code 2026-W10-3}: the week of the year, from Monday; the first holds 4 January (ISO 8601).
   */
  static boolean week(int year, int week, int weekday, CivilTime time) {
    if (year < 1 || week < 1 || week > 53 || weekday < 1 || weekday > 7) {
      return false;
    }
    long fourth = CivilTime.daysFromCivil(year, 1, 4);
    long monday = fourth - Math.floorMod(fourth + 3, 7L);
    long day = monday + (week - 1) * 7L + weekday - 1;
    boolean inYear = week < 53 || monday + 52 * 7L + 3 < CivilTime.daysFromCivil(year + 1, 1, 1);
    if (inYear) {
      time.epochDay(day);
    }
    return inYear;
  }
}

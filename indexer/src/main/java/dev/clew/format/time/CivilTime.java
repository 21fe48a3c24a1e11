// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

import dev.clew.event.TimeQuality.Doubt;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Year to nanosecond as a line spells them, before a zone makes a moment of them. Mutable. */
final class CivilTime {
  /** The line names no year. */
  static final int NO_YEAR = Integer.MIN_VALUE;

  /** The line names no date. */
  static final int NO_DATE = 0;

  /** The line names no offset. */
  static final int NO_ZONE = Integer.MIN_VALUE;

  /** The first whole year of the calendar; programs without a time print 0001-01-01. */
  private static final int EARLIEST_YEAR = 1583;

  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  int year;
  int month;
  int day;
  int hour;
  int minute;
  int second;
  int nano;

  /** Seconds east of Greenwich. */
  int offset;

  /** The identifier of the zone that the line names; null when it names none. */
  @Nullable String zone;

  /** What a zone's word may mean, in seconds east of Greenwich, the commonest first. */
  int @Nullable [] meanings;

  /** What the text leaves open. */
  final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);

  void clear() {
    year = NO_YEAR;
    month = NO_DATE;
    day = NO_DATE;
    hour = 0;
    minute = 0;
    second = 0;
    nano = 0;
    clearZone();
    doubts.clear();
  }

  void clearZone() {
    offset = NO_ZONE;
    zone = null;
    meanings = null;
  }

  void doubt(Doubt doubt) {
    doubts.add(doubt);
  }

  /** True when the date exists: 29 February only in leap years, or when the year is not known. */
  boolean date(int newYear, int newMonth, int newDay) {
    if (!isDate(newYear, newMonth, newDay)) {
      return false;
    }
    year = newYear;
    month = newMonth;
    day = newDay;
    return true;
  }

  static boolean isDate(int year, int month, int day) {
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= DAYS[month - 1]
        && (year == NO_YEAR || (year >= EARLIEST_YEAR && (day < 29 || month != 2 || isLeap(year))));
  }

  static boolean isLeap(int year) {
    return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  /** Takes the date that is {@code epochDay} days after 1970-01-01. */
  void epochDay(long epochDay) {
    java.time.LocalDate date = java.time.LocalDate.ofEpochDay(epochDay);
    year = date.getYear();
    month = date.getMonthValue();
    day = date.getDayOfMonth();
  }

  /** Seconds since midnight. */
  int secondOfDay() {
    return hour * 3600 + minute * 60 + second;
  }

  /** Seconds since 1970-01-01T00:00:00 of the local time, in year {@code inYear}. */
  long localSeconds(int inYear) {
    return daysFromCivil(inYear, month, day) * 86_400L + secondOfDay();
  }

  /**
   * Days since 1970-01-01 in the proleptic Gregorian calendar. Years are counted from March, so
   * that the leap day is the last of its year; see Howard Hinnant, "chrono-compatible low-level
   * date algorithms".
   */
  static long daysFromCivil(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int era = Math.floorDiv(y, 400);
    int yearOfEra = y - era * 400;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468L;
  }
}

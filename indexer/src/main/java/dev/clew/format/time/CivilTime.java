// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

/** Year to nanosecond as a line spells them, before a zone makes a moment of them. Mutable. */
final class CivilTime {
  /** The line names no year. */
  static final int NO_YEAR = Integer.MIN_VALUE;

  /** The line names no date. */
  static final int NO_DATE = 0;

  /** The line names no zone. */
  static final int NO_ZONE = Integer.MIN_VALUE;

  int year;
  int month;
  int day;
  int hour;
  int minute;
  int second;
  int nano;

  /** Seconds east of Greenwich. */
  int offset;

  /** The zone's word has several meanings, of which the commonest was taken. */
  boolean offsetGuessed;

  void clear() {
    year = NO_YEAR;
    month = NO_DATE;
    day = NO_DATE;
    hour = 0;
    minute = 0;
    second = 0;
    nano = 0;
    offset = NO_ZONE;
    offsetGuessed = false;
  }

  /** True when month and day are ones that exist in some year. */
  boolean date(int newYear, int newMonth, int newDay) {
    if (newMonth < 1 || newMonth > 12 || newDay < 1 || newDay > 31) {
      return false;
    }
    year = newYear;
    month = newMonth;
    day = newDay;
    return true;
  }

  /** Seconds since 1970-01-01T00:00:00 of the local time, in year {@code inYear}. */
  long localSeconds(int inYear) {
    return daysFromCivil(inYear, month, day) * 86_400L + hour * 3600L + minute * 60L + second;
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

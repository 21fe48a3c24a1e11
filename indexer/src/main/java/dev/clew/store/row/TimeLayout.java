// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

/**
 * How a time stamp is written: a text in which some characters stand for parts of the time. What an
 * event's time and its layout spell need not be kept.
 *
 * @param pattern literal characters, and the codes below for parts of the time
 * @param offsetSeconds what the written time is ahead of UTC
 */
record TimeLayout(String pattern, int offsetSeconds) {
  static final char YEAR = 1;
  static final char MONTH = 2;
  static final char MONTH_NAME = 3;
  static final char DAY = 4;

  /** A blank in place of a leading zero. */
  static final char PADDED_DAY = 5;

  static final char HOUR = 6;
  static final char MINUTE = 7;
  static final char SECOND = 8;

  /** One digit of the fraction of a second; they stand side by side. */
  static final char FRACTION = 9;

  /** Ten digits: seconds since 1970. */
  static final char EPOCH_SECONDS = 10;

  static final String MONTH_NAMES = "JanFebMarAprMayJunJulAugSepOctNovDec";

  /** Longer than any text of a layout that {@link TimeFinder} makes. */
  private static final int MAX_CHARS = 64;

  private static final long NANOS = 1_000_000_000L;
  private static final int SECONDS_A_DAY = 86_400;
  private static final long MAX_EPOCH = 9_999_999_999L;

  /** The written form of {@code epochNanos}; empty when this layout cannot spell it. */
  String text(long epochNanos) {
    char[] chars = new char[MAX_CHARS];
    int length = write(epochNanos, chars);
    return length < 0 ? "" : new String(chars, 0, length);
  }

  /** True when {@code text} at {@code at} spells {@code epochNanos}; {@code chars} is scratch. */
  boolean standsAt(String text, int at, long epochNanos, char[] chars) {
    int length = write(epochNanos, chars);
    if (length < 0 || at + length > text.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(at + i) != chars[i]) {
        return false;
      }
    }
    return true;
  }

  static char[] scratch() {
    return new char[MAX_CHARS];
  }

  /** Writes the time; its length, or -1 when it has parts that this layout does not spell. */
  int write(long epochNanos, char[] chars) {
    long seconds = Math.floorDiv(epochNanos, NANOS);
    int nanos = (int) (epochNanos - seconds * NANOS);
    long local = seconds + offsetSeconds;
    long day = Math.floorDiv(local, SECONDS_A_DAY);
    int ofDay = (int) (local - day * SECONDS_A_DAY);
    long date = civil(day);
    int at = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char code = pattern.charAt(i);
      switch (code) {
        case YEAR -> at = digits(chars, at, date / 10_000, 4);
        case MONTH -> at = digits(chars, at, date / 100 % 100, 2);
        case DAY -> at = digits(chars, at, date % 100, 2);
        case PADDED_DAY -> {
          int number = (int) (date % 100);
          at = digits(chars, at, number, 2);
          chars[at - 2] = number < 10 ? ' ' : chars[at - 2];
        }
        case MONTH_NAME -> {
          int month = (int) (date / 100 % 100) - 1;
          MONTH_NAMES.getChars(3 * month, 3 * month + 3, chars, at);
          at += 3;
        }
        case HOUR -> at = digits(chars, at, ofDay / 3600, 2);
        case MINUTE -> at = digits(chars, at, ofDay / 60 % 60, 2);
        case SECOND -> at = digits(chars, at, ofDay % 60, 2);
        case FRACTION -> {
          chars[at++] = (char) ('0' + nanos / 100_000_000);
          nanos = nanos % 100_000_000 * 10;
        }
        case EPOCH_SECONDS -> {
          if (seconds < 0 || seconds > MAX_EPOCH) {
            return -1;
          }
          at = digits(chars, at, seconds, 10);
        }
        default -> chars[at++] = code;
      }
    }
    // what is left of the fraction would be lost
    return nanos == 0 ? at : -1;
  }

  /**
   * True when a time written like this may hold the folded {@code word}, or words that fit it when
   * it has stars and question marks. A superset.
   */
  boolean mayHold(String word) {
    boolean named = pattern.indexOf(MONTH_NAME) >= 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean any = c == '*' || c == '?' || (c >= '0' && c <= '9');
      if (!any && !(named && c >= 'a' && c <= 'y') && !isLiteral(c)) {
        return false;
      }
    }
    return true;
  }

  private boolean isLiteral(char folded) {
    return pattern.indexOf(folded) >= 0
        || (folded >= 'a' && folded <= 'z' && pattern.indexOf((char) (folded - 32)) >= 0);
  }

  private static int digits(char[] chars, int at, long value, int count) {
    long rest = value;
    for (int i = count - 1; i >= 0; i--) {
      chars[at + i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    return at + count;
  }

  /**
   * Year, month and day as {@code yyyymmdd} of a day since 1970, by the method of Howard Hinnant,
   * "chrono-compatible low-level date algorithms" (2021).
   */
  private static long civil(long day) {
    long shifted = day + 719_468;
    long era = Math.floorDiv(shifted, 146_097);
    long ofEra = shifted - era * 146_097;
    long yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
    long ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    long shiftedMonth = (5 * ofYear + 2) / 153;
    long dayOfMonth = ofYear - (153 * shiftedMonth + 2) / 5 + 1;
    long month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    return year * 10_000 + month * 100 + dayOfMonth;
  }
}

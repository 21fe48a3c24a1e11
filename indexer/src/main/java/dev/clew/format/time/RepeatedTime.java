// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads {@code 2026-03-04T10:11:12.345Z} in lines of ASCII where it stands. Most lines are of the
 * same minute as the line before, so its date is told by two comparisons. Other spellings are left
 * to {@link IsoTimes} and the rest. Not thread-safe.
 */
final class RepeatedTime {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int MINUTE = 16;
  private static final int SECOND = 19;
  private static final int[] TENS = {
    1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
  };

  private final CivilTime minute = new CivilTime();
  private long date;
  private long clock;

  /**
   * Reads the time that starts at {@code at}.
   *
   * @param time cleared
   * @return where it ends, its zone included; -1 when it is to be read in another way
   */
  int read(byte[] line, int at, int to, CivilTime time) {
    if (to - at <= SECOND || !isMinute(line, at) || line[at + MINUTE] != ':') {
      return -1;
    }
    int second = two(line, at + MINUTE + 1);
    if (second < 0 || second > 59) {
      return -1;
    }
    int end = at + SECOND;
    int nano = 0;
    if (line[end] == '.' || line[end] == ',') {
      int digit = end + 1;
      while (digit < to && isDigit(line[digit])) {
        nano = nano * 10 + line[digit++] - '0';
      }
      int digits = digit - end - 1;
      if (digits == 0 || digits > 9) {
        return -1;
      }
      nano *= TENS[digits];
      end = digit;
    }
    if (end == to || line[end] != 'Z' || (end + 1 < to && isWordPart(line[end + 1]))) {
      return -1;
    }
    time.date(minute.year, minute.month, minute.day);
    time.hour = minute.hour;
    time.minute = minute.minute;
    time.second = second;
    time.nano = nano;
    time.offset = 0;
    return end + 1;
  }

  /** True when a date and a minute stand at {@code at}, which {@link #minute} then holds. */
  private boolean isMinute(byte[] line, int at) {
    long first = (long) WORDS.get(line, at);
    long next = (long) WORDS.get(line, at + Long.BYTES);
    if (first == date && next == clock) {
      return true;
    }
    date = 0;
    boolean shaped =
        (line[at + 4] == '-' || line[at + 4] == '/')
            && line[at + 7] == line[at + 4]
            && (line[at + 10] == 'T' || line[at + 10] == ' ')
            && line[at + 13] == ':';
    int century = two(line, at);
    int year = two(line, at + 2);
    int month = two(line, at + 5);
    int day = two(line, at + 8);
    minute.hour = two(line, at + 11);
    minute.minute = two(line, at + 14);
    boolean dated =
        shaped
            && (century | year | month | day | minute.hour | minute.minute) >= 0
            && minute.hour < 24
            && minute.minute < 60
            && minute.date(century * 100 + year, month, day);
    if (dated) {
      date = first;
      clock = next;
    }
    return dated;
  }

  /** The number that two digits spell; below zero when they are none. */
  private static int two(byte[] line, int at) {
    int tens = line[at] - '0';
    int ones = line[at + 1] - '0';
    return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? -1 : tens * 10 + ones;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static boolean isWordPart(byte b) {
    return Chars.isWordPart((char) b);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

import dev.clew.query.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Finds where an event's text spells the event's time. The layout that was found last is tried
 * first. Not thread-safe.
 */
final class TimeFinder {
  /** Time stamps stand near the start of a line. */
  private static final int REACH = 256;

  private static final long NANOS = 1_000_000_000L;
  private static final int STEP_OF_ZONES = 15 * 60;
  private static final int MAX_OFFSET = 18 * 3600;
  private static final int EPOCH_DIGITS = 10;
  private static final int MAX_FRACTION = 9;

  private final char[] scratch = TimeLayout.scratch();
  private @Nullable TimeLayout layout;
  private int start;
  private int end;

  // the text being looked at, and what was read of it
  private String text = "";
  private int at;
  private final StringBuilder pattern = new StringBuilder();
  private int year;
  private int month;
  private int day;
  private int secondOfDay;

  /** The layout of the time in {@code text}; null when it is not spelled there. */
  @Nullable TimeLayout find(String text, long epochNanos) {
    TimeLayout last = layout;
    if (last != null && isAt(last, text, start, epochNanos)) {
      end = start + last.write(epochNanos, scratch);
      return last;
    }
    this.text = text;
    int reach = Math.min(text.length(), REACH);
    for (int from = 0; from < reach; from++) {
      boolean opens = from == 0 || !Words.isPart(text.charAt(from - 1));
      if (opens && isWordStart(text.charAt(from))) {
        TimeLayout found = layoutAt(from, epochNanos);
        if (found != null && isAt(found, text, from, epochNanos)) {
          layout = found;
          start = from;
          end = from + found.write(epochNanos, scratch);
          return found;
        }
      }
    }
    return null;
  }

  /** Where the time found starts. */
  int start() {
    return start;
  }

  /** Just after the time found. */
  int end() {
    return end;
  }

  private boolean isAt(TimeLayout layout, String text, int from, long epochNanos) {
    if (!layout.standsAt(text, from, epochNanos, scratch)) {
      return false;
    }
    int after = from + layout.write(epochNanos, scratch);
    return (from == 0 || !Words.isPart(text.codePointBefore(from)))
        && (after == text.length() || !Words.isPart(text.codePointAt(after)));
  }

  private static boolean isWordStart(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'S');
  }

  private @Nullable TimeLayout layoutAt(int from, long epochNanos) {
    at = from;
    pattern.setLength(0);
    int digits = digitsFrom(from);
    if (digits >= EPOCH_DIGITS) {
      return epoch(digits);
    }
    if (!date(digits, epochNanos) || !time()) {
      return null;
    }
    int offset = offset(epochNanos);
    if (Math.abs(offset) > MAX_OFFSET || offset % STEP_OF_ZONES != 0) {
      return null;
    }
    zone(offset);
    return new TimeLayout(pattern.toString(), offset);
  }

  private @Nullable TimeLayout epoch(int digits) {
    if (digits > EPOCH_DIGITS + MAX_FRACTION) {
      return null;
    }
    pattern.append(TimeLayout.EPOCH_SECONDS);
    pattern.repeat(TimeLayout.FRACTION, digits - EPOCH_DIGITS);
    at += digits;
    if (digits == EPOCH_DIGITS) {
      fraction();
    }
    return new TimeLayout(pattern.toString(), 0);
  }

  private boolean date(int digits, long epochNanos) {
    if (digits == 4) {
      return yearFirst();
    }
    if (digits == 2) {
      return dayFirst();
    }
    return digits == 0 && monthFirst(epochNanos);
  }

  private boolean yearFirst() {
    year = number(TimeLayout.YEAR, 4);
    char separator = charAt(at);
    if ("-/.".indexOf(separator) < 0 || !literal(separator)) {
      return false;
    }
    month = number(TimeLayout.MONTH, 2);
    if (!literal(separator)) {
      return false;
    }
    day = number(TimeLayout.DAY, 2);
    char between = charAt(at);
    return "T _:".indexOf(between) >= 0 && literal(between);
  }

  private boolean dayFirst() {
    day = number(TimeLayout.DAY, 2);
    if (!literal('/') || !monthName() || !literal('/')) {
      return false;
    }
    year = number(TimeLayout.YEAR, 4);
    return literal(':');
  }

  private boolean monthFirst(long epochNanos) {
    if (!monthName() || !literal(' ')) {
      return false;
    }
    if (charAt(at) == ' ') {
      at++;
      day = number(TimeLayout.PADDED_DAY, 1);
    } else {
      day = number(TimeLayout.DAY, 2);
    }
    year = LocalDate.ofEpochDay(Math.floorDiv(epochNanos, 86_400 * NANOS)).getYear();
    return literal(' ');
  }

  private boolean monthName() {
    int name =
        at + 3 <= text.length() ? TimeLayout.MONTH_NAMES.indexOf(text.substring(at, at + 3)) : -1;
    if (name < 0 || name % 3 != 0) {
      return false;
    }
    month = name / 3 + 1;
    pattern.append(TimeLayout.MONTH_NAME);
    at += 3;
    return true;
  }

  private boolean time() {
    int hour = number(TimeLayout.HOUR, 2);
    if (!literal(':')) {
      return false;
    }
    int minute = number(TimeLayout.MINUTE, 2);
    if (!literal(':')) {
      return false;
    }
    int second = number(TimeLayout.SECOND, 2);
    secondOfDay = hour * 3600 + minute * 60 + second;
    fraction();
    return hour >= 0 && minute >= 0 && second >= 0;
  }

  private void fraction() {
    char point = charAt(at);
    int digits = point == '.' || point == ',' ? digitsFrom(at + 1) : 0;
    if (digits > 0 && digits <= MAX_FRACTION) {
      pattern.append(point).repeat(TimeLayout.FRACTION, digits);
      at += 1 + digits;
    }
  }

  /**
   * What the written time is ahead of the event's; not a whole number of zone steps if it is not.
   */
  private int offset(long epochNanos) {
    try {
      long written = LocalDate.of(year, month, day).toEpochDay() * 86_400 + secondOfDay;
      long ahead = written - Math.floorDiv(epochNanos, NANOS);
      return Math.abs(ahead) > MAX_OFFSET ? Integer.MAX_VALUE : (int) ahead;
    } catch (DateTimeException e) {
      // no such day
      return Integer.MAX_VALUE;
    }
  }

  private void zone(int offset) {
    if (charAt(at) == 'Z' && offset == 0) {
      pattern.append('Z');
      at++;
      return;
    }
    int blank = charAt(at) == ' ' ? 1 : 0;
    int minutes = Math.abs(offset) / 60;
    for (String form : new String[] {"%s%s%02d:%02d", "%s%s%02d%02d"}) {
      String zone =
          form.formatted(" ".repeat(blank), offset < 0 ? "-" : "+", minutes / 60, minutes % 60);
      if (text.startsWith(zone, at)) {
        pattern.append(zone);
        at += zone.length();
        return;
      }
    }
  }

  private boolean literal(char c) {
    pattern.append(c);
    return charAt(at++) == c;
  }

  /** Reads that many digits; a negative number when they are not there. */
  private int number(char code, int digits) {
    pattern.append(code);
    int value = 0;
    for (int i = 0; i < digits; i++) {
      char c = charAt(at++);
      if (c < '0' || c > '9') {
        return Integer.MIN_VALUE / 2;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }

  private int digitsFrom(int from) {
    int to = from;
    while (to < text.length() && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
      to++;
    }
    return to - from;
  }

  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }
}

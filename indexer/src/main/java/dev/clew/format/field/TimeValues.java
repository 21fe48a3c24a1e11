// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import dev.clew.format.time.TimeScanner;
import java.math.BigDecimal;
import java.util.Locale;

/** Which of the values of a line is its time. */
final class TimeValues {
  private static final int LONGEST_NUMBER = 25;
  private static final String DATE = "/Date(";

  private TimeValues() {}

  static void read(NamedValues values, TimeScanner times, Draft draft) {
    String date = values.take(Role.DATE);
    while (values.has(Role.TIME)) {
      String time = String.valueOf(values.take(Role.TIME));
      String nanos = values.take(Role.TIME_NANOS);
      if (nanos != null && isCount(time, 10) && isCount(nanos, 9)) {
        time = time + "." + "0".repeat(9 - nanos.length()) + nanos;
      }
      if (readValue(times, time)) {
        draft.time(times.time());
        values.keep(Role.DATE);
        return;
      }
      if (date != null && readValue(times, date + " " + time)) {
        draft.time(times.time());
        return;
      }
      int next = values.next(Role.TIME, values.rank(Role.TIME));
      values.keep(Role.TIME);
      if (next >= 0) {
        values.choose(Role.TIME, next);
      }
    }
    values.keep(Role.TIME_NANOS);
    if (date != null && readValue(times, date)) {
      draft.time(times.time());
      return;
    }
    values.keep(Role.DATE);
    anyTime(values, times, draft);
  }

  /** A value whose name speaks of time, where none has one of the usual names. */
  private static void anyTime(NamedValues values, TimeScanner times, Draft draft) {
    for (int i = 0; i < values.size(); i++) {
      String key = values.name(i).toLowerCase(Locale.ROOT);
      boolean named = key.contains("time") || key.contains("date") || key.contains("stamp");
      if (named && readValue(times, values.value(i))) {
        draft.time(times.time());
        return;
      }
    }
  }

  /** Reads a whole value, in the spellings of serialisers too. */
  static boolean readValue(TimeScanner times, String text) {
    if (isDated(text)) {
      if (times.read(text, 0) && times.end() >= text.length() - 2) {
        return true;
      }
    } else if (times.readValue(text)) {
      return true;
    }
    int at = text.indexOf(" @ ");
    if (at > 0) {
      return times.readValue(text.substring(0, at) + text.substring(at + 2));
    }
    if (text.startsWith(DATE)) {
      int end = DATE.length();
      while (end < text.length() && Text.isDigit(text.charAt(end))) {
        end++;
      }
      return times.readValue(text.substring(DATE.length(), end));
    }
    return isScientific(text) && times.readValue(new BigDecimal(text).toPlainString());
  }

  /** True for what starts with a year and no blank: it is no count, however that is spelled. */
  private static boolean isDated(String text) {
    int length = text.length();
    return length > 4
        && text.charAt(4) == '-'
        && Text.isDigit(text.charAt(0))
        && text.charAt(length - 1) > ' ';
  }

  /**
   * {@code 1.772619072345E12}: short enough, and of an exponent small enough, to be spelled out.
   */
  private static boolean isScientific(String text) {
    int mark = Math.max(text.indexOf('E'), text.indexOf('e'));
    if (mark < 2 || text.length() > LONGEST_NUMBER || text.charAt(1) != '.') {
      return false;
    }
    int exponent = mark + (mark + 1 < text.length() && text.charAt(mark + 1) == '+' ? 2 : 1);
    return isCount(text.substring(exponent), 2)
        && Text.isDigit(text.charAt(0))
        && isCount(text.substring(2, mark), LONGEST_NUMBER);
  }

  private static boolean isCount(String text, int longest) {
    if (text.isEmpty() || text.length() > longest) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!Text.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}

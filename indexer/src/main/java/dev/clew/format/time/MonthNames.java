// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

/** English names of months and weekdays, short and long, in any case. */
final class MonthNames {
  private static final String[] MONTHS = {
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december"
  };
  private static final String[] DAYS = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
  };

  private MonthNames() {}

  /** The month named at {@code from}, 1 to 12; 0 when there is none. */
  static int at(String text, int from) {
    return index(text, from, MONTHS);
  }

  /** True when a weekday is named at {@code from}. */
  static boolean isDay(String text, int from) {
    return index(text, from, DAYS) > 0;
  }

  /** Where the name at {@code from} ends. */
  static int end(String text, int from) {
    int end = from;
    while (end < text.length() && Chars.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int index(String text, int from, String[] names) {
    if (!Chars.isLetter(Chars.at(text, from)) || !Chars.isLetter(Chars.at(text, from + 2))) {
      return 0;
    }
    for (int i = 0; i < names.length; i++) {
      if (text.regionMatches(true, from, names[i], 0, 3)) {
        int length = end(text, from) - from;
        boolean known =
            length == 3
                || (length == 4 && text.regionMatches(true, from, names[i], 0, 4))
                || (length == names[i].length()
                    && text.regionMatches(true, from, names[i], 0, length));
        return known ? i + 1 : 0;
      }
    }
    return 0;
  }
}

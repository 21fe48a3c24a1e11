// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

/** Names of months and English ones of weekdays, short and long, in any case. */
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
    char c = Chars.at(text, from);
    if (!Chars.isLetter(c) && (c < 128 || !Character.isLetter(c))) {
      return 0;
    }
    int english = index(text, from, MONTHS);
    return english > 0 ? english : ForeignMonths.at(text, from);
  }

  /** True when a weekday is named at {@code from}. */
  static boolean isDay(String text, int from) {
    return index(text, from, DAYS) > 0;
  }

  /** Where the name at {@code from} ends, without the dot of an abbreviation. */
  static int end(String text, int from) {
    int end = from;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char c) {
    return Chars.isLetter(c) || (c >= 128 && Character.isLetter(c));
  }

  private static int index(String text, int from, String[] names) {
    char first = (char) (Chars.at(text, from) | 32);
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      if (name.charAt(0) == first && text.regionMatches(true, from, name, 0, 3)) {
        int length = end(text, from) - from;
        boolean known =
            length == 3
                || (length == 4 && text.regionMatches(true, from, name, 0, 4))
                || (length == name.length() && text.regionMatches(true, from, name, 0, length));
        return known ? i + 1 : 0;
      }
    }
    return 0;
  }
}

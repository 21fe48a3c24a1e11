// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

import java.time.zone.ZoneRulesProvider;
import java.util.Set;

/** The names of the IANA time zone database: {@code Europe/Berlin}, {@code EST5EDT}. */
final class ZoneNames {
  private static final int LONGEST = 40;

  /** Read when a text first looks like naming one, since most never do. */
  private static final class Known {
    static final Set<String> NAMES = Set.copyOf(ZoneRulesProvider.getAvailableZoneIds());
  }

  private ZoneNames() {}

  /** Where the name at {@code from} ends; {@code from} when there is none. */
  static int read(String text, int from, CivilTime time) {
    int end = from;
    boolean telling = false;
    int limit = Math.min(text.length(), from + LONGEST);
    for (; end < limit && isPart(text.charAt(end)); end++) {
      char c = text.charAt(end);
      telling |= c == '/' || (Chars.isDigit(c) && end == from + 3);
    }
    if (!telling || end - from < 5) {
      return from;
    }
    String name = text.substring(from, end);
    if (!Known.NAMES.contains(name)) {
      return from;
    }
    time.zone = name;
    return end;
  }

  private static boolean isPart(char c) {
    return Chars.isWordPart(c) || c == '/' || c == '-' || c == '+';
  }
}

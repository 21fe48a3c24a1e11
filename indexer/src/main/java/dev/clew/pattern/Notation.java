// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import static dev.clew.pattern.CharClass.isDigit;

/**
 * Recognises how addresses, times and numbers are written. Each method looks at {@code in[start,
 * end)} and answers where the notation that begins at {@code start} ends, or -1; none looks back.
 */
final class Notation {
  private static final int[] UUID_GROUPS = {8, 4, 4, 4, 12};

  private Notation() {}

  /** RFC 9562's 8-4-4-4-12 hex digits. */
  static int uuid(char[] in, int start, int end) {
    if (end - start < 36 || in[start + 8] != '-') {
      return -1;
    }
    int at = start;
    for (int group = 0; group < UUID_GROUPS.length; group++) {
      if (group > 0 && in[at++] != '-') {
        return -1;
      }
      for (int stop = at + UUID_GROUPS[group]; at < stop; at++) {
        if (!isHex(in[at])) {
          return -1;
        }
      }
    }
    return bounded(in, at, end);
  }

  /** Four numbers of up to three digits joined by dots. */
  static int ipv4(char[] in, int start, int end) {
    int at = start;
    for (int part = 0; part < 4; part++) {
      if (part > 0 && (at >= end || in[at++] != '.')) {
        return -1;
      }
      int stop = digits(in, at, Math.min(end, at + 3));
      if (stop == at) {
        return -1;
      }
      at = stop;
    }
    return at + 1 < end && in[at] == '.' && isDigit(in[at + 1]) ? -1 : bounded(in, at, end);
  }

  /** Hex groups joined by colons: eight of them, or fewer with one {@code ::}. */
  static int ipv6(char[] in, int start, int end) {
    int at = start;
    int groups = 0;
    boolean gap = false;
    while (at < end) {
      int stop = hex(in, at, Math.min(end, at + 4));
      groups += stop > at ? 1 : 0;
      if (groups > 8) {
        return -1;
      }
      at = stop;
      if (at + 1 < end && in[at] == ':' && in[at + 1] == ':' && !gap) {
        gap = true;
        at += 2;
      } else if (at + 1 < end && in[at] == ':' && isHex(in[at + 1])) {
        at++;
      } else {
        break;
      }
    }
    return groups == 8 || (gap && groups >= 1 && groups < 8) ? bounded(in, at, end) : -1;
  }

  /** Four to thirty-two pairs of hex digits joined by colons, as hardware addresses are written. */
  static int hexPairs(char[] in, int start, int end) {
    int at = start;
    int pairs = 0;
    while (pairs < 32 && at + 1 < end && isHex(in[at]) && isHex(in[at + 1])) {
      pairs++;
      at += 2;
      if (at + 2 < end && in[at] == ':' && isHex(in[at + 1])) {
        at++;
      } else {
        break;
      }
    }
    return pairs >= 4 ? bounded(in, at, end) : -1;
  }

  /** A time of day, a date, or a date, {@code T} and a time of day. */
  static int time(char[] in, int start, int end) {
    int date = date(in, start, end);
    if (date < 0) {
      return clock(in, start, end);
    }
    if (date < end && (in[date] == 'T' || in[date] == '_')) {
      int clock = clock(in, date + 1, end);
      if (clock >= 0) {
        return clock;
      }
    }
    return date < end && in[date] == ':' ? date : bounded(in, date, end);
  }

  private static int date(char[] in, int start, int end) {
    int year = digits(in, start, end);
    if (year - start != 4 || year >= end || (in[year] != '-' && in[year] != '/')) {
      return -1;
    }
    int month = digits(in, year + 1, Math.min(end, year + 3));
    if (month == year + 1 || month >= end || in[month] != in[year]) {
      return -1;
    }
    int day = digits(in, month + 1, Math.min(end, month + 3));
    boolean more = day < end && (isDigit(in[day]) || in[day] == in[year]);
    return day == month + 1 || more ? -1 : day;
  }

  /** {@code 10:15}, {@code 10:15:30}, {@code 10:15:30.123Z}, {@code 10:15:30+02:00}. */
  private static int clock(char[] in, int start, int end) {
    int at = digits(in, start, Math.min(end, start + 2));
    int parts = 1;
    while (at > start && parts < 3 && at + 2 < end && in[at] == ':' && twoDigits(in, at + 1)) {
      at += 3;
      parts++;
    }
    if (parts == 1) {
      return -1;
    }
    if (parts == 3 && at + 1 < end && in[at] == '.' && isDigit(in[at + 1])) {
      at = digits(in, at + 1, end);
    }
    at = zone(in, at, end);
    return at < end && in[at] == ':' && at + 1 < end && isHex(in[at + 1])
        ? -1
        : bounded(in, at, end);
  }

  private static int zone(char[] in, int at, int end) {
    if (at < end && in[at] == 'Z') {
      return at + 1;
    }
    if (at + 4 < end && (in[at] == '+' || in[at] == '-') && twoDigits(in, at + 1)) {
      int minutes = in[at + 3] == ':' ? at + 4 : at + 3;
      return minutes + 1 < end && twoDigits(in, minutes) ? minutes + 2 : at;
    }
    return at;
  }

  /** Where the digits from {@code start} end. */
  static int digits(char[] in, int start, int end) {
    int at = start;
    while (at < end && isDigit(in[at])) {
      at++;
    }
    return at;
  }

  static boolean isHex(char c) {
    return (CharClass.of(c) & CharClass.HEX) != 0;
  }

  private static int hex(char[] in, int start, int end) {
    int at = start;
    while (at < end && isHex(in[at])) {
      at++;
    }
    return at;
  }

  private static boolean twoDigits(char[] in, int at) {
    return isDigit(in[at]) && isDigit(in[at + 1]);
  }

  private static int bounded(char[] in, int at, int end) {
    return at < end && (CharClass.of(in[at]) & CharClass.WORD) != 0 ? -1 : at;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

/** Digits and signs of other scripts as ASCII, so that a date is read by one set of rules. */
final class Digits {
  /** No spelling of a time is longer. */
  private static final int LONGEST = 80;

  private Digits() {}

  /** The text up to a little after {@code at}, with every index meaning what it meant. */
  static String ascii(String text, int at) {
    char[] chars =
        text.substring(0, (int) Math.min(text.length(), (long) at + LONGEST)).toCharArray();
    for (int i = at; i < chars.length; i++) {
      chars[i] = ascii(chars[i]);
    }
    return new String(chars);
  }

  private static char ascii(char c) {
    if (c < 128) {
      return c;
    }
    if (Character.isDigit(c)) {
      return (char) ('0' + Character.digit(c, 10));
    }
    return switch (c) {
      case '\uff1a' -> ':';
      case '\uff0f' -> '/';
      case '\uff0e', '\u066b' -> '.';
      case '\uff0d', '\u2212', '\u2010', '\u2011' -> '-';
      case '\u060c', '\uff0c' -> ',';
      case '\u3000', '\u00a0', '\u202f' -> ' ';
      default -> c;
    };
  }
}

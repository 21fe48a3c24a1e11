// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

/** Characters of a text, asked for at any index: outside the text there is {@code NUL}. */
final class Chars {
  private Chars() {}

  static char at(String text, int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : 0;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isWordPart(char c) {
    return isDigit(c) || isLetter(c) || c == '_';
  }

  /** Where the run of digits that starts at {@code from} ends; at most {@code most} digits. */
  static int digitsEnd(String text, int from, int most) {
    int at = from;
    int limit = (int) Math.min(text.length(), (long) from + most);
    while (at < limit && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The number that the digits from {@code from} to {@code to} spell; at most 18 digits. */
  static long number(String text, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + (text.charAt(i) - '0');
    }
    return value;
  }

  static int skipSpaces(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

/** Characters that scanners ask for. */
public final class Text {
  private Text() {}

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  public static boolean isWordPart(char c) {
    return isLetter(c) || isDigit(c) || c == '_';
  }

  public static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\u00a0';
  }

  /** True when {@code text} ends with {@code word}, in any case. */
  static boolean endsWith(String text, String word) {
    int length = word.length();
    return text.regionMatches(true, text.length() - length, word, 0, length);
  }

  public static int skipSpaces(String text, int from, int end) {
    int at = from;
    while (at < end && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The first blank between two places, or -1. */
  public static int indexOfSpace(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (isSpace(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }
}

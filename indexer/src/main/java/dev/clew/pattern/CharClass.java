// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

/** The classes of characters the scanner tells apart, as bits so that a run's classes add up. */
final class CharClass {
  /** Ends every token: white space, brackets, quotes, {@code , ; = |} and control characters. */
  static final int BREAK = 1;

  static final int DIGIT = 1 << 1;
  static final int HEX_LETTER = 1 << 2;

  /**
   * Any other letter, the underscore, and everything outside ASCII that is not a {@link #BREAK}.
   */
  static final int LETTER = 1 << 3;

  static final int SLASH = 1 << 4;
  static final int BACKSLASH = 1 << 5;
  static final int COLON = 1 << 6;
  static final int DOT = 1 << 7;
  static final int DASH = 1 << 8;
  static final int AT = 1 << 9;

  /** The rest of ASCII's punctuation, which separates the words of a token. */
  static final int OTHER = 1 << 10;

  static final int HEX = DIGIT | HEX_LETTER;
  static final int WORD = DIGIT | HEX_LETTER | LETTER;

  private static final int[] ASCII = ascii();

  private CharClass() {}

  static int of(char c) {
    if (c < 128) {
      return ASCII[c];
    }
    return c <= '\u00A0' || c == '\u2028' || c == '\u2029' || VariableType.isMarker(c)
        ? BREAK
        : LETTER;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int[] ascii() {
    int[] classes = new int[128];
    for (char c = 0; c < 128; c++) {
      classes[c] = c <= ' ' || c == 127 || ",;=|\"'`()[]{}<>".indexOf(c) >= 0 ? BREAK : OTHER;
    }
    set(classes, "0123456789", DIGIT);
    set(classes, "abcdefABCDEF", HEX_LETTER);
    set(classes, "ghijklmnopqrstuvwxyzGHIJKLMNOPQRSTUVWXYZ_", LETTER);
    set(classes, "/", SLASH);
    set(classes, "\\", BACKSLASH);
    set(classes, ":", COLON);
    set(classes, ".", DOT);
    set(classes, "-", DASH);
    set(classes, "@", AT);
    return classes;
  }

  private static void set(int[] classes, String characters, int bit) {
    for (int i = 0; i < characters.length(); i++) {
      classes[characters.charAt(i)] = bit;
    }
  }
}

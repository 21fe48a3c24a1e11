// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

/** Finds {@code name=value} in text, however it is spelled there. */
final class PairText {
  private static final String QUOTES = "\"'";

  private PairText() {}

  /**
   * True when {@code text} holds the name, then {@code =} or {@code :}, then the value. The name
   * may be in quotes, so may the value, and spaces may stand around the sign. Neither may be a part
   * of a longer name or value.
   */
  static boolean says(String text, String name, String value) {
    String folded = Words.fold(text);
    String foldedName = Words.fold(name);
    String foldedValue = Words.fold(value);
    for (int at = folded.indexOf(foldedName); at >= 0; at = folded.indexOf(foldedName, at + 1)) {
      if (startsName(folded, at) && valueFollows(folded, at + foldedName.length(), foldedValue)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsName(String text, int at) {
    if (at == 0) {
      return true;
    }
    int before = text.codePointBefore(at);
    return !Words.isPart(before) && before != '_' && before != '.' && before != '-';
  }

  private static boolean valueFollows(String text, int nameEnd, String value) {
    int sign = skipSpaces(text, skipQuote(text, nameEnd));
    if (sign >= text.length() || (text.charAt(sign) != '=' && text.charAt(sign) != ':')) {
      return false;
    }
    int start = skipSpaces(text, sign + 1);
    return isValue(text, start, value) || isValue(text, skipQuote(text, start), value);
  }

  private static boolean isValue(String text, int start, String value) {
    if (!text.startsWith(value, start)) {
      return false;
    }
    int end = start + value.length();
    if (end == text.length() || !Words.isPart(value.codePointBefore(value.length()))) {
      return true;
    }
    int after = text.codePointAt(end);
    return !Words.isPart(after) && after != '_' && !isDecimals(text, end);
  }

  /** In {@code 1.5} the point does not end the value 1. */
  private static boolean isDecimals(String text, int at) {
    return text.charAt(at) == '.'
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at + 1))
        && Character.isDigit(text.charAt(at - 1));
  }

  private static int skipQuote(String text, int at) {
    return at < text.length() && QUOTES.indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
  }

  private static int skipSpaces(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }
}

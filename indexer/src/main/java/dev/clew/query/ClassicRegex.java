// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

/** Regular expressions of Lucene, which have no anchors and some operators of their own. */
final class ClassicRegex {
  private static final String CLASSES = "dDwWsS";
  private static final String OWN = "~&#@<>\"";

  private ClassicRegex() {}

  /**
   * {@code expression} in RE2 syntax.
   *
   * @throws IllegalArgumentException when it has an operator that RE2 lacks
   */
  static String translate(String expression) {
    StringBuilder translated = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      if (c == '\\' && i + 1 < expression.length()) {
        char next = expression.charAt(++i);
        if (Character.isLetterOrDigit(next) && CLASSES.indexOf(next) < 0) {
          throw new IllegalArgumentException("expressions of Lucene have no \\%c".formatted(next));
        }
        translated.append(c).append(next);
      } else if (inClass) {
        inClass = c != ']';
        translated.append(c);
      } else if (OWN.indexOf(c) >= 0) {
        throw new IllegalArgumentException(
            "'%c' in an expression is an operator of Lucene alone".formatted(c));
      } else {
        inClass = c == '[';
        translated.append(c == '^' || c == '$' ? "\\" : "").append(c);
      }
    }
    return translated.toString();
  }
}

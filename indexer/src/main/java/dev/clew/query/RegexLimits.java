// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Regular expressions that take time linear in the text, however they are written. */
final class RegexLimits {
  private static final String OPERATORS = "\\[(*+?|^${";
  private static final int MAX_NESTING = 50;
  private static final int MAX_ALTERNATIVES = 256;

  /** Counted repeats are unrolled, so nested ones multiply the size of the program. */
  private static final long MAX_REPEAT_PRODUCT = 10_000;

  private RegexLimits() {}

  /** True when {@code text} has something that plain text has not. */
  static boolean looksLikeOne(String text) {
    return text.chars().anyMatch(c -> OPERATORS.indexOf(c) >= 0);
  }

  /**
   * {@code expression} without needless escapes of slashes, in a group if it could be mistaken for
   * plain text such as a path.
   */
  static String canonical(String expression) {
    StringBuilder plain = new StringBuilder();
    for (int at = 0; at < expression.length(); at++) {
      char c = expression.charAt(at);
      if (c == '\\' && at + 1 < expression.length()) {
        char next = expression.charAt(++at);
        plain.append(next == '/' ? "/" : "\\" + next);
      } else {
        plain.append(c);
      }
    }
    boolean plainly = !looksLikeOne(expression) || QueryText.isSpace(plain.charAt(0));
    return plainly ? "(?:" + plain + ")" : plain.toString();
  }

  /**
   * Compiles for a search without regard to case, in which {@code ^} and {@code $} mean lines.
   *
   * @throws IllegalArgumentException when it is no expression or beyond a limit
   */
  static Pattern compile(String expression) {
    if (expression.length() > Query.Regex.MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a regular expression may have %,d characters".formatted(Query.Regex.MAX_LENGTH));
    }
    checkSize(expression);
    try {
      return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("not a regular expression: " + e.getDescription(), e);
    }
  }

  private static void checkSize(String expression) {
    int depth = 0;
    int alternatives = 1;
    long product = 1;
    for (int at = 0; at < expression.length(); at++) {
      switch (expression.charAt(at)) {
        case '\\' -> at++;
        case '(' -> depth++;
        case ')' -> depth--;
        case '|' -> alternatives++;
        case '{' -> product *= repeat(expression, at + 1);
        default -> {}
      }
      if (depth > MAX_NESTING) {
        throw new IllegalArgumentException(
            "a regular expression may nest %d groups".formatted(MAX_NESTING));
      }
      if (alternatives > MAX_ALTERNATIVES) {
        throw new IllegalArgumentException(
            "a regular expression may have %d alternatives".formatted(MAX_ALTERNATIVES));
      }
      if (product > MAX_REPEAT_PRODUCT) {
        throw new IllegalArgumentException(
            "the repeats of a regular expression may multiply to %,d"
                .formatted(MAX_REPEAT_PRODUCT));
      }
    }
  }

  /** The largest number in the braces that start before {@code at}, at least 1. */
  private static long repeat(String expression, int at) {
    long largest = 1;
    long number = 0;
    for (int i = at; i < expression.length() && expression.charAt(i) != '}'; i++) {
      char c = expression.charAt(i);
      number = c >= '0' && c <= '9' ? Math.min(number * 10 + (c - '0'), MAX_REPEAT_PRODUCT + 1) : 0;
      largest = Math.max(largest, number);
    }
    return largest;
  }
}

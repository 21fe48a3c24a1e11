// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import java.util.Set;

/** What bare text, typed without quotes, can and cannot say: shared by the parser and printer. */
public final class Typed {
  /** What stands before a quoted text in Lucene's classic syntax. */
  static final String CLASSIC = "lucene:";

  private static final Set<String> OPERATORS = Set.of("and", "or", "not");

  /** Characters of URLs, code and key=value text, in which a question mark is just that. */
  private static final String NOT_BESIDE_QUESTION_MARK = "/=&:%";

  private Typed() {}

  /** True when {@code text} needs no quotes to be read as itself. */
  static boolean isBare(String text) {
    return Words.any(text)
        && !text.contains("..")
        && !text.startsWith("-")
        && !OPERATORS.contains(Words.fold(text))
        && text.chars().allMatch(Typed::isPlain);
  }

  /** True when {@code pattern} needs no quotes to be read as a pattern. */
  static boolean isBarePattern(String pattern) {
    return hasWildcard(pattern)
        && Words.any(pattern)
        && !pattern.contains("..")
        && !pattern.startsWith("-")
        && pattern.chars().allMatch(c -> isPlain(c) || c == '*' || c == '?');
  }

  /** True when a star or question mark in {@code chunk} is meant as a wildcard. */
  static boolean hasWildcard(String chunk) {
    if (chunk.indexOf('*') >= 0) {
      return true;
    }
    for (int at = chunk.indexOf('?'); at > 0; at = chunk.indexOf('?', at + 1)) {
      boolean inside =
          at + 1 < chunk.length()
              && Words.isPart(chunk.charAt(at - 1))
              && Words.isPart(chunk.charAt(at + 1));
      if (inside) {
        return chunk.chars().noneMatch(c -> NOT_BESIDE_QUESTION_MARK.indexOf(c) >= 0);
      }
    }
    return false;
  }

  static boolean isOnlyStars(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c == '*');
  }

  /** {@code text} in quotes, from which the parser reads it as it is. */
  public static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  static String bareOrQuoted(String text) {
    return isBare(text) ? text : quote(text);
  }

  private static boolean isPlain(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-';
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.column;

import dev.clew.format.field.Text;

/** Cuts the head of a line into columns, one after the other. Not thread-safe. */
final class Cutter {
  /** A bracket that is longer is a word. */
  static final int MAX_BRACKET = 400;

  private int start;
  private int end;
  private int next;

  /**
   * Cuts the column that starts at {@code from}, where no blank may stand.
   *
   * @return false when there is none before {@code to}
   */
  boolean cut(String line, int from, int to) {
    if (from >= to) {
      return false;
    }
    start = from;
    char c = line.charAt(from);
    end =
        c == '[' || c == '(' || c == '<' || c == '{'
            ? bracket(line, from, to)
            : word(line, from, to);
    next = Text.skipSpaces(line, end, to);
    if (next < to && line.charAt(next) == '|') {
      next = Text.skipSpaces(line, next + 1, to);
    }
    return true;
  }

  private static int word(String line, int from, int to) {
    int at = from;
    while (at < to && !Text.isSpace(line.charAt(at)) && line.charAt(at) != '|') {
      at++;
    }
    return at;
  }

  private static int bracket(String line, int from, int to) {
    char open = line.charAt(from);
    char close = closing(open);
    int depth = 0;
    int limit = Math.min(to, from + MAX_BRACKET);
    for (int i = from; i < limit; i++) {
      char c = line.charAt(i);
      depth += c == open ? 1 : c == close ? -1 : 0;
      if (depth == 0) {
        return i + 1 < to && line.charAt(i + 1) == ':' ? i + 2 : i + 1;
      }
    }
    return word(line, from, to);
  }

  static char closing(char open) {
    return open == '[' ? ']' : open == '(' ? ')' : open == '<' ? '>' : '}';
  }

  /** Where the first column starts: blanks and one bar are passed over. */
  static int first(String line, int from, int to) {
    int at = Text.skipSpaces(line, from, to);
    return at < to && line.charAt(at) == '|' ? Text.skipSpaces(line, at + 1, to) : at;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Where the column after this one starts. */
  int next() {
    return next;
  }
}

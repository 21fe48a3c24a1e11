// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import static dev.clew.pattern.CharClass.isDigit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A distinct shape of the input, with what its lines show about its variables: a name that merely
 * holds a digit ({@code jk2_init}, {@code Slf4jLogger}, {@code ssh2}) is the same in all of them.
 */
final class MinedShape {
  private static final int MOST_DIGITS = 2;
  private static final int ENOUGH_LINES = 5;
  private static final int ENOUGH_LETTERS = 4;

  private final int index;
  private final Shape first;
  private final char[] text;
  private final boolean[] constant;
  private int lines;

  MinedShape(int index, String body) {
    this.index = index;
    this.first = Shape.split(body);
    this.text = first.text().toCharArray();
    this.constant = new boolean[first.variables().size()];
    for (int i = 0; i < constant.length; i++) {
      constant[i] = isPossibleName(first.variables().get(i));
    }
  }

  /** True when {@code line} has this shape. */
  boolean is(ShapeScanner line) {
    return Arrays.equals(text, 0, text.length, line.shape(), 0, line.length());
  }

  /** Counts a line of this shape and notes which variables differ from those of the first line. */
  void add(String body, ShapeScanner line) {
    lines++;
    for (int i = 0; i < constant.length; i++) {
      if (constant[i]) {
        String value = first.variables().get(i);
        constant[i] =
            line.end(i) - line.start(i) == value.length() && body.startsWith(value, line.start(i));
      }
    }
  }

  /** Place of this shape among the input's, in the order of their first lines. */
  int index() {
    return index;
  }

  int lines() {
    return lines;
  }

  /** The first line's shape, with the variables that turned out to be names put back. */
  Shape settled() {
    StringBuilder text = new StringBuilder(first.text().length() + 16);
    List<String> variables = new ArrayList<>(constant.length);
    int next = 0;
    for (int i = 0; i < first.text().length(); i++) {
      char c = first.text().charAt(i);
      if (!VariableType.isMarker(c)) {
        text.append(c);
      } else if (constant[next] && isName(first.variables().get(next), i)) {
        text.append(first.variables().get(next++));
      } else {
        text.append(c);
        variables.add(first.variables().get(next++));
      }
    }
    return new Shape(text.toString(), variables);
  }

  private boolean isName(String value, int at) {
    char after = at + 1 < first.text().length() ? first.text().charAt(at + 1) : ' ';
    return after == '=' || after == '(' || isLikelyName(value, lines);
  }

  /** Begins with a letter, is a single word, and holds one or two digits. */
  private static boolean isPossibleName(String value) {
    int digits = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= 128 || (CharClass.of(c) & CharClass.WORD) == 0) {
        return false;
      }
      digits += isDigit(c) ? 1 : 0;
    }
    return digits <= MOST_DIGITS && !value.isEmpty() && Character.isLetter(value.charAt(0));
  }

  /** True when enough lines agree on a possible name, or its digit stands inside a longer word. */
  private static boolean isLikelyName(String value, int lines) {
    boolean inside = !isDigit(value.charAt(value.length() - 1));
    return lines >= ENOUGH_LINES || (inside && value.length() > ENOUGH_LETTERS + MOST_DIGITS - 1);
  }
}

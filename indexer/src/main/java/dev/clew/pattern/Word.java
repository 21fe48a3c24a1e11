// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import static dev.clew.pattern.CharClass.isDigit;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the word that begins somewhere in a token ends, and what kind of variable it is. */
final class Word {
  private static final int SHORTEST_HEX = 6;
  private static final int LONGEST_UNIT = 7;
  private static final Set<String> DURATION_UNITS =
      Set.of(
          "ns", "us", "\u00B5s", "\u03BCs", "ms", "msec", "msecs", "s", "sec", "secs", "second",
          "seconds", "m", "min", "mins", "minute", "minutes", "h", "hr", "hrs", "hour", "hours",
          "d", "day", "days");
  private static final Set<String> SIZE_UNITS =
      Set.of(
          "b", "k", "kb", "kib", "mb", "mib", "g", "gb", "gib", "t", "tb", "tib", "pb", "pib",
          "byte", "bytes");

  private Word() {}

  /**
   * The end of the word at {@code start}: letters, digits and underscores, after an optional sign.
   * Parts that each hold a digit are one word over {@code - . +} (but two plain numbers are a range
   * and stay two), and so are an underscore and a signed number.
   */
  static int end(char[] in, int start, int end) {
    int at = run(in, isSign(in[start]) ? start + 1 : start, end);
    int part = start;
    while (at + 1 < end) {
      char joint = in[at];
      if (joint == '-' && in[at - 1] == '_' && isDigit(in[at + 1])) {
        at = run(in, at + 1, end);
      } else if (joint == '.' && isDigit(in[at - 1]) && isDigit(in[at + 1])) {
        at = run(in, at + 1, end);
      } else if ((joint == '-' || joint == '.' || joint == '+') && joins(in, part, at, end)) {
        part = at + 1;
        at = run(in, part, end);
      } else {
        break;
      }
    }
    return at;
  }

  private static boolean isSign(char c) {
    return c == '-' || c == '+';
  }

  private static int run(char[] in, int start, int end) {
    int at = start;
    while (at < end && (CharClass.of(in[at]) & CharClass.WORD) != 0) {
      at++;
    }
    return at;
  }

  private static boolean joins(char[] in, int part, int joint, int end) {
    int next = run(in, joint + 1, end);
    return hasDigit(in, part, joint)
        && hasDigit(in, joint + 1, next)
        && !(isNumber(in, part, joint) && isNumber(in, joint + 1, next));
  }

  private static boolean hasDigit(char[] in, int start, int end) {
    for (int i = start; i < end; i++) {
      if (isDigit(in[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNumber(char[] in, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!isDigit(in[i]) && in[i] != '.' && !(i == start && isSign(in[i]))) {
        return false;
      }
    }
    return true;
  }

  /** The kind of variable that {@code in[start, end)} is; null when it holds no digit. */
  static @Nullable VariableType type(char[] in, int start, int end) {
    if (!hasDigit(in, start, end)) {
      return null;
    }
    int first = isSign(in[start]) ? start + 1 : start;
    if (isNumber(in, first, end)) {
      boolean padded = in[first] == '0' && end - first >= SHORTEST_HEX;
      return padded && Notation.digits(in, first, end) == end ? VariableType.HEX : VariableType.NUM;
    }
    if (isHex(in, first, end)) {
      return VariableType.HEX;
    }
    return isDigit(in[first]) ? quantity(in, first, end) : VariableType.ID;
  }

  private static boolean isHex(char[] in, int start, int end) {
    boolean prefixed = end - start > 2 && in[start] == '0' && (in[start + 1] | 32) == 'x';
    for (int i = prefixed ? start + 2 : start; i < end; i++) {
      if (!Notation.isHex(in[i])) {
        return false;
      }
    }
    return prefixed || end - start >= SHORTEST_HEX;
  }

  /** Numbers with units attached; several only when all are units of time: {@code 1h30m}. */
  private static VariableType quantity(char[] in, int start, int end) {
    VariableType type = VariableType.ID;
    int at = start;
    while (at < end) {
      int number = at;
      while (number < end && (isDigit(in[number]) || in[number] == '.')) {
        number++;
      }
      int unit = number;
      while (unit < end && !isDigit(in[unit]) && unit - number <= LONGEST_UNIT) {
        unit++;
      }
      VariableType next =
          unit - number > LONGEST_UNIT
              ? VariableType.ID
              : unit(new String(in, number, unit - number));
      boolean compound = at > start;
      if (next == VariableType.ID || number == at || (compound && next != VariableType.DURATION)) {
        return exponent(in, start, end) ? VariableType.NUM : VariableType.ID;
      }
      if (compound && type != VariableType.DURATION) {
        return VariableType.ID;
      }
      type = next;
      at = unit;
    }
    return type;
  }

  private static VariableType unit(String text) {
    if (DURATION_UNITS.contains(text)) {
      return VariableType.DURATION;
    }
    boolean size = text.equals("M") || SIZE_UNITS.contains(text.toLowerCase(java.util.Locale.ROOT));
    return size ? VariableType.SIZE : VariableType.ID;
  }

  /** {@code 1e9}, {@code 2.5E12}; the sign of an exponent ends a word before it gets here. */
  private static boolean exponent(char[] in, int start, int end) {
    int at = start;
    while (at < end && (isDigit(in[at]) || in[at] == '.')) {
      at++;
    }
    return at + 1 < end && (in[at] | 32) == 'e' && Notation.digits(in, at + 1, end) == end;
  }
}

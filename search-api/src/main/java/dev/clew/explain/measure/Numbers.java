// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.measure;

/** Numbers as attributes hold them: text that may be anything. */
public final class Numbers {
  private static final int LONGEST = 40;

  private Numbers() {}

  /** The number {@code text} is, or NaN. */
  public static double parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST || !looksNumeric(text)) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notOne) {
      return Double.NaN;
    }
  }

  private static boolean looksNumeric(String text) {
    char last = text.charAt(text.length() - 1);
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0)
        && last >= '.'
        && last <= '9';
  }
}

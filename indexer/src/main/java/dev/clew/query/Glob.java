// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

/** Text with wildcards: {@code *} stands for any characters or none, {@code ?} for exactly one. */
public final class Glob {
  private Glob() {}

  /** True when {@code glob} covers all of {@code text}; both are folded already. */
  public static boolean matches(String glob, String text) {
    int g = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        star = g++;
        resume = t;
      } else if (g < glob.length() && (glob.charAt(g) == '?' || same(glob, g, text, t))) {
        t += width(glob, g, text, t);
        g++;
      } else if (star >= 0) {
        // only the last star can need more text: an earlier one has done its part
        g = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }

  /** The characters before the first wildcard. */
  public static String literalStart(String glob) {
    int end = 0;
    while (end < glob.length() && glob.charAt(end) != '*' && glob.charAt(end) != '?') {
      end++;
    }
    return glob.substring(0, end);
  }

  private static boolean same(String glob, int g, String text, int t) {
    return glob.charAt(g) == text.charAt(t);
  }

  /** A question mark takes a whole code point. */
  private static int width(String glob, int g, String text, int t) {
    return glob.charAt(g) == '?' ? Character.charCount(text.codePointAt(t)) : 1;
  }
}

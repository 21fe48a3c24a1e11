// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

/** Colours that programs send to a terminal. */
public final class Ansi {
  private static final char ESCAPE = '\u001b';

  private Ansi() {}

  /** {@code text} without control sequences (ECMA-48, section 5.4). */
  public static String strip(String text) {
    int escape = text.indexOf(ESCAPE);
    if (escape < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int from = 0;
    while (escape >= 0) {
      plain.append(text, from, escape);
      from = end(text, escape);
      escape = text.indexOf(ESCAPE, from);
    }
    return plain.append(text, from, text.length()).toString();
  }

  private static int end(String text, int escape) {
    if (escape + 1 >= text.length() || text.charAt(escape + 1) != '[') {
      return escape + 1;
    }
    int at = escape + 2;
    while (at < text.length() && text.charAt(at) < '@') {
      at++;
    }
    return Math.min(text.length(), at + 1);
  }
}

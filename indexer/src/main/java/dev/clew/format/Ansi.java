// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

/**
 * What programs send to a terminal beside text: colours, titles, links, cursor moves (ECMA-48, and
 * what terminals made of it). Text without it can be searched and shown safely.
 *
 * <ul>
 *   <li>Control sequences, control strings and what selects character sets are left out; of a link
 *       the text stays and the target goes.
 *   <li>Letters typed over themselves, or underlined with the backspace key, appear once.
 *   <li>Text that a carriage return would hide behind other text stays: both are shown, with a
 *       blank between them.
 * </ul>
 */
public final class Ansi {
  private static final char ESCAPE = '\u001b';
  private static final char BACKSPACE = '\b';
  private static final char BELL = '\u0007';
  private static final char STRING_END = '\u009c';

  /** What may have to be left out starts with one of these. */
  private static final String CONTROLS = "\u001b\b\r\u0090\u0098\u009b\u009d\u009e\u009f";

  /** A string that nothing closes must not hide the rest of a line. */
  private static final int MAX_STRING = 4096;

  private Ansi() {}

  /** {@code text} as a person would read it; {@code text} itself when nothing is in it. */
  public static String strip(String text) {
    int from = firstControl(text);
    if (from == text.length()) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    plain.append(text, 0, from);
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case ESCAPE -> at = afterEscape(text, at);
        case BACKSPACE -> at = afterBackspace(text, at, plain);
        case '\r' -> {
          plain.append(separates(plain) ? " " : "");
          at++;
        }
        default -> {
          if (isControlSequence(c)) {
            at = afterSequence(text, at + 1);
          } else if (isString(c)) {
            at = afterString(text, at + 1);
          } else {
            plain.append(c);
            at++;
          }
        }
      }
    }
    return plain.toString();
  }

  /** Searches for one character at a time, which the platform does many bytes at once. */
  private static int firstControl(String text) {
    int first = text.length();
    for (int i = 0; i < CONTROLS.length(); i++) {
      int at = text.indexOf(CONTROLS.charAt(i));
      first = at >= 0 && at < first ? at : first;
    }
    return first;
  }

  private static boolean separates(StringBuilder plain) {
    return !plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ';
  }

  /** The one-character form of {@code ESC [}. */
  private static boolean isControlSequence(char c) {
    return c == '\u009b';
  }

  /**
   * The one-character forms of {@code ESC P}, {@code ESC X}, {@code ESC ]}, {@code ESC ^}, ESC _.
   */
  private static boolean isString(char c) {
    return c == '\u0090' || c == '\u0098' || (c >= '\u009d' && c <= '\u009f');
  }

  private static int afterEscape(String text, int escape) {
    int at = escape + 1;
    if (at == text.length()) {
      return at;
    }
    char kind = text.charAt(at);
    return switch (kind) {
      case '[' -> afterSequence(text, at + 1);
      case ']', 'P', 'X', '^', '_' -> afterString(text, at + 1);
      default -> {
        while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) <= '/') {
          at++;
        }
        boolean last = at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '~';
        boolean known = at > escape + 1 || "78=>cDEHMNOZlmno|}~\\".indexOf(kind) >= 0;
        yield last && known ? at + 1 : escape + 1;
      }
    };
  }

  /** After parameters, intermediate characters and the final one (ECMA-48, section 5.4). */
  private static int afterSequence(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) <= '?') {
      at++;
    }
    return at < text.length() && text.charAt(at) >= '@' && text.charAt(at) <= '~' ? at + 1 : at;
  }

  /** After the terminator of a control string; without one only its opener is left out. */
  private static int afterString(String text, int start) {
    int end = Math.min(text.length(), start + MAX_STRING);
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c == BELL || c == STRING_END) {
        return at + 1;
      }
      if (c == ESCAPE && at + 1 < text.length() && text.charAt(at + 1) == '\\') {
        return at + 2;
      }
    }
    return start;
  }

  /** A letter over the same one, over an underscore or under one counts once; else both stay. */
  private static int afterBackspace(String text, int at, StringBuilder plain) {
    int after = at + 1;
    if (plain.isEmpty() || after == text.length()) {
      return after;
    }
    char over = text.charAt(after);
    int last = plain.length() - 1;
    char under = plain.charAt(last);
    if (over == under || over == '_') {
      return after + 1;
    }
    if (under == '_') {
      plain.setLength(last);
    }
    return after;
  }
}

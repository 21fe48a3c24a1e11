// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

/** Writes the text of a shape for people. */
final class Template {
  /** The longest template, in characters, with its ellipsis. */
  static final int LIMIT = 400;

  private static final char ELLIPSIS = '\u2026';
  private static final char REPLACEMENT = '\uFFFD';

  private Template() {}

  /**
   * The text with {@code <num>} and its like for each variable, runs of white space as one blank,
   * and U+FFFD for whatever cannot be shown safely (control and format characters, lone
   * surrogates); cut to {@link #LIMIT} characters.
   */
  static String of(String text) {
    StringBuilder out = new StringBuilder(Math.min(text.length() + 32, LIMIT + 16));
    for (int i = 0; i < text.length() && out.length() <= LIMIT; i++) {
      char c = text.charAt(i);
      if (VariableType.isMarker(c)) {
        out.append(VariableType.of(c).placeholder());
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        int codePoint = Character.toCodePoint(c, text.charAt(++i));
        out.appendCodePoint(isShown(codePoint) ? codePoint : REPLACEMENT);
      } else {
        appendPlain(out, c);
      }
    }
    return cut(out);
  }

  /** The text with {@code <num>} and its like for each variable, and nothing else changed. */
  static String placeholders(String text) {
    StringBuilder out = new StringBuilder(text.length() + 32);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(VariableType.isMarker(c) ? VariableType.of(c).placeholder() : String.valueOf(c));
    }
    return out.toString();
  }

  private static void appendPlain(StringBuilder out, char c) {
    if (c > ' ' && c < 127) {
      out.append(c);
    } else if (isBlank(c)) {
      if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    } else {
      out.append(isShown(c) ? c : REPLACEMENT);
    }
  }

  private static String cut(StringBuilder out) {
    while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    if (out.length() <= LIMIT) {
      return out.toString();
    }
    int end = LIMIT - 1;
    if (Character.isHighSurrogate(out.charAt(end - 1))) {
      end--;
    }
    out.setLength(end);
    return out.append(ELLIPSIS).toString();
  }

  static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || Character.isSpaceChar(c);
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
      default -> true;
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

/**
 * Text with what a reader cannot see made visible: controls, marks of writing direction and
 * characters of no width, which could make a line look like another one.
 */
final class Visible {
  private Visible() {}

  /** The text; tabs and line ends stay. */
  static String of(String text) {
    StringBuilder out = null;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      if (hides(point)) {
        if (out == null) {
          out = new StringBuilder(text.length() + 16).append(text, 0, at);
        }
        out.append("\\u{").append(Integer.toHexString(point)).append('}');
      } else if (out != null) {
        out.appendCodePoint(point);
      }
      at = next;
    }
    return out == null ? text : out.toString();
  }

  /** In one line. */
  static String line(String text) {
    return of(text.replaceAll("\\R", " ⏎ ").replace('\t', ' '));
  }

  private static boolean hides(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\t' && point != '\n';
      case Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}

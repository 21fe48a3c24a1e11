// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

import java.util.regex.Pattern;

/** Text inside XML and HTML. */
final class Markup {
  private static final Pattern CITED = Pattern.compile("\\[(E[1-9][0-9]{0,5})]");

  private Markup() {}

  /** The text as it reads, hidden characters shown; good in elements and in quoted attributes. */
  static String text(String text) {
    String plain = Visible.of(text);
    StringBuilder out = new StringBuilder(plain.length() + 16);
    plain
        .codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                // No XML can hold these two; a file with one of them is no file.
                case 0xFFFE, 0xFFFF ->
                    out.append("\\u{").append(Integer.toHexString(point)).append('}');
                default -> out.appendCodePoint(point);
              }
            });
    return out.toString();
  }

  /** The text, in which {@code [E1]} leads to the evidence. */
  static String cited(String text) {
    return CITED.matcher(text(text)).replaceAll("<a href=\"#$1\">[$1]</a>");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

import java.util.Locale;

/** Bars as a picture of vectors, its finding in words, and its figures in a table below. */
final class Drawing {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 140;
  private static final int GAP = 1;

  private Drawing() {}

  static String of(Part.Bars bars) {
    long highest = Math.max(1, bars.bars().stream().mapToLong(Part.Bar::total).max().orElse(1));
    double step = (double) WIDTH / bars.bars().size();
    StringBuilder out = new StringBuilder();
    out.append(
            "<figure>\n<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\""
                .formatted(WIDTH, HEIGHT))
        .append(Markup.text(bars.finding()))
        .append("\">\n");
    for (int i = 0; i < bars.bars().size(); i++) {
      bar(out, bars, bars.bars().get(i), i * step, Math.max(0.5, step - GAP), highest);
    }
    out.append("</svg>\n<figcaption>").append(Markup.text(bars.finding())).append("; ");
    for (String level : bars.levels()) {
      out.append("<span class=\"key %s\">%s</span> ".formatted(word(level), word(level)));
    }
    return out.append("</figcaption>\n</figure>\n<details>\n<summary>The figures</summary>\n")
        .append(table(bars))
        .append("</details>\n")
        .toString();
  }

  private static void bar(
      StringBuilder out, Part.Bars bars, Part.Bar bar, double x, double width, long highest) {
    double base = HEIGHT;
    for (String level : bars.levels()) {
      double high = (double) HEIGHT * bar.counts().getOrDefault(level, 0L) / highest;
      if (high > 0) {
        base -= high;
        out.append(
            String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/>%n",
                word(level),
                x,
                base,
                width,
                high));
      }
    }
  }

  /** A level's name, which comes from a stored answer, as a plain word. */
  private static String word(String level) {
    return level.replaceAll("[^a-z]", "");
  }

  /** The figures, a row a bar. */
  static String table(Part.Bars bars) {
    StringBuilder out = new StringBuilder("<table><tbody>\n<tr><th>From (UTC)</th>");
    for (String level : bars.levels()) {
      out.append("<th>").append(word(level)).append("</th>");
    }
    out.append("</tr>\n");
    for (Part.Bar bar : bars.bars()) {
      out.append("<tr><td>").append(Markup.text(bar.label())).append("</td>");
      for (String level : bars.levels()) {
        out.append("<td>").append(bar.counts().getOrDefault(level, 0L)).append("</td>");
      }
      out.append("</tr>\n");
    }
    return out.append("</tbody></table>\n").toString();
  }
}

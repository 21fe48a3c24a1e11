// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The document as one file of HTML: no script, nothing fetched, good on screens and on paper. Its
 * own content security policy allows its style sheet and nothing else.
 */
final class HtmlFile {
  private static final Prose PROSE = new Prose(List.of());

  private final StringBuilder out = new StringBuilder();

  private HtmlFile() {}

  static String of(String title, List<Part> parts) {
    HtmlFile file = new HtmlFile();
    file.out
        .append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("style-src 'unsafe-inline'\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        .append(Markup.text(title))
        .append("</title>\n<style>\n")
        .append(style())
        .append("</style>\n</head>\n<body>\n<main>\n");
    parts.forEach(file::write);
    file.out.append("</main>\n</body>\n</html>\n");
    return file.out.toString();
  }

  private static String style() {
    try (InputStream sheet = HtmlFile.class.getResourceAsStream("postmortem.css")) {
      if (sheet == null) {
        throw new IllegalStateException("postmortem.css is not on the class path");
      }
      return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read postmortem.css", broken);
    }
  }

  private void write(Part part) {
    switch (part) {
      case Part.Heading heading -> heading(heading);
      case Part.Prose prose -> out.append(PROSE.html(prose.markdown()));
      case Part.Sentence sentence -> element("p", Markup.cited(sentence.text()));
      case Part.Facts facts -> facts(facts);
      case Part.Rows rows -> rows(rows);
      case Part.Lines lines -> element("pre", Markup.text(String.join("\n", lines.lines())));
      case Part.Bars bars -> out.append(Drawing.of(bars));
    }
  }

  private void heading(Part.Heading heading) {
    String id = heading.anchor().isEmpty() ? "" : " id=\"" + Markup.text(heading.anchor()) + "\"";
    out.append("<h%d%s>".formatted(heading.level(), id))
        .append(Markup.text(heading.text()))
        .append("</h%d>\n".formatted(heading.level()));
  }

  private void facts(Part.Facts facts) {
    out.append("<dl>\n");
    facts
        .facts()
        .forEach(
            (name, value) -> {
              element("dt", Markup.text(name));
              element("dd", Markup.cited(value));
            });
    out.append("</dl>\n");
  }

  private void rows(Part.Rows rows) {
    out.append("<table>\n<thead><tr>");
    rows.columns().forEach(column -> element("th scope=\"col\"", Markup.text(column)));
    out.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows.rows()) {
      out.append("<tr>");
      row.forEach(cell -> element("td", Markup.cited(cell)));
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n");
  }

  private void element(String tag, String inner) {
    String name = tag.split(" ", 2)[0];
    out.append('<').append(tag).append('>').append(inner).append("</").append(name).append(">\n");
  }
}

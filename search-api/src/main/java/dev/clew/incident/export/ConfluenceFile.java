// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

import java.util.List;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/**
 * The document in Confluence's storage format: XHTML without a head, whose code blocks and anchors
 * are macros. https://confluence.atlassian.com/doc/confluence-storage-format-790796544.html
 */
final class ConfluenceFile {
  private static final Prose PROSE = new Prose(List.of(Macros::new));

  private final StringBuilder out = new StringBuilder();

  private ConfluenceFile() {}

  static String of(List<Part> parts) {
    ConfluenceFile file = new ConfluenceFile();
    // The page has its own title, so that the document's is left to it.
    parts.stream()
        .filter(part -> !(part instanceof Part.Heading heading && heading.level() == 1))
        .forEach(file::write);
    return file.out.toString();
  }

  private void write(Part part) {
    switch (part) {
      case Part.Heading heading -> {
        anchor(heading.anchor());
        element("h" + heading.level(), Markup.text(heading.text()));
      }
      case Part.Prose prose -> out.append(PROSE.html(prose.markdown()));
      case Part.Sentence sentence -> element("p", cited(sentence.text()));
      case Part.Facts facts -> {
        out.append("<table><tbody>\n");
        facts
            .facts()
            .forEach(
                (name, value) ->
                    out.append("<tr><th>")
                        .append(Markup.text(name))
                        .append("</th><td>")
                        .append(cited(value))
                        .append("</td></tr>\n"));
        out.append("</tbody></table>\n");
      }
      case Part.Rows rows -> rows(rows);
      case Part.Lines lines -> out.append(code(String.join("\n", lines.lines())));
      case Part.Bars bars -> {
        element("p", Markup.text(bars.finding()));
        out.append(Drawing.table(bars));
      }
    }
  }

  private void rows(Part.Rows rows) {
    out.append("<table><tbody>\n<tr>");
    rows.columns().forEach(column -> element("th", Markup.text(column)));
    out.append("</tr>\n");
    for (List<String> row : rows.rows()) {
      out.append("<tr>");
      row.forEach(cell -> element("td", cited(cell)));
      out.append("</tr>\n");
    }
    out.append("</tbody></table>\n");
  }

  private void anchor(String name) {
    if (!name.isEmpty()) {
      out.append("<p><ac:structured-macro ac:name=\"anchor\"><ac:parameter ac:name=\"\">")
          .append(Markup.text(name))
          .append("</ac:parameter></ac:structured-macro></p>\n");
    }
  }

  private static String cited(String text) {
    return Markup.text(text)
        .replaceAll(
            "\\[(E[1-9][0-9]{0,5})]",
            "<ac:link ac:anchor=\"$1\"><ac:link-body>[$1]</ac:link-body></ac:link>");
  }

  /** The text of a code block stands in CDATA, whose end in the text is split in two. */
  static String code(String text) {
    return "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA["
        + Visible.of(text).replace("]]>", "]]]]><![CDATA[>")
        + "]]></ac:plain-text-body></ac:structured-macro>\n";
  }

  private void element(String name, String inner) {
    out.append('<').append(name).append('>').append(inner).append("</").append(name).append(">\n");
  }

  /** Nodes of prose that are macros here. */
  private static final class Macros implements NodeRenderer {
    private final HtmlNodeRendererContext context;

    Macros(HtmlNodeRendererContext context) {
      this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(FencedCodeBlock.class, IndentedCodeBlock.class, Link.class);
    }

    @Override
    public void render(Node node) {
      switch (node) {
        case FencedCodeBlock block -> context.getWriter().raw(code(block.getLiteral()));
        case IndentedCodeBlock block -> context.getWriter().raw(code(block.getLiteral()));
        case Link link -> link(link);
        default -> throw new IllegalArgumentException("not a macro: " + node);
      }
    }

    private void link(Link link) {
      String destination = link.getDestination();
      boolean inside = destination.startsWith("#");
      boolean safe = destination.matches("(?i)(https?|mailto):.*");
      context
          .getWriter()
          .raw(
              inside
                  ? "<ac:link ac:anchor=\"%s\"><ac:link-body>"
                      .formatted(Markup.text(destination.substring(1)))
                  : "<a href=\"%s\">".formatted(safe ? Markup.text(destination) : ""));
      for (Node child = link.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
      context.getWriter().raw(inside ? "</ac:link-body></ac:link>" : "</a>");
    }
  }
}

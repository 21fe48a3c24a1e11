// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlNodeRendererFactory;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * People's Markdown as XHTML: raw HTML in it is shown as text, addresses are only those of http,
 * https and mail, pictures are their descriptions (nothing is fetched when the file is opened), and
 * {@code [E1]} leads to the evidence.
 */
final class Prose {
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final Pattern CITED = Pattern.compile("\\[(E[1-9][0-9]{0,5})]");

  /** Headings inside a section stand below the section's own. */
  private static final int BELOW = 2;

  private static final int LOWEST = 6;

  private final HtmlRenderer renderer;

  /**
   * A writer of prose.
   *
   * @param special what writes some nodes in another way than usual
   */
  Prose(List<HtmlNodeRendererFactory> special) {
    HtmlRenderer.Builder builder =
        HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .percentEncodeUrls(true);
    special.forEach(builder::nodeRendererFactory);
    this.renderer = builder.build();
  }

  String html(String markdown) {
    Node document = PARSER.parse(Visible.of(markdown));
    document.accept(new Tamed());
    return renderer.render(document);
  }

  private static final class Tamed extends AbstractVisitor {
    @Override
    public void visit(Heading heading) {
      heading.setLevel(Math.min(LOWEST, heading.getLevel() + BELOW));
      visitChildren(heading);
    }

    @Override
    public void visit(Image image) {
      StringBuilder described = new StringBuilder();
      for (Node child = image.getFirstChild(); child != null; child = child.getNext()) {
        if (child instanceof Text text) {
          described.append(text.getLiteral());
        }
      }
      image.insertBefore(
          new Text("[picture: %s, %s]".formatted(described, image.getDestination())));
      image.unlink();
    }

    @Override
    public void visit(Text text) {
      if (text.getParent() instanceof Link) {
        return;
      }
      Matcher cited = CITED.matcher(text.getLiteral());
      int done = 0;
      while (cited.find()) {
        text.insertBefore(new Text(text.getLiteral().substring(done, cited.start())));
        Link link = new Link("#" + cited.group(1), null);
        link.appendChild(new Text(cited.group()));
        text.insertBefore(link);
        done = cited.end();
      }
      text.setLiteral(text.getLiteral().substring(done));
    }
  }
}

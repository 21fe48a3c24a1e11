// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trace of Java, JavaScript or .NET: a header, frames, then causes of the same form, or, where
 * the root cause is printed first, what wrapped it.
 */
final class AtTrace {
  private static final int HEADER_LINES = 20;
  private static final int MAX_SECTIONS = 100;

  private final List<String> lines;
  private final int first;
  private final List<Section> sections = new ArrayList<>();
  private final List<StackTrace> suppressed = new ArrayList<>();
  private int current;
  private boolean rootFirst;
  private @Nullable Section aside;
  private int asideIndent;

  /**
   * @param first the first line that is surely part of the text that may be a trace; those before
   *     it are a message, which may name the exception anywhere
   */
  AtTrace(List<String> lines, int first) {
    this.lines = lines;
    this.first = first;
  }

  StackText read(int firstFrame) {
    int start = header(firstFrame);
    current = sections.size() - 1;
    int at = firstFrame;
    while (at < lines.size() && take(lines.get(at))) {
      at++;
    }
    endAside();
    List<Section> chain = rootFirst ? sections.reversed() : sections;
    return new StackText(Section.chain(chain), suppressed, start, at);
  }

  /** Finds the line that names the exception, at most {@link #HEADER_LINES} before its frames. */
  private int header(int firstFrame) {
    for (int i = firstFrame - 1; i >= Math.max(0, firstFrame - HEADER_LINES); i--) {
      List<Section> named = Headers.of(lines.get(i).strip());
      if (!named.isEmpty()) {
        sections.addAll(named);
        for (int j = i + 1; j < firstFrame; j++) {
          inner(lines.get(j).strip());
        }
        return i;
      }
    }
    int above = firstFrame - 1;
    Section plain = above >= first ? Section.of(lines.get(above).strip()) : null;
    if (plain != null) {
      sections.add(plain);
      return above;
    }
    String before = above < 0 ? "" : lines.get(Math.max(0, Math.min(first - 1, above)));
    sections.addAll(Headers.of(Headers.exceptionIn(before)));
    if (sections.isEmpty()) {
      sections.add(Section.named("", before));
    }
    return firstFrame;
  }

  private void inner(String line) {
    if (line.startsWith("---> ") && sections.size() < MAX_SECTIONS) {
      sections.addAll(Headers.of(line.substring("---> ".length())));
    } else {
      sections.getLast().addMessage(line);
    }
  }

  private boolean take(String line) {
    int indent = Place.indent(line);
    StackFrame frame = AtFrame.parse(line);
    if (aside != null && !isAside(line, indent, frame)) {
      endAside();
    }
    if (frame != null) {
      (aside == null ? sections.get(current) : aside).add(JavaFrame.isBoundary(frame), frame);
      return true;
    }
    if (line.startsWith("... ", indent)) {
      share(line, indent + 4);
      return true;
    }
    String text = line.strip();
    return other(text, indent) || message(text);
  }

  /** Lines that start or end an exception. */
  private boolean other(String text, int indent) {
    if (text.startsWith(Headers.SUPPRESSED)) {
      endAside();
      aside = section(text.substring(Headers.SUPPRESSED.length()));
      asideIndent = indent;
      return true;
    }
    String cause = Headers.cause(text);
    if (cause != null) {
      if (aside == null && sections.size() < MAX_SECTIONS) {
        rootFirst |= text.startsWith(Headers.WRAPPED);
        sections.add(section(cause));
        current = sections.size() - 1;
      }
      return true;
    }
    if (text.startsWith("--- End of ") || isEnd(text)) {
      current -= current > 0 && (text.contains("inner") || isEnd(text)) ? 1 : 0;
      return true;
    }
    return isNodeProperty(text);
  }

  /** The end of an inner exception, in whatever language. */
  private static boolean isEnd(String text) {
    return text.startsWith("--- ") && text.endsWith(" ---") && !text.contains("previous location");
  }

  /** What Node.js prints of an error beside its stack. */
  private boolean isNodeProperty(String text) {
    if (text.equals("[errors]: [")) {
      asideIndent = -1;
      return true;
    }
    if (asideIndent < 0 && !text.isEmpty()) {
      List<Section> member = Headers.of(text);
      if (!member.isEmpty()) {
        endAside();
        aside = member.getFirst();
        return true;
      }
    }
    int colon = text.indexOf(": ");
    boolean property = colon > 0 && text.endsWith(",") && text.lastIndexOf(' ', colon) < 0;
    return property || text.equals("}") || text.equals("},") || text.equals("]");
  }

  private boolean message(String text) {
    Section open = aside == null ? sections.get(current) : aside;
    if (!open.hasFrames() && (sections.size() > 1 || aside != null) && !text.isEmpty()) {
      open.addMessage(text);
      return true;
    }
    return false;
  }

  private static Section section(String text) {
    Section section = Section.of(text);
    return section == null ? Section.named(text, "") : section;
  }

  /** What an exception that was suppressed prints is indented, its own causes like itself. */
  private boolean isAside(String line, int indent, @Nullable StackFrame frame) {
    return asideIndent < 0
        || indent > asideIndent
        || (indent == asideIndent && indent > 0 && Headers.cause(line.strip()) != null)
        || (asideIndent == 0 && frame != null);
  }

  private void endAside() {
    if (aside != null && suppressed.size() < MAX_SECTIONS) {
      suppressed.add(Section.chain(List.of(aside)));
    }
    aside = null;
  }

  /** {@code ... 12 more} or {@code ... 12 common frames omitted}. */
  private void share(String line, int from) {
    int space = line.indexOf(' ', from);
    int count = Place.number(line, from, space < 0 ? line.length() : space);
    if (aside != null) {
      aside.share(count, sections.get(current));
    } else if (current > 0) {
      sections.get(current).share(count, sections.get(current - 1));
    }
  }
}

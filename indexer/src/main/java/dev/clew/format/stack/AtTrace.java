// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackFrame;
import java.util.ArrayList;
import java.util.List;

/** A trace of Java, JavaScript or .NET: a header, frames, then causes of the same form. */
final class AtTrace {
  private static final String CAUSE = "Caused by: ";
  private static final String SUPPRESSED = "Suppressed: ";
  private static final String INNER = " ---> ";
  private static final int HEADER_LINES = 20;
  private static final int MAX_SECTIONS = 50;

  private final List<String> lines;
  private final String before;
  private final List<Section> sections = new ArrayList<>();
  private int suppressedIndent = -1;

  AtTrace(List<String> lines, String before) {
    this.lines = lines;
    this.before = before;
  }

  StackText read(int firstFrame) {
    int start = header(firstFrame);
    int at = firstFrame;
    while (at < lines.size() && take(at)) {
      at++;
    }
    return new StackText(Section.chain(sections), start, at);
  }

  /** Finds the line that names the exception, at most {@link #HEADER_LINES} before its frames. */
  private int header(int firstFrame) {
    for (int i = firstFrame - 1; i >= Math.max(0, firstFrame - HEADER_LINES); i--) {
      List<Section> named = headers(lines.get(i).strip());
      if (!named.isEmpty()) {
        sections.addAll(named);
        for (int j = i + 1; j < firstFrame; j++) {
          inner(lines.get(j).strip());
        }
        return i;
      }
    }
    sections.addAll(headers(exceptionIn(before)));
    if (sections.isEmpty()) {
      sections.add(Section.named("", before));
    }
    return firstFrame;
  }

  /** The exceptions that a line names; .NET prints those inside it on the same line. */
  private static List<Section> headers(String line) {
    List<Section> named = new ArrayList<>();
    String text = line.startsWith(CAUSE) ? line.substring(CAUSE.length()) : line;
    text = text.startsWith("Exception in thread \"") ? afterQuote(text) : text;
    text = text.startsWith("Uncaught ") ? text.substring("Uncaught ".length()) : text;
    for (String part : text.split(INNER, MAX_SECTIONS)) {
      Section section = Section.of(part.strip());
      if (section == null || !section.isSurelyException()) {
        return named;
      }
      named.add(section);
    }
    return named;
  }

  private static String afterQuote(String text) {
    int quote = text.indexOf("\" ", 21);
    return quote < 0 ? text : text.substring(quote + 2);
  }

  private void inner(String line) {
    if (line.startsWith("---> ")) {
      sections.addAll(headers(line.substring("---> ".length())));
    } else {
      sections.getLast().addMessage(line);
    }
  }

  /**
   * The part of a message that starts with the name of an exception, as in {@code failed: x.Y: z}.
   */
  private static String exceptionIn(String message) {
    for (int at = 0; at >= 0 && at < message.length(); at = next(message, at)) {
      Section section = Section.of(message.substring(at));
      if (section != null && section.isSurelyException()) {
        return message.substring(at);
      }
    }
    return "";
  }

  private static int next(String message, int at) {
    int space = message.indexOf(' ', at);
    return space < 0 || space > 1000 ? -1 : space + 1;
  }

  private boolean take(int at) {
    String line = lines.get(at);
    String text = line.strip();
    int indent = line.length() - line.stripLeading().length();
    if (suppressedIndent >= 0 && indent > suppressedIndent) {
      return true;
    }
    StackFrame frame = AtFrame.parse(line);
    if (frame != null) {
      sections.getLast().add(frame);
      return true;
    }
    suppressedIndent = -1;
    if (text.startsWith(SUPPRESSED)) {
      suppressedIndent = indent;
      return true;
    }
    if (text.startsWith(CAUSE) && sections.size() < MAX_SECTIONS) {
      Section cause = Section.of(text.substring(CAUSE.length()));
      sections.add(cause == null ? Section.named(text.substring(CAUSE.length()), "") : cause);
      return true;
    }
    if (text.startsWith("... ") || text.startsWith("--- End of ")) {
      return true;
    }
    if (!sections.getLast().hasFrames() && sections.size() > 1) {
      sections.getLast().addMessage(text);
      return true;
    }
    return false;
  }
}

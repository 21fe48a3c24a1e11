// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trace of PHP. Each of its lines says which function was called and where from; as data, a frame
 * says where in the function the program was. What an exception was caused by is printed first.
 */
final class PhpTrace {
  private static final String UNCAUGHT = "Uncaught ";
  private static final String NEXT = "Next ";
  private static final String MAIN = "{main}";
  private static final int HEADER_LINES = 30;

  private final List<String> lines;
  private final List<Section> sections = new ArrayList<>();
  private @Nullable Place here;

  PhpTrace(List<String> lines) {
    this.lines = lines;
  }

  /** True for {@code #0 /srv/pay.php(7): charge()} and its like. */
  static boolean isFrame(String line, int from) {
    int space = line.indexOf(' ', from);
    if (!line.startsWith("#", from) || space < 0 || !isNumber(line, from + 1, space)) {
      return false;
    }
    return line.startsWith(MAIN, space + 1)
        || line.startsWith("[internal function]: ", space + 1)
        || line.indexOf("): ", space) > 0;
  }

  private static boolean isNumber(String line, int from, int to) {
    return (to == from + 1 && line.charAt(from) == '0') || Place.number(line, from, to) > 0;
  }

  /**
   * @param at the first line that is a frame
   */
  StackText read(int at) {
    int start = header(at);
    int next = at;
    while (next < lines.size() && take(lines.get(next))) {
      next++;
    }
    while (next > at && lines.get(next - 1).isBlank()) {
      next--;
    }
    return new StackText(Section.chain(sections.reversed()), start, next);
  }

  private int header(int firstFrame) {
    for (int i = firstFrame - 1; i >= Math.max(0, firstFrame - HEADER_LINES); i--) {
      String text = lines.get(i).strip();
      int uncaught = text.indexOf(UNCAUGHT);
      Section plain = uncaught >= 0 || isAnnouncement(text) ? null : Section.of(text);
      if (uncaught >= 0 || (plain != null && plain.isSurelyException())) {
        begin(text.substring(uncaught < 0 ? 0 : uncaught + UNCAUGHT.length()), i, firstFrame);
        return i;
      }
    }
    int above = firstFrame - 1;
    above -= above >= 0 && isAnnouncement(lines.get(above).strip()) ? 1 : 0;
    String text = above < 0 ? "" : lines.get(above);
    String exception = Headers.exceptionIn(text);
    begin(exception.isEmpty() ? text.strip() : exception, above, firstFrame);
    return Math.min(firstFrame, above + 1);
  }

  private static boolean isAnnouncement(String text) {
    return text.equals("Stack trace:") || text.equals("[stacktrace]");
  }

  private void begin(String header, int from, int to) {
    StringBuilder text = new StringBuilder(header);
    for (int i = from + 1; i < to; i++) {
      String line = lines.get(i).strip();
      if (!isAnnouncement(line)) {
        text.append('\n').append(line);
      }
    }
    begin(text.toString());
  }

  /** {@code Type: message in /srv/pay.php:42}. */
  private void begin(String header) {
    int in = header.lastIndexOf(" in ");
    here = in < 0 ? null : Place.of(header.substring(in + 4));
    String named = here == null ? header : header.substring(0, in);
    Section section = Section.of(named);
    sections.add(section == null ? Section.named("", named) : section);
  }

  private boolean take(String line) {
    int from = Place.indent(line);
    if (isFrame(line, from)) {
      frame(line.substring(line.indexOf(' ', from) + 1).strip());
      return true;
    }
    String text = line.strip();
    if (text.startsWith(NEXT) && sections.size() < 50) {
      begin(text.substring(NEXT.length()));
      return true;
    }
    return text.isEmpty() || isAnnouncement(text) || text.startsWith("thrown in ");
  }

  private void frame(String call) {
    int end = call.indexOf(": ");
    int close = call.indexOf("): ");
    String name = call;
    Place from = null;
    if (close > 0 && !call.startsWith("[internal")) {
      int open = call.lastIndexOf('(', close);
      int number = open < 0 ? 0 : Place.number(call, open + 1, close);
      from = number == 0 ? null : new Place(call.substring(0, open), number);
      name = call.substring(close + 3);
    } else if (end > 0 && !call.startsWith(MAIN)) {
      name = call.substring(end + 2);
    }
    sections.getLast().add(named(name));
    here = from;
  }

  private StackFrame named(String call) {
    int open = call.indexOf('(');
    String name = open > 0 ? call.substring(0, open) : call;
    int arrow = Math.max(name.lastIndexOf("->"), name.lastIndexOf("::"));
    String module = arrow < 0 ? "" : name.substring(0, arrow);
    String function = arrow < 0 ? name : name.substring(arrow + 2);
    return here == null ? new StackFrame(module, function, null, 0) : here.call(module, function);
  }
}

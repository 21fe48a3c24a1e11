// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trace of Ruby: {@code file:line:in 'name': message (Type)}, then calls behind {@code from}; or,
 * as older versions print to a terminal, outermost first under {@code Traceback}.
 */
final class RubyTrace {
  private final List<String> lines;
  private final List<Section> sections = new ArrayList<>();

  RubyTrace(List<String> lines) {
    this.lines = lines;
  }

  /** A call on a line: {@code message} follows the call in the line that names the exception. */
  record Call(StackFrame frame, String message) {}

  /** The call that {@code line} prints; null when it prints none. */
  static @Nullable Call call(String line) {
    int in = line.indexOf(":in ");
    int from = in < 0 ? 0 : start(line);
    Place place = in < 0 || in <= from ? null : Place.of(line.substring(from, in));
    int quote = in + 4;
    if (place == null || quote >= line.length() || "`'".indexOf(line.charAt(quote)) < 0) {
      return null;
    }
    int end = line.indexOf('\'', quote + 1);
    if (end < 0 || (end + 1 < line.length() && line.charAt(end + 1) != ':')) {
      return null;
    }
    String message = end + 2 < line.length() ? line.substring(end + 2).strip() : "";
    return new Call(frame(place, line.substring(quote + 1, end)), message);
  }

  /** After blanks, a number and {@code from}. */
  private static int start(String line) {
    int at = Place.indent(line);
    int colon = line.indexOf(": from ", at);
    if (colon > at && colon - at < 6 && Place.number(line, at, colon) > 0) {
      return colon + ": from ".length();
    }
    return line.startsWith("from ", at) ? at + "from ".length() : at;
  }

  private static StackFrame frame(Place place, String printed) {
    int in = printed.lastIndexOf(" in ");
    String name = in < 0 ? printed : printed.substring(in + 4);
    int hash = name.indexOf('#');
    int dot = hash < 0 ? name.lastIndexOf('.') : hash;
    boolean qualified = dot > 0 && Character.isUpperCase(name.charAt(0));
    return qualified
        ? place.call(name.substring(0, dot), name.substring(dot + 1))
        : place.call("", name);
  }

  /**
   * @param at the first line that is a call
   */
  StackText read(int at) {
    String above = at == 0 ? "" : lines.get(at - 1).strip();
    boolean turned = above.startsWith(PythonTrace.START);
    List<StackFrame> outermostFirst = new ArrayList<>();
    int next = at;
    int blank = 0;
    for (; next < lines.size(); next++) {
      Call call = call(lines.get(next));
      if (call == null) {
        if (!lines.get(next).isBlank() || ++blank > 1) {
          break;
        }
        continue;
      }
      if (turned && sections.isEmpty() && call.message().isEmpty()) {
        outermostFirst.add(call.frame());
      } else if (call.message().isEmpty() || lines.get(next).stripLeading().startsWith("from ")) {
        last(above).add(call.frame());
      } else {
        sections.add(named(call.message()));
        sections.getLast().add(call.frame());
      }
    }
    outermostFirst.reversed().forEach(last(above)::add);
    boolean header = turned || (at > 0 && headed(above));
    return new StackText(Section.chain(sections), header ? at - 1 : at, next);
  }

  private Section last(String above) {
    if (sections.isEmpty()) {
      Section section = headed(above) ? named(above) : Section.of(above);
      sections.add(section == null ? Section.named("", above) : section);
    }
    return sections.getLast();
  }

  private static boolean headed(String line) {
    return line.endsWith("):") || line.endsWith(")");
  }

  /** {@code message (Type)}, or as Rails prints it: {@code Type (message):}. */
  private static Section named(String text) {
    String header = text.endsWith("):") ? text.substring(0, text.length() - 1) : text;
    int open = header.lastIndexOf(" (");
    boolean closed = open > 0 && header.endsWith(")");
    if (!closed) {
      Section section = Section.of(header);
      return section == null ? Section.named("", header) : section;
    }
    int rails = header.indexOf(" (");
    String first = header.substring(0, rails);
    boolean typeFirst = first.indexOf(' ') < 0 && Section.of(first) != null && isType(first);
    return typeFirst
        ? Section.named(first, header.substring(rails + 2, header.length() - 1))
        : Section.named(header.substring(open + 2, header.length() - 1), header.substring(0, open));
  }

  private static boolean isType(String word) {
    return Character.isUpperCase(word.charAt(0))
        && (word.contains("::") || word.endsWith("Error") || word.endsWith("Exception"));
  }
}

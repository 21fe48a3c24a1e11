// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trace of Python. Calls are printed outermost first and causes before what they caused; both are
 * turned round. The members of an exception group stand beside the chain.
 */
final class PythonTrace {
  static final String START = "Traceback (most recent call last)";

  private static final String FILE = "File \"";
  private static final int MAX_MESSAGE_LINES = 50;
  private static final int MAX_SECTIONS = 100;

  private final List<String> lines;
  private final List<Section> sections = new ArrayList<>();
  private final List<StackTrace> members = new ArrayList<>();
  private boolean inMembers;

  PythonTrace(List<String> lines) {
    this.lines = lines;
  }

  /** True for a line of the form {@code File "x.py", line 12}. */
  static boolean isFrame(String line, int from) {
    return line.startsWith(FILE, from) && frame(line.strip()) != null;
  }

  /** Reads from the line {@code start}, which announces a trace or is its first call. */
  @Nullable StackText read(int start) {
    int at = section(isFrame(text(lines.get(start)), 0) ? start : start + 1);
    while (at < lines.size() && at > 0) {
      int next = chained(at);
      if (next < 0) {
        break;
      }
      at = section(next);
    }
    return sections.isEmpty()
        ? null
        : new StackText(Section.chain(sections.reversed()), members, start, at);
  }

  /** Reads frames up to the line that names the exception; the line after its message. */
  private int section(int from) {
    List<StackFrame> frames = new ArrayList<>();
    for (int at = from; at < lines.size(); at++) {
      String line = bare(lines.get(at));
      StackFrame frame = frame(line.strip());
      if (frame != null) {
        frames.add(frame);
      } else if (isNamed(line) && !line.contains(START)) {
        return end(at, line.strip(), frames);
      }
    }
    if (!frames.isEmpty()) {
      end(lines.size(), "", frames);
    }
    return lines.size();
  }

  private int end(int at, String text, List<StackFrame> frames) {
    Section section = Section.of(text);
    Section named = section == null ? Section.named(text, "") : section;
    frames.forEach(named::add);
    named.reverseFrames();
    int next = at + 1;
    while (next < Math.min(lines.size(), at + MAX_MESSAGE_LINES) && isMessage(next)) {
      named.addMessage(bare(lines.get(next)).stripTrailing());
      next++;
    }
    if (!inMembers) {
      sections.add(named);
    } else if (members.size() < MAX_SECTIONS) {
      members.add(Section.chain(List.of(named)));
    }
    return Math.min(next, lines.size());
  }

  private boolean isMessage(int at) {
    String line = lines.get(at);
    String text = bare(line);
    return !text.isBlank() && !text.contains(START) && !isRule(line);
  }

  /** The exception's line is the first that is not indented. */
  private static boolean isNamed(String text) {
    return !text.isBlank() && text.charAt(0) > ' ' && !text.startsWith("---");
  }

  /** What separates the members of a group: {@code +---------------- 2 ----------------}. */
  private static boolean isRule(String line) {
    int from = Place.indent(line);
    return line.startsWith("+-", from);
  }

  /** The line without the bars that show how groups nest, and the blanks before those. */
  private static String bare(String line) {
    int from = Place.indent(line);
    boolean bar = line.startsWith("| ", from) || line.startsWith("+ ", from);
    return bar ? line.substring(from + 2) : isRule(line) ? line.substring(from) : line;
  }

  private static String text(String line) {
    return bare(line).strip();
  }

  private static @Nullable StackFrame frame(String text) {
    int fileEnd = text.startsWith(FILE) ? text.indexOf("\", line ", FILE.length()) : -1;
    if (fileEnd < 0) {
      return null;
    }
    int number = fileEnd + "\", line ".length();
    int comma = text.indexOf(',', number);
    int numberEnd = comma < 0 ? text.length() : comma;
    String function = comma < 0 ? "" : text.substring(comma + 1).strip();
    function = function.startsWith("in ") ? function.substring(3) : function;
    String file = text.substring(FILE.length(), fileEnd);
    return new StackFrame("", function, file, Place.number(text, number, numberEnd));
  }

  /** Where the frames of the next trace of a chain or group start; -1 when there is none. */
  private int chained(int from) {
    boolean linked = false;
    for (int at = from; at < Math.min(lines.size(), from + 6); at++) {
      String line = lines.get(at);
      if (isRule(line)) {
        inMembers = true;
        return at + 1 < lines.size() && !line.strip().endsWith("--+") ? next(at) : -1;
      }
      linked |=
          line.contains("The above exception was the direct cause")
              || line.contains("During handling of the above exception");
      if (linked && line.contains(START)) {
        return at + 1;
      }
    }
    return -1;
  }

  /** A rule without a number ends the members. */
  private int next(int rule) {
    String line = lines.get(rule);
    boolean numbered = line.indexOf(' ', Place.indent(line)) > 0;
    return numbered ? rule + 1 : -1;
  }
}

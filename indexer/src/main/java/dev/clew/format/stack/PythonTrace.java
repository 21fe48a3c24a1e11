// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A trace of Python. Calls are printed outermost first and causes before what they caused; both are
 * turned round.
 */
final class PythonTrace {
  static final String START = "Traceback (most recent call last)";

  private static final String FILE = "File \"";

  private final List<String> lines;
  private final List<Section> sections = new ArrayList<>();

  PythonTrace(List<String> lines) {
    this.lines = lines;
  }

  static boolean starts(String line) {
    return line.contains(START);
  }

  Optional<StackText> read(int start) {
    return readFrames(start + 1).map(found -> new StackText(found.trace(), start, found.endLine()));
  }

  Optional<StackText> readFrames(int from) {
    int at = section(from);
    while (at < lines.size() && at > 0) {
      int next = chained(at);
      if (next < 0) {
        break;
      }
      at = section(next);
    }
    if (sections.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new StackText(Section.chain(sections.reversed()), from, at));
  }

  /** Reads frames up to the line that names the exception; the line after it. */
  private int section(int from) {
    List<StackFrame> frames = new ArrayList<>();
    int at = from;
    for (; at < lines.size(); at++) {
      String line = lines.get(at);
      String text = text(line);
      StackFrame frame = frame(text);
      if (frame != null) {
        frames.add(frame);
      } else if (isNamed(line) && !frames.isEmpty()) {
        Section section = Section.of(text);
        Section named = section == null ? Section.named(text, "") : section;
        frames.forEach(named::add);
        named.reverseFrames();
        sections.add(named);
        return at + 1;
      }
    }
    return at;
  }

  /** The exception's line is the first that is not indented. */
  private static boolean isNamed(String line) {
    String text = line.startsWith("| ") ? line.substring(2) : line;
    return !text.isBlank() && text.charAt(0) > ' ';
  }

  private static String text(String line) {
    return line.strip();
  }

  private static @org.jspecify.annotations.Nullable StackFrame frame(String text) {
    int fileEnd = text.indexOf("\", line ", FILE.length());
    if (!text.startsWith(FILE) || fileEnd < 0) {
      return null;
    }
    int number = fileEnd + "\", line ".length();
    int comma = text.indexOf(',', number);
    int numberEnd = comma < 0 ? text.length() : comma;
    String function = comma < 0 ? "" : text.substring(comma + 1).strip();
    function = function.startsWith("in ") ? function.substring(3) : function;
    String file = text.substring(FILE.length(), fileEnd);
    return new StackFrame("", function, file, AtFrame.number(text, number, numberEnd));
  }

  /** Where the frames of the next trace of a chain start; -1 when the chain ends. */
  private int chained(int from) {
    boolean linked = false;
    for (int at = from; at < Math.min(lines.size(), from + 6); at++) {
      String line = lines.get(at);
      linked |=
          line.contains("The above exception was the direct cause")
              || line.contains("During handling of the above exception");
      if (linked && starts(line)) {
        return at + 1;
      }
    }
    return -1;
  }
}

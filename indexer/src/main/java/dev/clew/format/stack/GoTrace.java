// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a Go panic or fatal error: pairs of lines, the call and its place. The frames are
 * those of the first goroutine printed, which is the one that failed.
 */
final class GoTrace {
  static final String START = "goroutine ";
  static final String PANIC = "panic: ";
  static final String FATAL = "fatal error: ";

  private static final String RECOVERED = " [recovered";
  private static final int HEADER_LINES = 40;

  private final List<String> lines;
  private final List<Section> sections = new ArrayList<>();

  GoTrace(List<String> lines) {
    this.lines = lines;
  }

  /** True for {@code goroutine 17 [running]:}. */
  static boolean starts(String line, int from) {
    return line.startsWith(START, from) && line.stripTrailing().endsWith("]:");
  }

  /** True for the indented place of a call: {@code /src/pay.go:42 +0x1d}. */
  static boolean isPlace(String line) {
    return place(line) != null;
  }

  @Nullable StackText read(int goroutine) {
    int from = failing(goroutine + 1);
    int start = header(goroutine, from > goroutine + 1);
    int at = frames(from);
    if (!sections.getLast().hasFrames()) {
      return null;
    }
    List<Section> outermostFirst = sections.reversed();
    return new StackText(Section.chain(outermostFirst), start, others(at));
  }

  /** Pairs that an error prints of itself, without a goroutine. */
  @Nullable StackText readPairs(int call) {
    int above = call - 1;
    sections.add(Section.named("error", above < 0 ? "" : lines.get(above).strip()));
    int at = frames(call);
    return sections.getLast().hasFrames()
        ? new StackText(Section.chain(sections), Math.max(0, above), at)
        : null;
  }

  /** A panic while a panic is recovered is printed below it; the last is outermost. */
  private int header(int goroutine, boolean panicked) {
    int from = Math.max(0, goroutine - HEADER_LINES);
    int start = goroutine;
    for (int i = from; i < goroutine; i++) {
      String line = lines.get(i);
      String text = line.strip();
      int panic = text.startsWith(PANIC) ? 0 : sections.isEmpty() ? text.indexOf(PANIC) : -1;
      if (panic >= 0) {
        add(Section.named("panic", message(text.substring(panic + PANIC.length()))), i);
        start = Math.min(start, i);
      } else if (text.startsWith(FATAL)) {
        add(Section.named("fatal error", text.substring(FATAL.length())), i);
        start = Math.min(start, i);
      } else if (!sections.isEmpty() && !text.isEmpty() && !starts(line, 0)) {
        sections.getLast().addMessage(text);
      }
    }
    if (sections.isEmpty()) {
      String before = goroutine == 0 ? "" : lines.get(goroutine - 1).strip();
      int serving = before.indexOf("panic serving ");
      sections.add(Section.named(serving < 0 && !panicked ? "goroutine" : "panic", before));
    }
    return start;
  }

  private void add(Section section, int at) {
    if (sections.size() < 50 && at >= 0) {
      sections.add(section);
    }
  }

  private static String message(String text) {
    int recovered = text.indexOf(RECOVERED);
    return (recovered < 0 ? text : text.substring(0, recovered)).strip();
  }

  private int frames(int from) {
    int at = from;
    while (at + 1 < lines.size() && !lines.get(at).isBlank()) {
      Place place = place(lines.get(at + 1));
      if (place == null) {
        if (!lines.get(at).startsWith("...")) {
          break;
        }
        at++;
        continue;
      }
      sections.getLast().add(frame(lines.get(at).strip(), place));
      at += 2;
    }
    return at;
  }

  /**
   * Where the frames begin that failed. A stack that a deferred function prints begins with that
   * function; what panicked stands below the runtime's own {@code panic(…)}.
   */
  private int failing(int from) {
    int below = from;
    for (int at = from; at + 1 < lines.size() && place(lines.get(at + 1)) != null; at += 2) {
      boolean runtime = below == at && below > from && lines.get(at).startsWith("runtime.");
      if (lines.get(at).startsWith("panic(") || runtime) {
        below = at + 2;
      }
    }
    boolean any = below + 1 < lines.size() && place(lines.get(below + 1)) != null;
    return any ? below : from;
  }

  /** The dump of the goroutines that did not fail. */
  private int others(int from) {
    int end = from;
    for (int at = from; at < lines.size(); at++) {
      String line = lines.get(at);
      if (starts(line, 0) || place(line) != null) {
        end = at + 1;
      } else if (!line.isBlank() && at > end + 2) {
        break;
      }
    }
    return end;
  }

  private static @Nullable Place place(String line) {
    int from = Place.indent(line);
    int dot = from == 0 ? -1 : line.indexOf(".go:", from);
    dot = dot < 0 && from > 0 ? line.indexOf(".s:", from) : dot;
    if (dot < 0) {
      return null;
    }
    int space = line.indexOf(' ', dot);
    return Place.of(line.substring(from, space < 0 ? line.length() : space));
  }

  /** {@code pkg.(*Type).Method(0x1)}. */
  private static StackFrame frame(String call, Place place) {
    String name = call.startsWith("created by ") ? call.substring("created by ".length()) : call;
    int in = name.indexOf(" in goroutine ");
    name = in < 0 ? name : name.substring(0, in);
    int arguments = name.endsWith(")") ? open(name) : -1;
    name = arguments > 0 && name.charAt(arguments - 1) != '.' ? name.substring(0, arguments) : name;
    int slash = name.lastIndexOf('/');
    int dot = name.indexOf('.', slash + 1);
    return place.call(dot < 0 ? "" : name.substring(0, dot), name.substring(dot + 1));
  }

  /** The parenthesis that the last one closes. */
  private static int open(String name) {
    int depth = 0;
    for (int i = name.length() - 1; i >= 0; i--) {
      char c = name.charAt(i);
      depth += c == ')' ? 1 : c == '(' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}

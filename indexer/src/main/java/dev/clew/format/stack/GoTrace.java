// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackFrame;
import java.util.List;
import java.util.Optional;

/** The trace of a Go panic: pairs of lines, the call and its place, of the first goroutine. */
final class GoTrace {
  static final String START = "goroutine ";

  private static final String PANIC = "panic: ";

  private final List<String> lines;
  private final String before;

  GoTrace(List<String> lines, String before) {
    this.lines = lines;
    this.before = before;
  }

  static boolean starts(String line) {
    return line.startsWith(START) && line.endsWith("]:");
  }

  Optional<StackText> read(int goroutine) {
    int start = goroutine;
    String message = before;
    for (int i = goroutine - 1; i >= 0; i--) {
      if (lines.get(i).startsWith(PANIC)) {
        message = lines.get(i);
        start = i;
      }
    }
    int panic = message.indexOf(PANIC);
    message = panic < 0 ? message : message.substring(panic + PANIC.length());
    Section section = Section.named("panic", message.strip());
    int at = goroutine + 1;
    while (at + 1 < lines.size() && !lines.get(at).isBlank()) {
      StackFrame frame = frame(lines.get(at), lines.get(at + 1));
      if (frame == null) {
        break;
      }
      section.add(frame);
      at += 2;
    }
    return section.hasFrames()
        ? Optional.of(new StackText(Section.chain(List.of(section)), start, at))
        : Optional.empty();
  }

  /** {@code pkg.(*Type).Method(0x1)} and, indented, {@code /src/file.go:12 +0x1d}. */
  private static @org.jspecify.annotations.Nullable StackFrame frame(String call, String place) {
    if (place.isEmpty() || (place.charAt(0) != '\t' && place.charAt(0) != ' ')) {
      return null;
    }
    String position = place.strip();
    int space = position.indexOf(' ');
    position = space < 0 ? position : position.substring(0, space);
    int colon = position.lastIndexOf(':');
    int line = colon < 0 ? 0 : AtFrame.number(position, colon + 1, position.length());
    if (line == 0) {
      return null;
    }
    String name = call.startsWith("created by ") ? call.substring("created by ".length()) : call;
    int in = name.indexOf(" in goroutine ");
    name = in < 0 ? name : name.substring(0, in);
    int arguments = name.lastIndexOf('(');
    boolean called = arguments > 0 && name.charAt(arguments - 1) != '.';
    name = called ? name.substring(0, arguments) : name;
    int slash = name.lastIndexOf('/');
    int dot = name.indexOf('.', slash + 1);
    return new StackFrame(
        dot < 0 ? "" : name.substring(0, dot),
        name.substring(dot + 1),
        position.substring(0, colon),
        line);
  }
}

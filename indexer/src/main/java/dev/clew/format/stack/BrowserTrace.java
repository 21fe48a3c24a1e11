// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trace of Firefox or Safari: {@code charge@https://shop.example/app.js:10:7}. */
final class BrowserTrace {
  private final List<String> lines;

  BrowserTrace(List<String> lines) {
    this.lines = lines;
  }

  static @Nullable StackFrame frame(String line, int from) {
    int at = line.indexOf('@', from);
    if (at < 0 || at - from > 200) {
      return null;
    }
    String printed = line.substring(at + 1).strip();
    boolean path =
        printed.contains("://") || printed.startsWith("/") || printed.startsWith("webpack");
    int column = path ? printed.lastIndexOf(':') : -1;
    int colon = column < 1 ? -1 : printed.lastIndexOf(':', column - 1);
    int number = colon < 1 ? 0 : Place.number(printed, colon + 1, column);
    if (number == 0 || Place.number(printed, column + 1, printed.length()) == 0) {
      return null;
    }
    String name = line.substring(from, at);
    name = name.substring(name.indexOf('*') + 1);
    if (name.indexOf(' ') >= 0) {
      return null;
    }
    int dot = name.lastIndexOf('.');
    return new StackFrame(
        dot < 1 ? "" : name.substring(0, dot),
        name.substring(dot + 1),
        ScriptFrame.file(printed.substring(0, colon)),
        number,
        Place.number(printed, column + 1, printed.length()));
  }

  StackText read(int at) {
    String above = at == 0 ? "" : lines.get(at - 1).strip();
    Section named = Section.of(above);
    boolean header = named != null;
    Section section = named == null ? Section.named("", above) : named;
    int next = at;
    for (; next < lines.size(); next++) {
      StackFrame frame = frame(lines.get(next), Place.indent(lines.get(next)));
      if (frame == null) {
        break;
      }
      section.add(frame);
    }
    return new StackText(Section.chain(List.of(section)), header ? at - 1 : at, next);
  }
}

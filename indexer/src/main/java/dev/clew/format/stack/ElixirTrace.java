// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trace of Elixir or Erlang. */
final class ElixirTrace {
  private static final String ERLANG_FILE = "[{file,\"";
  private static final int HEADER_LINES = 10;
  private static final int MAX_LINE = 20_000;

  private final List<String> lines;

  ElixirTrace(List<String> lines) {
    this.lines = lines;
  }

  /** {@code (shop 0.1.0) lib/shop/pay.ex:42: Shop.Pay.charge/1}. */
  static @Nullable StackFrame frame(String line, int from) {
    int at = from;
    if (line.startsWith("(", at)) {
      int close = line.indexOf(") ", at);
      at = close < 0 ? line.length() : close + 2;
    }
    int colon = from == 0 ? -1 : line.indexOf(": ", at);
    Place place = colon < 0 ? null : Place.of(line.substring(at, colon));
    if (place == null || !(place.file().endsWith("ex") || isErlang(place) || at > from)) {
      return null;
    }
    String name = line.substring(colon + 2).strip();
    int in = name.lastIndexOf(" in ");
    name = in < 0 ? name : name.substring(in + 4);
    int arity = name.lastIndexOf('/');
    name = arity > 0 ? name.substring(0, arity) : name;
    int dot = name.lastIndexOf('.');
    return place.call(dot < 1 ? "" : name.substring(0, dot), name.substring(dot + 1));
  }

  private static boolean isErlang(Place place) {
    return place.file().endsWith(".erl") || place.file().endsWith(".exs");
  }

  /** True when the line holds calls as Erlang prints them. */
  static boolean hasErlang(String line) {
    return line.contains(ERLANG_FILE);
  }

  StackText read(int at) {
    int start = at;
    Section section = null;
    for (int i = at - 1; i >= Math.max(0, at - HEADER_LINES) && section == null; i--) {
      section = header(lines.get(i).strip());
      start = section == null ? start : i;
    }
    if (section == null) {
      section = Section.named("", at == 0 ? "" : lines.get(at - 1).strip());
    }
    int next = at;
    for (; next < lines.size(); next++) {
      StackFrame frame = frame(lines.get(next), Place.indent(lines.get(next)));
      if (frame == null) {
        break;
      }
      section.add(frame);
    }
    return new StackText(Section.chain(List.of(section)), start, next);
  }

  /** {@code {pay,charge,1,[{file,"src/pay.erl"},{line,42}]}}, several on a line or one on each. */
  StackText readErlang(int at) {
    int start = at;
    while (start > 0
        && at - start < 2
        && lines.get(start).strip().startsWith("{")
        && lines.get(start - 1).strip().startsWith("{")) {
      start--;
    }
    String text = lines.get(start).strip();
    int comma = text.indexOf(',');
    boolean typed = text.startsWith("{") && comma > 1 && text.startsWith("[", comma + 1);
    String type = typed ? text.substring(1, comma) : "error";
    Section section = Section.named(type, start == 0 ? "" : lines.get(start - 1).strip());
    int next = start;
    for (int i = start; i < lines.size() && hasErlang(lines.get(i)); i++) {
      erlang(lines.get(i), section);
      next = i + 1;
    }
    return new StackText(Section.chain(List.of(section)), start, Math.max(next, at + 1));
  }

  private static void erlang(String line, Section section) {
    String text = line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE);
    for (int file = text.indexOf(ERLANG_FILE);
        file > 0;
        file = text.indexOf(ERLANG_FILE, file + 1)) {
      int path = file + ERLANG_FILE.length();
      int end = text.indexOf("\"},{line,", path);
      int close = end < 0 ? -1 : text.indexOf('}', end + 9);
      int open = text.lastIndexOf('{', file - 1);
      if (close < 0 || open < 0) {
        return;
      }
      String[] call = text.substring(open + 1, file).split(",", 3);
      if (call.length > 1) {
        section.add(
            new StackFrame(
                call[0],
                call[1],
                text.substring(path, end),
                Place.number(text, end + "\"},{line,".length(), close)));
      }
    }
  }

  /** {@code ** (RuntimeError) boom}. */
  private static @Nullable Section header(String line) {
    int mark = line.indexOf("** (");
    int close = mark < 0 ? -1 : line.indexOf(')', mark);
    return close < 0
        ? null
        : Section.named(line.substring(mark + 4, close), line.substring(close + 1).strip());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trace of native code: of a sanitizer, of a debugger, of {@code backtrace_symbols} or of Swift,
 * one numbered or addressed line a call.
 */
final class NativeTrace {
  private static final int HEADER_LINES = 10;

  private final List<String> lines;

  NativeTrace(List<String> lines) {
    this.lines = lines;
  }

  /** The call that {@code line} prints; null when it prints none. */
  static @Nullable StackFrame frame(String line, int from) {
    if (from >= line.length()) {
      return null;
    }
    if (line.endsWith("]") && line.indexOf(") [0x", from) > 0) {
      return symbol(line, from);
    }
    int number = line.charAt(from) == '#' ? from + 1 : from;
    int end = number;
    while (end < line.length() && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
      end++;
    }
    boolean boost = number == from && line.startsWith("# ", end);
    boolean hashed = number > from && line.startsWith(" ", end);
    if (end == number || end - number > 5 || !(boost || hashed || line.startsWith(" ", end))) {
      return null;
    }
    String call = line.substring(boost ? end + 2 : end).strip();
    if (call.startsWith("0x")) {
      int in = call.indexOf(" in ");
      return in < 0 ? address(call, hashed) : placed(call.substring(in + 4));
    }
    return boost || (hashed && isPlaced(call)) ? placed(call) : swift(call);
  }

  private static boolean isPlaced(String call) {
    return call.indexOf(" at ") > 0 || call.indexOf(" (") > 0;
  }

  /** {@code [ra] 0x1 charge() + 12 in Shop at /src/Pay.swift:42:5}. */
  private static @Nullable StackFrame swift(String call) {
    int address = call.indexOf("0x");
    int space = address < 0 ? -1 : call.indexOf(' ', address);
    int plus = space < 0 ? -1 : call.indexOf(" + ", space);
    int at = plus < 0 ? -1 : call.indexOf(" at ", plus);
    Place place = at < 0 ? null : Place.of(call.substring(at + 4).strip());
    return place == null ? null : split(call.substring(space + 1, plus), place);
  }

  private static @Nullable StackFrame address(String call, boolean hashed) {
    return hashed && call.indexOf('(') > 0 ? new StackFrame("", call, null, 0) : null;
  }

  /** {@code ./app(charge+0x1a) [0x55d0]}. */
  private static @Nullable StackFrame symbol(String line, int from) {
    int open = line.lastIndexOf('(', line.length() - 1);
    int close = open < 0 ? -1 : line.indexOf(')', open);
    int plus = close < 0 ? -1 : line.lastIndexOf('+', close);
    if (plus < open || open <= from) {
      return null;
    }
    return new StackFrame(line.substring(from, open), line.substring(open + 1, plus), null, 0);
  }

  /** {@code charge(int) /src/pay.cpp:42:7}, {@code charge (order=7) at /src/pay.cpp:42}. */
  private static StackFrame placed(String call) {
    int at = call.lastIndexOf(" at ");
    int space = at < 0 ? call.lastIndexOf(' ') : at + 3;
    Place place = space < 0 ? null : Place.of(call.substring(space + 1));
    String name = space < 0 ? call : call.substring(0, at < 0 ? space : at);
    return split(name, place);
  }

  private static StackFrame split(String printed, @Nullable Place place) {
    int open = printed.indexOf('(', printed.startsWith("(anonymous") ? 1 : 0);
    String name = (open > 0 ? printed.substring(0, open) : printed).strip();
    int doubled = name.lastIndexOf("::");
    int dot = doubled < 0 ? name.lastIndexOf('.') : doubled;
    String module = dot < 1 ? "" : name.substring(0, dot);
    String function = dot < 1 ? name : name.substring(dot + (doubled < 0 ? 1 : 2));
    return place == null ? new StackFrame(module, function, null, 0) : place.call(module, function);
  }

  /**
   * @param at the first line that is a call
   */
  StackText read(int at) {
    int start = at;
    Section section = null;
    for (int i = at - 1; i >= Math.max(0, at - HEADER_LINES) && section == null; i--) {
      section = header(lines.get(i).strip(), i + 1 < at ? lines.get(i + 1).strip() : "");
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

  private static @Nullable Section header(String line, String next) {
    int sanitizer = line.indexOf("Sanitizer: ");
    if (sanitizer > 0) {
      int word = line.lastIndexOf(' ', sanitizer) + 1;
      int colon = sanitizer + "Sanitizer".length();
      return Section.named(line.substring(word, colon), line.substring(colon + 2));
    }
    String thrown = "terminate called after throwing an instance of '";
    if (line.startsWith(thrown) && line.endsWith("'")) {
      int what = next.indexOf("what(): ");
      return Section.named(
          line.substring(thrown.length(), line.length() - 1),
          what < 0 ? "" : next.substring(what + "what(): ".length()).strip());
    }
    if (line.startsWith("Fatal error: ")) {
      return Section.named("Fatal error", line.substring("Fatal error: ".length()));
    }
    int runtime = line.indexOf(": runtime error: ");
    return runtime < 0 ? null : Section.named("runtime error", line.substring(runtime + 17));
  }
}

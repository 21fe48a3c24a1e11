// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackFrame;
import org.jspecify.annotations.Nullable;

/** A frame that starts with {@code at}: Java's, JavaScript's and .NET's. */
final class AtFrame {
  private static final int MAX_LENGTH = 2000;

  private AtFrame() {}

  /** The call that {@code line} prints; null when it prints none. */
  static @Nullable StackFrame parse(String line) {
    int from = Place.indent(line);
    if (line.length() - from > MAX_LENGTH || line.length() - from < 5) {
      return null;
    }
    if (!line.startsWith("at ", from)) {
      return NetFrame.localised(line, from);
    }
    String call = line.substring(from + 3).strip();
    return call.isEmpty() ? null : call(call, from == 0);
  }

  /**
   * @param strict that a call must be unmistakable, as no blanks stand before it
   */
  private static @Nullable StackFrame call(String call, boolean strict) {
    char last = call.charAt(call.length() - 1);
    boolean digit = last >= '0' && last <= '9';
    if (digit && call.indexOf(") ") > 0) {
      StackFrame placed = NetFrame.placed(call);
      if (placed != null) {
        return placed;
      }
    }
    int open = call.indexOf('(');
    boolean java = open > 0 && call.charAt(open - 1) != ' ';
    int close = java ? call.indexOf(')', open) : -1;
    if (close > 0) {
      StackFrame frame = JavaFrame.parse(call, open, close, strict);
      if (frame != null) {
        return frame;
      }
    }
    StackFrame script = ScriptFrame.parse(call);
    if (script != null && (!strict || script.line() > 0)) {
      return script;
    }
    return strict || !call.equals("(Coroutine boundary)")
        ? null
        : new StackFrame("", call, null, 0);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackFrame;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call as .NET prints it, in the language of the system: {@code at Shop.Pay.Charge(Int32 id) in
 * C:\src\Pay.cs:line 42}.
 */
final class NetFrame {
  /** The word before a call in the languages that .NET speaks, {@code at} apart. */
  private static final Set<String> AT =
      Set.of("bei", "à", "en", "in", "a", "w", "em", "v", "в", "konum:", "在", "於", "場所", "위치:");

  private NetFrame() {}

  /** The call on an indented line that starts with the word of another language than English. */
  static @Nullable StackFrame localised(String line, int from) {
    int space = line.indexOf(' ', from);
    if (from == 0 || space < 0 || space - from > 6 || !AT.contains(line.substring(from, space))) {
      return null;
    }
    String call = line.substring(space + 1).strip();
    int open = call.indexOf('(');
    boolean named = open > 0 && call.lastIndexOf('.', open) > 0 && call.indexOf(' ') > open - 1;
    boolean whole = open > 0 && call.endsWith(")") && call.lastIndexOf('.', open) > 0;
    if (open < 1 || call.substring(0, open).indexOf(' ') >= 0) {
      return null;
    }
    StackFrame placed = named ? placed(call) : null;
    return placed != null ? placed : whole ? unplaced(call, open) : null;
  }

  /** The call with a file and a line; null when {@code call} names none. */
  static @Nullable StackFrame placed(String call) {
    int end = call.endsWith(".") ? call.length() - 1 : call.length();
    int space = call.lastIndexOf(' ', end - 1);
    int number = space < 0 ? 0 : Place.number(call, space + 1, end);
    int colon = number == 0 ? -1 : call.lastIndexOf(':', space);
    int close = colon < 0 ? -1 : call.lastIndexOf(") ", colon);
    int file = close < 0 ? -1 : call.indexOf(' ', close + 2);
    int open = call.indexOf('(');
    if (file < 0 || file >= colon || open < 0 || call.substring(colon + 1, space).isBlank()) {
      return null;
    }
    return frame(call, open, call.substring(file + 1, colon), number);
  }

  private static StackFrame unplaced(String call, int open) {
    return frame(call, open, null, 0);
  }

  private static StackFrame frame(String call, int open, @Nullable String file, int line) {
    String qualified = call.substring(0, open);
    int dot = qualified.lastIndexOf('.');
    dot = dot > 0 && qualified.charAt(dot - 1) == '.' ? dot - 1 : dot;
    return new StackFrame(
        dot < 0 ? "" : qualified.substring(0, dot), qualified.substring(dot + 1), file, line);
  }
}

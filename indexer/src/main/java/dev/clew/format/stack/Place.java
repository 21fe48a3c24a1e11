// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackFrame;
import org.jspecify.annotations.Nullable;

/**
 * A place in source code: {@code file:line} or {@code file:line:column}.
 *
 * @param file as printed
 * @param line from 1
 */
record Place(String file, int line) {

  /** The place that {@code text} is; null when it is none. */
  static @Nullable Place of(String text) {
    int last = text.lastIndexOf(':');
    int number = last < 1 ? 0 : number(text, last + 1, text.length());
    if (number == 0) {
      return null;
    }
    int before = text.lastIndexOf(':', last - 1);
    int line = before < 1 ? 0 : number(text, before + 1, last);
    return line == 0
        ? new Place(text.substring(0, last), number)
        : new Place(text.substring(0, before), line);
  }

  /** The call of {@code name} here. */
  StackFrame call(String module, String function) {
    return new StackFrame(module, function, file, line);
  }

  /** The number between two places; 0 when there is anything but one to nine digits. */
  static int number(String text, int from, int to) {
    if (to <= from || to - from > 9) {
      return 0;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  /** Where the text of {@code line} starts behind blanks. */
  static int indent(String line) {
    int at = 0;
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }
}

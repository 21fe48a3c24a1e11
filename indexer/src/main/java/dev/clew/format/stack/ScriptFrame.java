// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackFrame;
import org.jspecify.annotations.Nullable;

/** A call as JavaScript prints it: {@code Cart.total (/srv/cart.js:10:7)}. */
final class ScriptFrame {
  private ScriptFrame() {}

  /** The call behind {@code at}; null when it is of another language. */
  static @Nullable StackFrame parse(String call) {
    String text =
        call.endsWith(" {")
            ? call.substring(0, call.length() - 2)
            : call.endsWith("),") ? call.substring(0, call.length() - 1) : call;
    int open = text.indexOf(" (");
    if (open > 0 && text.endsWith(")")) {
      String inside = text.substring(open + 2, text.length() - 1);
      StackFrame frame = at(name(text.substring(0, open)), inside);
      return frame == null ? withoutPlace(text, open, inside) : frame;
    }
    return text.equals("<anonymous>")
        ? new StackFrame("", text, null, 0)
        : at("", text.startsWith("async ") ? text.substring(6) : text);
  }

  private static @Nullable StackFrame withoutPlace(String text, int open, String inside) {
    boolean known =
        inside.equals("<anonymous>") || inside.equals("native") || inside.startsWith("index ");
    return known ? frame(name(text.substring(0, open)), null, 0, 0) : null;
  }

  /** Code that was evaluated names the place of the evaluation, then its own. */
  private static @Nullable StackFrame at(String name, String printed) {
    int own = printed.startsWith("eval at ") ? printed.lastIndexOf(", ") : -1;
    String place = own < 0 ? printed : printed.substring(own + 2);
    int column = place.lastIndexOf(':');
    int colon = column < 1 ? -1 : place.lastIndexOf(':', column - 1);
    if (colon < 1 || Place.number(place, column + 1, place.length()) == 0) {
      return null;
    }
    int line = Place.number(place, colon + 1, column);
    int at = Place.number(place, column + 1, place.length());
    return line == 0 ? null : frame(name, file(place.substring(0, colon)), line, at);
  }

  private static StackFrame frame(String name, @Nullable String file, int line, int column) {
    int dot = name.lastIndexOf('.');
    return new StackFrame(
        dot < 0 ? "" : name.substring(0, dot), name.substring(dot + 1), file, line, column);
  }

  /** The file without the scheme of a bundler. */
  static String file(String printed) {
    String file = printed;
    if (file.startsWith("file://")) {
      return file.substring("file://".length());
    }
    if (file.startsWith("webpack")) {
      int path = file.indexOf("://") + 3;
      int slash = path < 3 ? -1 : file.indexOf('/', path);
      file = slash < 0 ? file : file.substring(slash + 1);
      file = file.startsWith("./") ? file.substring(2) : file;
      int query = file.lastIndexOf('?');
      file = query > 0 ? file.substring(0, query) : file;
    }
    return file;
  }

  /** The function without {@code async}, {@code new} and {@code [as alias]}. */
  private static String name(String printed) {
    int alias = printed.indexOf(" [as ");
    String name = alias > 0 ? printed.substring(0, alias) : printed;
    return name.substring(name.lastIndexOf(' ') + 1);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackFrame;
import org.jspecify.annotations.Nullable;

/** A frame that starts with {@code at}: Java's, JavaScript's and .NET's. */
final class AtFrame {
  private static final String NET_LINE = ":line ";

  private AtFrame() {}

  /** The call that {@code line} prints; null when it prints none. */
  static @Nullable StackFrame parse(String line) {
    int from = 0;
    while (from < line.length() && (line.charAt(from) == ' ' || line.charAt(from) == '\t')) {
      from++;
    }
    if (from == 0 || !line.startsWith("at ", from) || line.length() - from > 2000) {
      return null;
    }
    String call = line.substring(from + 3).strip();
    int in = call.lastIndexOf(") in ");
    if (in > 0 && call.indexOf(NET_LINE, in) > 0) {
      return net(call, in);
    }
    int open = call.lastIndexOf(" (");
    int close = call.lastIndexOf(')');
    if (open > 0 && close > open && endsInPosition(call, close)) {
      return script(name(call.substring(0, open)), call.substring(open + 2, close));
    }
    open = call.indexOf('(');
    if (open > 0 && call.indexOf(')', open) > 0) {
      return java(call, open, call.indexOf(')', open));
    }
    return endsInPosition(call, call.length()) ? script("", call) : null;
  }

  /** {@code loader//module@version/pkg.Class.method(File.java:12)}. */
  private static @Nullable StackFrame java(String call, int open, int close) {
    String qualified = call.substring(call.lastIndexOf('/', open) + 1, open);
    if (qualified.isEmpty() || qualified.indexOf(' ') >= 0) {
      return null;
    }
    String place = call.substring(open + 1, close);
    int colon = place.lastIndexOf(':');
    int number = colon < 0 ? 0 : number(place, colon + 1, place.length());
    String file = colon < 0 ? place : place.substring(0, colon);
    boolean named = file.indexOf('.') > 0 && file.indexOf(' ') < 0 && file.indexOf(',') < 0;
    int dot = qualified.lastIndexOf('.');
    if (dot > 0 && qualified.charAt(dot - 1) == '.') {
      dot--;
    }
    String module = dot < 0 ? "" : qualified.substring(0, dot);
    return new StackFrame(
        module, qualified.substring(dot + 1), named ? file : null, named ? number : 0);
  }

  /** {@code Namespace.Class.Method(String name) in /src/File.cs:line 12}. */
  private static StackFrame net(String call, int in) {
    int open = Math.max(0, call.indexOf('('));
    String qualified = call.substring(0, open);
    int dot = qualified.lastIndexOf('.');
    int colon = call.lastIndexOf(NET_LINE);
    return new StackFrame(
        dot < 0 ? "" : qualified.substring(0, dot),
        qualified.substring(dot + 1),
        call.substring(in + 5, colon),
        number(call, colon + NET_LINE.length(), call.length()));
  }

  /** {@code /src/file.js:12:34}, where the last number is a column. */
  private static StackFrame script(String name, String place) {
    int column = place.lastIndexOf(':');
    int colon = place.lastIndexOf(':', column - 1);
    boolean both = colon > 0 && number(place, colon + 1, column) > 0;
    int lineEnd = both ? column : place.length();
    int lineStart = both ? colon : column;
    String file = place.substring(0, lineStart);
    if (file.startsWith("file://")) {
      file = file.substring("file://".length());
    }
    int dot = name.lastIndexOf('.');
    return new StackFrame(
        dot < 0 ? "" : name.substring(0, dot),
        name.substring(dot + 1),
        file,
        number(place, lineStart + 1, lineEnd));
  }

  /** The function without {@code async}, {@code new} and {@code [as alias]}. */
  private static String name(String printed) {
    int alias = printed.indexOf(" [as ");
    String name = alias > 0 ? printed.substring(0, alias) : printed;
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private static boolean endsInPosition(String call, int end) {
    int colon = call.lastIndexOf(':', end - 1);
    int before = call.lastIndexOf(':', colon - 1);
    return before > 0 && number(call, colon + 1, end) > 0 && number(call, before + 1, colon) > 0;
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
}

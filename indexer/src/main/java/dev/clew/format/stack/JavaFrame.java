// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackFrame;
import org.jspecify.annotations.Nullable;

/** {@code loader//module@version/pkg.Class.method(File.java:12) ~[app.jar:1.0]}. */
final class JavaFrame {
  private JavaFrame() {}

  /**
   * The call; null when {@code call} is none.
   *
   * @param open where its parenthesis opens
   * @param strict that it must name a class and a known kind of place
   */
  static @Nullable StackFrame parse(String call, int open, int close, boolean strict) {
    int start = call.lastIndexOf('/', open) + 1;
    if (start > 0 && isAddress(call, start, open)) {
      start = call.lastIndexOf('/', start - 2) + 1;
    }
    String qualified = call.substring(start, open);
    String place = call.substring(open + 1, close);
    int colon = place.lastIndexOf(':');
    int number = colon < 0 ? 0 : Place.number(place, colon + 1, place.length());
    String file = colon < 0 ? place : place.substring(0, colon);
    boolean named =
        (number > 0 || file.indexOf('.') > 0) && file.indexOf(' ') < 0 && file.indexOf(',') < 0;
    boolean spaced = qualified.indexOf(' ') >= 0;
    if (qualified.isEmpty() || (spaced && number == 0) || (strict && !isPlain(place, number))) {
      return null;
    }
    int dot = qualified.lastIndexOf('.');
    if (dot > 0 && qualified.charAt(dot - 1) == '.') {
      dot--;
    }
    if ((strict || spaced) && dot < 0) {
      return null;
    }
    return new StackFrame(
        dot < 0 ? "" : qualified.substring(0, dot),
        qualified.substring(dot + 1),
        named ? file : null,
        named ? number : 0);
  }

  /** A hidden class ends in a slash and an address, which is no module's name. */
  private static boolean isAddress(String call, int from, int open) {
    return call.startsWith("0x", from)
        || (from < open && call.charAt(from) >= '0' && call.charAt(from) <= '9');
  }

  private static boolean isPlain(String place, int number) {
    return number > 0 || place.equals("Native Method") || place.equals("Unknown Source");
  }

  /** True for what a Kotlin coroutine prints between its own calls and its creator's. */
  static boolean isBoundary(StackFrame frame) {
    return frame.module().startsWith("_COROUTINE")
        || frame.function().equals("(Coroutine boundary)");
  }
}

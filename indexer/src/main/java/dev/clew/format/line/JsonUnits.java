// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.source.UnitCutter;

/**
 * Cuts JSON that is not one object a line, an array of objects or objects over several lines, into
 * its outermost objects. What stands between two objects goes to the first of them, up to the line
 * on which the second starts.
 */
public final class JsonUnits implements UnitCutter {

  @Override
  public int end(byte[] bytes, int from, int to, boolean last) {
    int open = from;
    while (open < to && bytes[open] != '{') {
      open++;
    }
    int close = objectEnd(bytes, open, to);
    if (close < 0) {
      return last ? to : MORE;
    }
    int next = close;
    int line = close;
    while (next < to && bytes[next] != '{') {
      next++;
      if (bytes[next - 1] == '\n') {
        line = next;
      }
    }
    if (next == to) {
      return last ? to : MORE;
    }
    return line > close ? line : next;
  }

  /** The index after the brace that closes the object; -1 when it is not at hand. */
  private static int objectEnd(byte[] bytes, int open, int to) {
    int depth = 0;
    boolean quoted = false;
    for (int i = open; i < to; i++) {
      byte b = bytes[i];
      if (quoted) {
        if (b == '\\') {
          i++;
        } else if (b == '"') {
          quoted = false;
        }
      } else if (b == '"') {
        quoted = true;
      } else if (b == '{') {
        depth++;
      } else if (b == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }
}

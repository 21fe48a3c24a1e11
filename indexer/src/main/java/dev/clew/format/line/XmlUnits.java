// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.source.UnitCutter;
import java.nio.charset.StandardCharsets;

/**
 * Cuts text into XML elements of one name, each with the rest of the line it ends on. What stands
 * before an element goes with it. An element that never ends goes no further than to where the next
 * one starts.
 */
public final class XmlUnits implements UnitCutter {
  private static final byte[] CDATA = "<![CDATA[".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CDATA_END = "]]>".getBytes(StandardCharsets.US_ASCII);

  private final byte[] open;
  private final byte[] close;

  /**
   * @param element the name as printed, with its prefix
   */
  public XmlUnits(String element) {
    this.open = ("<" + element).getBytes(StandardCharsets.UTF_8);
    this.close = ("</" + element).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public int end(byte[] bytes, int from, int to, boolean last) {
    int start = open(bytes, from, to);
    int end = start < 0 ? -1 : close(bytes, start + open.length, to);
    if (end < 0) {
      return last ? to : MORE;
    }
    int rest = end;
    while (rest < to && (bytes[rest] == ' ' || bytes[rest] == '\t' || bytes[rest] == '\r')) {
      rest++;
    }
    if (rest == to) {
      return last ? to : MORE;
    }
    return bytes[rest] == '\n' ? rest + 1 : end;
  }

  private int open(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '<' && isOpen(bytes, i, to)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isOpen(byte[] bytes, int at, int to) {
    int end = at + open.length;
    return end < to
        && matches(open, bytes, at, to)
        && (bytes[end] <= ' ' || bytes[end] == '>' || bytes[end] == '/');
  }

  /** The index after the tag that closes the element, or where the next element starts. */
  private int close(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      if (bytes[i] != '<') {
        i++;
      } else if (matches(CDATA, bytes, i, to)) {
        i = after(CDATA_END, bytes, i + CDATA.length, to);
      } else if (matches(close, bytes, i, to)) {
        int end = i + close.length;
        while (end < to && bytes[end] <= ' ') {
          end++;
        }
        if (end < to && bytes[end] == '>') {
          return end + 1;
        }
        i = end;
      } else if (isOpen(bytes, i, to)) {
        return i;
      } else {
        i++;
      }
    }
    return -1;
  }

  private static int after(byte[] word, byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == word[0] && matches(word, bytes, i, to)) {
        return i + word.length;
      }
    }
    return to;
  }

  private static boolean matches(byte[] word, byte[] bytes, int at, int to) {
    if (at + word.length > to) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (bytes[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

import java.nio.charset.StandardCharsets;

/**
 * A line of ASCII where it stands in the buffer of its reader: readers of layouts that are known
 * look at its bytes and copy only what they keep. Valid until the next line is read. Not
 * thread-safe.
 */
public final class AsciiLine {
  private byte[] bytes = new byte[0];
  private int start;
  private int end;

  /** An empty line. */
  public AsciiLine() {}

  /**
   * Shows the line from {@code from} to {@code to}; its terminator is left out.
   *
   * @param line not copied
   */
  public void of(byte[] line, int from, int to) {
    bytes = line;
    start = from;
    end = to;
    if (end > start && bytes[end - 1] == '\n') {
      end--;
    }
    if (end > start && bytes[end - 1] == '\r') {
      end--;
    }
  }

  /** Holds the line; never to be written to. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where in {@link #bytes} the line starts. */
  public int start() {
    return start;
  }

  /** Where in {@link #bytes} the line ends, its terminator left out. */
  public int end() {
    return end;
  }

  /** A copy of the characters from {@code from} to {@code to}. */
  public String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** True when there is a control character that is no tab. */
  boolean hasControls() {
    for (int i = start; i < end; i++) {
      if (bytes[i] < ' ' && bytes[i] != '\t') {
        return true;
      }
    }
    return false;
  }
}

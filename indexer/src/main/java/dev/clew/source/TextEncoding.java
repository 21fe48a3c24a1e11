// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How the bytes of a source spell text: told by the byte order mark; without one it is UTF-8, and a
 * line that is not valid UTF-8 is read as Latin-1, so that no byte is lost to view.
 */
public enum TextEncoding {
  UTF_8(StandardCharsets.UTF_8, 1),
  UTF_16LE(StandardCharsets.UTF_16LE, 2),
  UTF_16BE(StandardCharsets.UTF_16BE, 2);

  private static final char UNDECODABLE = '\uFFFD';
  private static final char MARK = '\uFEFF';

  private final Charset charset;
  private final int unit;

  TextEncoding(Charset charset, int unit) {
    this.charset = charset;
    this.unit = unit;
  }

  /** The encoding of a source that starts with {@code head}. */
  public static TextEncoding of(byte[] head, int length) {
    if (length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
      return UTF_16LE;
    }
    if (length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
      return UTF_16BE;
    }
    return UTF_8;
  }

  /** Bytes of the smallest piece of a character. */
  int unit() {
    return unit;
  }

  /** True when the unit at {@code at} is a line feed. */
  boolean isLineFeed(byte[] bytes, int at) {
    return switch (this) {
      case UTF_8 -> bytes[at] == '\n';
      case UTF_16LE -> bytes[at] == '\n' && bytes[at + 1] == 0;
      case UTF_16BE -> bytes[at] == 0 && bytes[at + 1] == '\n';
    };
  }

  /** The text of a line, without its terminator and without a byte order mark in front. */
  public String decode(byte[] bytes, int start, int length) {
    String text = new String(bytes, start, length, charset);
    if (this == UTF_8
        && text.indexOf(UNDECODABLE) >= 0
        && !spellsUndecodable(bytes, start, length)) {
      text = new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    }
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    if (end > 0 && text.charAt(end - 1) == '\r') {
      end--;
    }
    int from = end > 0 && text.charAt(0) == MARK ? 1 : 0;
    return text.substring(from, end);
  }

  private static boolean spellsUndecodable(byte[] bytes, int start, int length) {
    for (int i = start; i + 2 < start + length; i++) {
      if (bytes[i] == (byte) 0xef && bytes[i + 1] == (byte) 0xbf && bytes[i + 2] == (byte) 0xbd) {
        return true;
      }
    }
    return false;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.text;

import org.jspecify.annotations.Nullable;

/** Tells UTF-16 and UTF-32, and marked UTF-8, from the first bytes of a source. */
final class ByteOrder {
  /** Of a hundred units of UTF-16 so many are ASCII, even in a log that is not in English. */
  private static final int MIN_ASCII_PERCENT = 5;

  private ByteOrder() {}

  /** The encoding that a byte order mark names; null without one. */
  static @Nullable TextEncoding marked(byte[] head, int length) {
    int first = length > 0 ? head[0] & 0xff : 0;
    int second = length > 1 ? head[1] & 0xff : 0;
    boolean zeros = length > 3 && head[2] == 0 && head[3] == 0;
    if (length > 2 && first == 0xef && second == 0xbb && (head[2] & 0xff) == 0xbf) {
      return TextEncoding.UTF_8;
    }
    if (length > 1 && first == 0xff && second == 0xfe) {
      return zeros ? TextEncoding.UTF_32LE : TextEncoding.UTF_16LE;
    }
    if (length > 1 && first == 0xfe && second == 0xff) {
      return TextEncoding.UTF_16BE;
    }
    boolean wide = length > 3 && first == 0 && second == 0;
    return wide && (head[2] & 0xff) == 0xfe && (head[3] & 0xff) == 0xff
        ? TextEncoding.UTF_32BE
        : null;
  }

  /** UTF-16 or UTF-32 without a mark; null when the bytes are neither. */
  static @Nullable TextEncoding unmarked(byte[] head, int length) {
    boolean zeros = false;
    for (int i = 0; i < Math.min(length, 4096) && !zeros; i++) {
      zeros = head[i] == 0;
    }
    if (!zeros) {
      return null;
    }
    TextEncoding[] wide = {
      TextEncoding.UTF_32LE, TextEncoding.UTF_32BE, TextEncoding.UTF_16LE, TextEncoding.UTF_16BE
    };
    for (TextEncoding each : wide) {
      if (fits(each, head, length)) {
        return each;
      }
    }
    return null;
  }

  private static boolean fits(TextEncoding encoding, byte[] head, int length) {
    int unit = encoding.unit();
    int units = 0;
    int ascii = 0;
    int odd = 0;
    boolean high = false;
    for (int at = 0; at + unit <= length; at += unit) {
      long value = value(encoding, head, at);
      units++;
      if ((value >= ' ' && value < 0x7f) || value == '\n' || value == '\r' || value == '\t') {
        ascii++;
      } else if ((value < ' ' && value != 0x1b) || value > 0x10ffff || value == 0xfffe) {
        odd++;
      }
      boolean low = unit == 2 && (value & 0xfc00) == 0xdc00;
      odd += high == low ? 0 : 1;
      high = unit == 2 && (value & 0xfc00) == 0xd800;
      odd += unit == 4 && value >= 0xd800 && value < 0xe000 ? 1 : 0;
    }
    return units > 1 && ascii * 100L >= (long) units * MIN_ASCII_PERCENT && odd * 50L <= units;
  }

  private static long value(TextEncoding encoding, byte[] bytes, int at) {
    int unit = encoding.unit();
    boolean little = encoding == TextEncoding.UTF_16LE || encoding == TextEncoding.UTF_32LE;
    long value = 0;
    for (int i = 0; i < unit; i++) {
      value = (value << 8) | (bytes[at + (little ? unit - 1 - i : i)] & 0xff);
    }
    return value;
  }
}

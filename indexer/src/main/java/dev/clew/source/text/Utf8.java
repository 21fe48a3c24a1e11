// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.text;

/** Well-formed byte sequences of UTF-8 (The Unicode Standard, table 3-7). */
final class Utf8 {
  /** The sequence may go on after the bytes at hand. */
  static final int CUT = -1;

  private Utf8() {}

  /**
   * Bytes of the well-formed sequence at {@code at}, 1 to 4; 0 when there is none; {@link #CUT}
   * when the bytes end inside one.
   */
  static int length(byte[] bytes, int at, int end) {
    int first = bytes[at] & 0xff;
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xc2 || first > 0xf4) {
      return 0;
    }
    int length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    for (int i = 1; i < length; i++) {
      if (at + i == end) {
        return CUT;
      }
      int next = bytes[at + i] & 0xff;
      int low = i == 1 ? lowest(first) : 0x80;
      int high = i == 1 ? highest(first) : 0xbf;
      if (next < low || next > high) {
        return 0;
      }
    }
    return length;
  }

  private static int lowest(int first) {
    return first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
  }

  private static int highest(int first) {
    return first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
  }

  /** Well-formed sequences of more than one byte minus bytes that are part of none. */
  static int balance(byte[] bytes, int start, int end) {
    int balance = 0;
    int at = start;
    while (at < end) {
      int length = length(bytes, at, end);
      if (length > 1) {
        balance++;
      } else if (length < 1) {
        balance--;
      }
      at += Math.max(1, length);
    }
    return balance;
  }

  /** True when all bytes are well-formed; a sequence that the end cuts counts as such. */
  static boolean isValid(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end) {
      int length = length(bytes, at, end);
      if (length == 0) {
        return false;
      }
      if (length == CUT) {
        return true;
      }
      at += length;
    }
    return true;
  }

  /** True when the last sequence of bytes that are well-formed otherwise is cut. */
  static boolean endsInside(byte[] bytes, int start, int end) {
    for (int at = Math.max(start, end - 3); at < end; at++) {
      if (length(bytes, at, end) == CUT) {
        return true;
      }
    }
    return false;
  }
}

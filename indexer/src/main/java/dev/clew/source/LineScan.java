// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks for the end of a line eight bytes at a time, and learns on the way whether all of them are
 * ASCII and whether there are control characters among them. A byte of a word is zero where
 * subtracting one borrows from it (Warren, Hacker's Delight, section 6-1). Not thread-safe.
 */
final class LineScan {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LINE_FEEDS = '\n' * ONES;
  private static final long BLANKS = ' ' * ONES;

  private long seen;

  /** Has a high bit set when some byte is below a blank. */
  private long low;

  /** Forgets what bytes were seen. */
  void clear() {
    seen = 0;
    low = 0;
  }

  /** True when every byte that was passed since {@link #clear} is ASCII. */
  boolean isAscii() {
    return (seen & HIGH_BITS) == 0;
  }

  /** False when no byte that was passed since {@link #clear} is a control character of ASCII. */
  boolean mayHoldControls() {
    return (low & HIGH_BITS) != 0;
  }

  /** Passes all bytes from {@code from} up to {@code to}. */
  void pass(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long word = (long) WORDS.get(bytes, at);
      seen |= word;
      low |= (word - BLANKS) & ~word;
    }
    passBytes(bytes, at, to);
  }

  private void passBytes(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      seen |= bytes[at] & 0xff;
      low |= bytes[at] >= 0 && bytes[at] < ' ' ? HIGH_BITS : 0;
    }
  }

  /**
   * Where the first line feed, or the first eight zeros found, is; {@code to} when there are none.
   * All bytes before it have been passed.
   */
  int find(byte[] bytes, int from, int to) {
    int at = from;
    long passed = 0;
    long controls = 0;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long word = (long) WORDS.get(bytes, at);
      long other = word ^ LINE_FEEDS;
      long found = (other - ONES) & ~other & HIGH_BITS;
      if (found != 0) {
        int bits = Long.numberOfTrailingZeros(found) - 7;
        long before = (1L << bits) - 1;
        seen |= passed | (word & before);
        low |= controls | ((word - BLANKS) & ~word & before);
        return at + bits / 8;
      }
      if (word == 0) {
        controls = HIGH_BITS;
        break;
      }
      passed |= word;
      controls |= (word - BLANKS) & ~word;
    }
    seen |= passed;
    low |= controls;
    if (at + Long.BYTES > to) {
      int tail = at;
      while (at < to && bytes[at] != '\n') {
        at++;
      }
      passBytes(bytes, tail, at);
    }
    return at;
  }

  /** The first index from {@code from} on that holds no zero; {@code to} when all do. */
  static int zerosEnd(byte[] bytes, int from, int to) {
    int at = from;
    while (at + Long.BYTES <= to && (long) WORDS.get(bytes, at) == 0) {
      at += Long.BYTES;
    }
    while (at < to && bytes[at] == 0) {
      at++;
    }
    return at;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Characters of lines of ASCII that scanners ask for, eight at a time where that is faster. A byte
 * of a word is zero where subtracting one borrows from it (Warren, Hacker's Delight, section 6-1).
 */
public final class AsciiText {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long ABOVE_BLANK = (' ' + 1) * ONES;
  private static final long BARS = '|' * ONES;

  private static final boolean[] NAME_PARTS = new boolean[128];

  static {
    for (char c = 0; c < 128; c++) {
      NAME_PARTS[c] = Names.isPart(c);
    }
  }

  private AsciiText() {}

  /** Where blanks and tabs that start at {@code from} end. */
  public static int skipSpaces(byte[] line, int from, int to) {
    int at = from;
    while (at < to && (line[at] == ' ' || line[at] == '\t')) {
      at++;
    }
    return at;
  }

  /** Where the characters that start at {@code from} meet a blank, a tab or a bar. */
  public static int wordEnd(byte[] line, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long word = (long) WORDS.get(line, at);
      long other = word ^ BARS;
      long found = (((word - ABOVE_BLANK) & ~word) | ((other - ONES) & ~other)) & HIGH_BITS;
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < to && line[at] > ' ' && line[at] != '|') {
      at++;
    }
    return at;
  }

  /** As {@link Names#end}. */
  public static int nameEnd(byte[] line, int from, int to) {
    int at = from;
    while (at < to && NAME_PARTS[line[at]]) {
      at++;
    }
    return at;
  }

  /** The first characters from {@code from} to {@code to}, eight at most, as one number. */
  public static long head(byte[] line, int from, int to) {
    return to - from >= Long.BYTES ? (long) WORDS.get(line, from) : few(line, from, to);
  }

  /** The last characters from {@code from} to {@code to}, eight at most, as one number. */
  public static long tail(byte[] line, int from, int to) {
    return to - from >= Long.BYTES ? (long) WORDS.get(line, to - Long.BYTES) : 0;
  }

  private static long few(byte[] line, int from, int to) {
    long number = 0;
    for (int i = to - 1; i >= from; i--) {
      number = (number << 8) | line[i];
    }
    return number;
  }

  /** As {@link #head(byte[], int, int)} where the text is ASCII. */
  public static long head(String text, int from, int to) {
    return eight(text, from, Math.min(to, from + Long.BYTES));
  }

  /** As {@link #tail(byte[], int, int)} where the text is ASCII. */
  public static long tail(String text, int from, int to) {
    return to - from >= Long.BYTES ? eight(text, to - Long.BYTES, to) : 0;
  }

  private static long eight(String text, int from, int to) {
    long number = 0;
    for (int i = to - 1; i >= from; i--) {
      number = (number << 8) | text.charAt(i);
    }
    return number;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

import dev.clew.query.Words;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link RowOutput} wrote. What does not fit is an {@link IllegalArgumentException} or
 * an {@link IndexOutOfBoundsException}: the bytes are damaged.
 */
final class RowInput {
  static final int ASCII = 0;
  static final int UTF_8 = 1;
  static final int UTF_16 = 2;

  private final byte[] bytes;
  private final int end;
  private int at;

  RowInput(byte[] bytes, int start, int length) {
    this.bytes = bytes;
    this.at = start;
    this.end = start + length;
  }

  int readByte() {
    check(1);
    return bytes[at++];
  }

  int readInt() {
    return (int) readLong();
  }

  long readLong() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than 64 bits");
  }

  /** A count of things that take a byte at least. */
  int readCount() {
    int count = readInt();
    check(count);
    return count;
  }

  byte[] readBytes() {
    int length = readCount();
    byte[] read = new byte[length];
    System.arraycopy(bytes, at, read, 0, length);
    at += length;
    return read;
  }

  @Nullable String readNullable() {
    return readByte() == 0 ? null : readText();
  }

  @SuppressWarnings("deprecation") // the one way to make a text of ASCII without decoding
  String readText() {
    int header = readInt();
    int length = header >>> 2;
    check(length);
    int start = at;
    at += length;
    return switch (header & 3) {
      case ASCII -> new String(bytes, 0, start, length);
      case UTF_8 -> new String(bytes, start, length, StandardCharsets.UTF_8);
      case UTF_16 -> utf16(start, length);
      default -> throw new IllegalArgumentException("text of an unknown form");
    };
  }

  /** Goes past a text. */
  void skipText() {
    int length = readInt() >>> 2;
    check(length);
    at += length;
  }

  /** Reads a text and adds it to {@code out} in UTF-8; false when UTF-8 cannot hold it. */
  boolean copyText(RowOutput out) {
    int header = readInt();
    int length = header >>> 2;
    check(length);
    out.append(bytes, at, length);
    at += length;
    return (header & 3) <= UTF_8;
  }

  /** Reads a text; true when the folded {@code word} of ASCII is one of its words. */
  boolean textHolds(byte[] word) {
    int before = at;
    int header = readInt();
    int length = header >>> 2;
    check(length);
    if ((header & 3) != ASCII) {
      at = before;
      return Words.of(readText()).contains(new String(word, StandardCharsets.US_ASCII));
    }
    int stop = at + length;
    int from = at;
    at = stop;
    for (int i = from; i + word.length <= stop; i++) {
      if (fold(bytes[i]) == word[0]
          && (i == from || !Words.isPart(bytes[i - 1]))
          && (i + word.length == stop || !Words.isPart(bytes[i + word.length]))
          && matches(i, word)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(int start, byte[] word) {
    for (int i = 1; i < word.length; i++) {
      if (fold(bytes[start + i]) != word[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte fold(byte c) {
    return c >= 'A' && c <= 'Z' ? (byte) (c + 32) : c;
  }

  private String utf16(int start, int length) {
    char[] units = new char[length / 2];
    for (int i = 0; i < units.length; i++) {
      units[i] = (char) ((bytes[start + 2 * i] & 0xFF) << 8 | (bytes[start + 2 * i + 1] & 0xFF));
    }
    return new String(units);
  }

  private void check(int length) {
    if (length < 0 || length > end - at) {
      throw new IllegalArgumentException("length " + length + " with " + (end - at) + " left");
    }
  }
}

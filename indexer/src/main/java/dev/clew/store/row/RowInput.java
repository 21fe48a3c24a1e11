// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link RowOutput} wrote. What does not fit is an {@link IllegalArgumentException} or an
 * {@link IndexOutOfBoundsException}: the bytes are damaged.
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

  /** Passes over a text. */
  void skipText() {
    int length = readInt() >>> 2;
    check(length);
    at += length;
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

// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes being written: numbers of seven bits a byte, and texts by their length. Grows as needed.
 */
final class RowOutput {
  private byte[] bytes = new byte[512];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  void writeByte(int value) {
    ensure(1);
    bytes[length++] = (byte) value;
  }

  void writeInt(int value) {
    writeLong(Integer.toUnsignedLong(value));
  }

  void writeLong(long value) {
    ensure(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  void writeBytes(byte[] source) {
    writeInt(source.length);
    ensure(source.length);
    System.arraycopy(source, 0, bytes, length, source.length);
    length += source.length;
  }

  /** Bytes without their length. */
  void append(byte[] source) {
    append(source, 0, source.length);
  }

  void append(byte[] source, int start, int count) {
    ensure(count);
    System.arraycopy(source, start, bytes, length, count);
    length += count;
  }

  /** The text in UTF-8; null when that cannot hold it. */
  static byte @Nullable [] utf8(String text) {
    return form(text, 0, text.length()) == RowInput.UTF_16
        ? null
        : text.getBytes(StandardCharsets.UTF_8);
  }

  void writeNullable(@Nullable String text) {
    writeByte(text == null ? 0 : 1);
    if (text != null) {
      writeText(text, 0, text.length());
    }
  }

  void writeText(String text) {
    writeText(text, 0, text.length());
  }

  /**
   * Text from {@code start} up to, not including, {@code end}: {@code vint(4 * bytes + form)}, form
   * 0 for ASCII, 1 for UTF-8, 2 for UTF-16 that UTF-8 cannot hold.
   */
  void writeText(String text, int start, int end) {
    int size = end - start;
    int form = form(text, start, end);
    if (form == RowInput.ASCII) {
      writeAscii(text, start, end);
      return;
    }
    String part = text.substring(start, end);
    byte[] encoded =
        form == RowInput.UTF_8
            ? part.getBytes(StandardCharsets.UTF_8)
            : part.getBytes(StandardCharsets.UTF_16BE);
    if (form == RowInput.UTF_16) {
      for (int i = 0; i < size; i++) {
        // the encoder would replace what is no pair
        encoded[2 * i] = (byte) (part.charAt(i) >> 8);
        encoded[2 * i + 1] = (byte) part.charAt(i);
      }
    }
    writeInt(encoded.length << 2 | form);
    ensure(encoded.length);
    System.arraycopy(encoded, 0, bytes, length, encoded.length);
    length += encoded.length;
  }

  /** Text that is known to be ASCII. */
  void writeAscii(String text, int start, int end) {
    writeInt((end - start) << 2);
    ensure(end - start);
    copyAscii(text, start, end);
  }

  @SuppressWarnings("deprecation") // the one way to copy ASCII without an array in between
  private void copyAscii(String text, int start, int end) {
    text.getBytes(start, end, bytes, length);
    length += end - start;
  }

  private static int form(String text, int start, int end) {
    int form = RowInput.ASCII;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        form = RowInput.UTF_8;
        if (Character.isSurrogate(c)) {
          boolean pair =
              Character.isHighSurrogate(c)
                  && i + 1 < end
                  && Character.isLowSurrogate(text.charAt(i + 1));
          if (!pair) {
            return RowInput.UTF_16;
          }
          i++;
        }
      }
    }
    return form;
  }

  private void ensure(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), bytes.length * 2));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.event;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * The bytes of one event exactly as they were read: all its physical lines with their line
 * terminators. The raw lines of a file's events and rejections, in order, are the file.
 */
public final class RawLine {
  private final byte[] bytes;

  private RawLine(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Wraps a copy of {@code bytes}. */
  public static RawLine of(byte[] bytes) {
    return new RawLine(bytes.clone());
  }

  /** Wraps a copy of {@code length} bytes from {@code offset}. */
  public static RawLine of(byte[] bytes, int offset, int length) {
    return new RawLine(Arrays.copyOfRange(bytes, offset, offset + length));
  }

  /** The bytes of {@code text} in {@code charset}. */
  public static RawLine of(String text, Charset charset) {
    return new RawLine(text.getBytes(charset));
  }

  /** How many bytes, line terminators included. */
  public int length() {
    return bytes.length;
  }

  /** A read-only view of the bytes. */
  public ByteBuffer bytes() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  /** A copy of the bytes. */
  public byte[] toByteArray() {
    return bytes.clone();
  }

  /**
   * The bytes read in {@code charset}, without the last line terminator; undecodable bytes become
   * U+FFFD.
   */
  public String text(Charset charset) {
    int end = bytes.length;
    if (end > 0 && bytes[end - 1] == '\n') {
      end--;
    }
    if (end > 0 && bytes[end - 1] == '\r') {
      end--;
    }
    return new String(bytes, 0, end, charset);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawLine that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return text(java.nio.charset.StandardCharsets.UTF_8);
  }
}

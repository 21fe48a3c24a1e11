// SPDX-License-Identifier: Apache-2.0
package dev.clew.event;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of one event exactly as they were read: all its physical lines with their line
 * terminators. The raw lines of a file's events and rejections, in order, are the file.
 */
public final class RawLine {
  private final byte[] bytes;
  private final Charset charset;

  private RawLine(byte[] bytes, Charset charset) {
    this.bytes = bytes;
    this.charset = charset;
  }

  /** Wraps a copy of {@code bytes} of UTF-8. */
  public static RawLine of(byte[] bytes) {
    return new RawLine(bytes.clone(), StandardCharsets.UTF_8);
  }

  /** Wraps a copy of {@code length} bytes of UTF-8 from {@code offset}. */
  public static RawLine of(byte[] bytes, int offset, int length) {
    return of(bytes, offset, length, StandardCharsets.UTF_8);
  }

  /**
   * Wraps a copy of {@code length} bytes from {@code offset} that spell text in {@code charset}.
   */
  public static RawLine of(byte[] bytes, int offset, int length, Charset charset) {
    return new RawLine(Arrays.copyOfRange(bytes, offset, offset + length), charset);
  }

  /** The bytes of {@code text} in {@code charset}. */
  public static RawLine of(String text, Charset charset) {
    return new RawLine(text.getBytes(charset), charset);
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

  /** How the bytes spell text. */
  public Charset charset() {
    return charset;
  }

  /**
   * What the bytes spell in their charset, without the last line terminator; undecodable bytes
   * become U+FFFD.
   */
  public String text() {
    return text(charset);
  }

  /**
   * The bytes read in {@code charset}, without the last line terminator; undecodable bytes become
   * U+FFFD.
   */
  public String text(Charset charset) {
    String text = new String(bytes, charset);
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    if (end > 0 && text.charAt(end - 1) == '\r') {
      end--;
    }
    return text.substring(0, end);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawLine that
        && Arrays.equals(bytes, that.bytes)
        && charset.equals(that.charset);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return text();
  }
}

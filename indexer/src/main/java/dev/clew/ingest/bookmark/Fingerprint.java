// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.bookmark;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Some bytes of a source, by their number and the first 128 bits of their SHA-256 (FIPS 180-4).
 *
 * @param length how many bytes, at least 0
 * @param hash in hex digits
 */
public record Fingerprint(int length, String hash) {
  /** Most bytes of the start, and of the end, of what was read that are remembered. */
  public static final int MOST = 1024;

  private static final int HASH_BYTES = 16;

  /** The fingerprint of {@code length} bytes from {@code start}. */
  public static Fingerprint of(byte[] bytes, int start, int length) {
    MessageDigest digest = sha256();
    digest.update(bytes, start, length);
    return new Fingerprint(length, HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES));
  }

  /** The fingerprint of all of {@code bytes}. */
  public static Fingerprint of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /**
   * How many bytes of the start of a source are remembered when {@code offset} bytes were read: a
   * power of two, so that all lengths that others may be remembered by are few.
   */
  public static int headLength(long offset) {
    return offset >= MOST ? MOST : Integer.highestOneBit((int) offset);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

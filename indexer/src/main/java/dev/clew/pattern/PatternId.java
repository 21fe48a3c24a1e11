// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes the ids of patterns: 48 bits of SHA-256, as twelve hex digits. */
final class PatternId {
  private static final int DIGITS = 12;

  private PatternId() {}

  /** Each part is led by its length, so that no two lists of parts run together. */
  static String of(@Nullable String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      int length = part == null ? -1 : 2 * part.length();
      digest.update(ByteBuffer.allocate(4).putInt(0, length));
      if (part != null) {
        // not getBytes: an encoder would take all lone surrogates for one
        ByteBuffer bytes = ByteBuffer.allocate(length);
        bytes.asCharBuffer().put(part);
        digest.update(bytes);
      }
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4). */
final class Digest {
  private Digest() {}

  static byte[] bytes(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException none) {
      throw new IllegalStateException("every Java has SHA-256", none);
    }
  }

  static String hex(byte[] content) {
    return HexFormat.of().formatHex(bytes(content));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What bytes are wrapped in, told by their first bytes and never by a file's name. */
enum Wrapping {
  NONE,
  GZIP,
  ZSTD,
  BZIP2,
  XZ,
  ZIP,
  TAR,
  SEVEN_ZIP;

  /** Bytes needed to tell: a tar header names itself at offset 257. */
  static final int HEAD = 512;

  static Wrapping of(byte[] head, int length) {
    if (starts(head, length, 0x1f, 0x8b)) {
      return GZIP;
    }
    if (starts(head, length, 0x28, 0xb5, 0x2f, 0xfd)) {
      return ZSTD;
    }
    if (starts(head, length, 'B', 'Z', 'h') && length > 3 && head[3] >= '1' && head[3] <= '9') {
      return BZIP2;
    }
    if (starts(head, length, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return XZ;
    }
    if (starts(head, length, 'P', 'K', 3, 4)) {
      return ZIP;
    }
    if (starts(head, length, '7', 'z', 0xbc, 0xaf, 0x27, 0x1c)) {
      return SEVEN_ZIP;
    }
    return isTar(head, length) ? TAR : NONE;
  }

  private static boolean isTar(byte[] head, int length) {
    byte[] magic = "ustar".getBytes(StandardCharsets.US_ASCII);
    return length >= 262 && Arrays.equals(head, 257, 262, magic, 0, magic.length);
  }

  private static boolean starts(byte[] head, int length, int... magic) {
    if (length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}

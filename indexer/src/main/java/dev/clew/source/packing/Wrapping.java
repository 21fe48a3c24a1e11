// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.packing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What bytes are wrapped in, told by their first bytes and never by a file's name. */
public enum Wrapping {
  NONE,
  GZIP,
  ZSTD,
  BZIP2,
  XZ,
  LZ4,
  ZIP,
  TAR,
  SEVEN_ZIP;

  /** Bytes needed to tell: a tar header names itself at offset 257 and ends at 512. */
  public static final int HEAD = 512;

  private static final int CHECKSUM = 148;
  private static final int CHECKSUM_LENGTH = 8;

  /** The wrapping of bytes that start with {@code head}. */
  public static Wrapping of(byte[] head, int length) {
    if (starts(head, length, 0x1f, 0x8b, 8)) {
      return GZIP;
    }
    if (starts(head, length, 0x28, 0xb5, 0x2f, 0xfd) || isSkippable(head, length)) {
      return ZSTD;
    }
    if (starts(head, length, 'B', 'Z', 'h') && length > 3 && head[3] >= '1' && head[3] <= '9') {
      return BZIP2;
    }
    if (starts(head, length, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return XZ;
    }
    if (starts(head, length, 0x04, 0x22, 0x4d, 0x18)) {
      return LZ4;
    }
    if (starts(head, length, 'P', 'K', 3, 4) || starts(head, length, 'P', 'K', 5, 6)) {
      return ZIP;
    }
    if (starts(head, length, '7', 'z', 0xbc, 0xaf, 0x27, 0x1c)) {
      return SEVEN_ZIP;
    }
    return isTar(head, length) ? TAR : NONE;
  }

  /** A frame for other programs, with which the files of parallel compressors start. */
  private static boolean isSkippable(byte[] head, int length) {
    return length > 3
        && (head[0] & 0xf0) == 0x50
        && (head[1] & 0xff) == 0x2a
        && head[2] == 0x4d
        && head[3] == 0x18;
  }

  /** By name since 1988, and by the sum over the header before that. */
  private static boolean isTar(byte[] head, int length) {
    byte[] magic = "ustar".getBytes(StandardCharsets.US_ASCII);
    return (length >= 262 && Arrays.equals(head, 257, 262, magic, 0, magic.length))
        || (length >= HEAD && head[0] != 0 && hasChecksum(head));
  }

  private static boolean hasChecksum(byte[] head) {
    long sum = 0;
    long stated = 0;
    int digits = 0;
    for (int i = 0; i < HEAD; i++) {
      boolean inSum = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_LENGTH;
      sum += inSum ? ' ' : head[i] & 0xff;
      if (inSum && head[i] >= '0' && head[i] <= '7') {
        stated = stated * 8 + head[i] - '0';
        digits++;
      }
    }
    return digits >= 4 && sum == stated;
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

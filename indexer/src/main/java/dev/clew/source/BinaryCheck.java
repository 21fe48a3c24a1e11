// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

import java.util.Optional;

/** Tells files that hold no text, so that they are left out as a whole. */
public final class BinaryCheck {
  private BinaryCheck() {}

  /**
   * What makes {@code head}, the first bytes of a source, binary; empty for text. A few stray
   * control characters are text still, and so is a log that a rotation left with a hole of zeros in
   * front, as long as text follows inside {@code head}.
   */
  public static Optional<String> reason(byte[] head, int length) {
    if (TextEncoding.of(head, length) != TextEncoding.UTF_8) {
      return Optional.empty();
    }
    String kind = kind(head, length);
    if (kind != null) {
      return Optional.of("is " + kind);
    }
    int odd = 0;
    int start = 0;
    while (start < length && head[start] == 0) {
      start++;
    }
    for (int i = start; i < length; i++) {
      if (head[i] >= 0 && head[i] < ' ' && !isTextControl(head[i])) {
        odd++;
      }
    }
    boolean onlyZeros = start == length && length > 0;
    return onlyZeros || odd * 10L > length - start
        ? Optional.of("holds binary data")
        : Optional.empty();
  }

  private static boolean isTextControl(byte b) {
    return b == '\n' || b == '\r' || b == '\t' || b == 0x1b || b == '\f' || b == '\b';
  }

  private static @org.jspecify.annotations.Nullable String kind(byte[] head, int length) {
    if (length < 8) {
      return null;
    }
    int first =
        (head[0] & 0xff) << 24 | (head[1] & 0xff) << 16 | (head[2] & 0xff) << 8 | (head[3] & 0xff);
    return switch (first) {
      case 0x7f454c46 -> "an ELF program";
      case 0x89504e47 -> "a PNG image";
      case 0x47494638 -> "a GIF image";
      case 0xcafebabe -> "a Java class";
      case 0x25504446 -> "a PDF document";
      case 0x53514c69 -> head[4] == 't' && head[5] == 'e' ? "an SQLite database" : null;
      default -> (first >>> 8) == 0xffd8ff ? "a JPEG image" : null;
    };
  }
}

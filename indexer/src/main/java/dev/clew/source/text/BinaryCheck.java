// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.text;

import java.util.Optional;

/** Tells files that hold no text, so that they are left out as a whole. */
public final class BinaryCheck {
  /** So many zeros in a row count as one: they fill a gap and say nothing about the rest. */
  private static final int HOLE = 8;

  private static final int SAMPLE = 1 << 16;

  private BinaryCheck() {}

  /**
   * What makes the bytes of {@code head} from {@code from} up to {@code to}, the first of a source,
   * binary; empty for text. A few stray control characters are text still, and so is a hole of
   * zeros.
   */
  public static Optional<String> reason(byte[] head, int from, int to, TextEncoding encoding) {
    int end = Math.min(to, from + SAMPLE);
    String kind = BinaryKind.of(head, from, end);
    if (kind != null) {
      return Optional.of("is " + kind);
    }
    if (encoding.unit() > 1) {
      return Optional.empty();
    }
    int odd = 0;
    int controls = 0;
    int looked = 0;
    for (int at = from; at < end; ) {
      int run = zeros(head, at, end);
      if (run >= HOLE) {
        odd++;
        looked++;
      } else {
        boolean control = head[at] >= 0 && head[at] < ' ' && !isTextControl(head[at]);
        int length = encoding == TextEncoding.UTF_8 ? Utf8.length(head, at, end) : 1;
        controls += control ? 1 : 0;
        odd += control || length == 0 ? 1 : 0;
        run = Math.max(1, length);
        looked += run;
      }
      at += run;
    }
    boolean many = odd * 3L > looked && looked > 1;
    boolean bad = many || (odd * 10L > looked && controls * 20L > looked);
    return bad ? Optional.of("holds binary data") : Optional.empty();
  }

  private static int zeros(byte[] head, int at, int end) {
    int run = at;
    while (run < end && head[run] == 0) {
      run++;
    }
    return run - at;
  }

  private static boolean isTextControl(byte b) {
    return b == '\n' || b == '\r' || b == '\t' || b == 0x1b || b == '\f' || b == '\b';
  }
}

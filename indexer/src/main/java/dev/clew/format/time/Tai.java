// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

/**
 * Reads {@code @} and sixteen or twenty-four hexadecimal digits: D. J. Bernstein's TAI64 and TAI64N
 * labels, ten seconds ahead as multilog writes them.
 */
final class Tai {
  private static final int SECONDS_END = 17;
  private static final int NANOS_END = 25;
  private static final long LATEST = 4_102_444_800L;

  private Tai() {}

  /** Where the label at {@code at} ends; -1 when there is none. */
  static int end(String text, int at) {
    int end = at + 1;
    while (end < at + NANOS_END && Character.digit(Chars.at(text, end), 16) >= 0) {
      end++;
    }
    boolean whole = end == at + SECONDS_END || end == at + NANOS_END;
    return whole && text.startsWith("@4", at) && isTime(seconds(text, at)) ? end : -1;
  }

  private static boolean isTime(long second) {
    return second >= 0 && second <= LATEST;
  }

  private static long seconds(String text, int at) {
    return hexadecimal(text, at + 1, at + SECONDS_END) - (1L << 62) - 10;
  }

  /** Nanoseconds since the epoch of the label at {@code at}. */
  static long nanos(String text, int at) {
    int end = end(text, at);
    if (end < 0) {
      return 0;
    }
    long nano = end == at + NANOS_END ? hexadecimal(text, at + SECONDS_END, end) : 0;
    return seconds(text, at) * 1_000_000_000L + Math.min(nano, 999_999_999L);
  }

  private static long hexadecimal(String text, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      value = value << 4 | Character.digit(text.charAt(i), 16);
    }
    return value;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.relate;

import java.time.Duration;
import java.util.Locale;

/** Lengths of time as people read them, in the unit that suits. */
final class Spans {
  private static final double NANOS_A_MILLI = 1e6;
  private static final double NANOS_A_SECOND = 1e9;

  private static final double NANOS_A_MINUTE = 60e9;

  private Spans() {}

  /** {@code 12.3 ms}, {@code 2.400 s}, {@code 1h30m}; with a minus sign when below 0. */
  static String text(long nanos) {
    double size = Math.abs((double) nanos);
    if (size >= NANOS_A_MINUTE) {
      Duration whole = Duration.ofSeconds(Math.round(nanos / NANOS_A_SECOND));
      String text = whole.abs().toString().substring(2).toLowerCase(Locale.ROOT);
      return whole.isNegative() ? "-" + text : text;
    }
    return size < NANOS_A_SECOND
        ? String.format(Locale.ROOT, "%.1f ms", nanos / NANOS_A_MILLI)
        : String.format(Locale.ROOT, "%.3f s", nanos / NANOS_A_SECOND);
  }
}

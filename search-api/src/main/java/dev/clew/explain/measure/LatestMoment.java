// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.measure;

/**
 * The latest moment a printed time can stand for.
 *
 * <p>A log that prints whole seconds cuts the fraction off, so its line of 12:00:13 may be younger
 * than another program's of 12:00:13.558. Where the order of events of several programs decides
 * what came first, the latest moment is compared, so that a coarse clock wins nothing.
 */
public final class LatestMoment {
  private static final long[] STEPS = {1_000_000_000L, 1_000_000L, 1_000L};

  private LatestMoment() {}

  /** {@code epochNanos}, moved to the end of the second, milli- or microsecond it is whole in. */
  public static long of(long epochNanos) {
    for (long step : STEPS) {
      if (epochNanos % step == 0) {
        return epochNanos + step - 1;
      }
    }
    return epochNanos;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.bench.macro;

import java.util.Arrays;
import java.util.stream.LongStream;

/** How long the same thing took, many times over. */
final class Timings {
  private final long[] nanos;

  /**
   * The timings of {@code nanos}.
   *
   * @throws IllegalArgumentException when there are none
   */
  Timings(LongStream nanos) {
    this.nanos = nanos.sorted().toArray();
    if (this.nanos.length == 0) {
      throw new IllegalArgumentException("nothing was timed");
    }
  }

  /** What takes longer is run less often, but this often. */
  private static final int LEAST = 1;

  private static final long TOO_LONG = 10_000_000_000L;

  /**
   * Runs {@code work} until {@code runs} are done and {@code nanos} have passed, or 200 are; fewer
   * when it takes too long.
   */
  static Timings of(Runnable work, int runs, long nanos) {
    long[] took = new long[Math.max(200, runs)];
    long start = System.nanoTime();
    int done = 0;
    long begin = start;
    while (done < LEAST
        || (done < runs && begin - start < TOO_LONG)
        || (done < took.length && begin - start < nanos)) {
      begin = System.nanoTime();
      work.run();
      took[done++] = System.nanoTime() - begin;
    }
    return new Timings(Arrays.stream(took, 0, done));
  }

  int count() {
    return nanos.length;
  }

  double minMillis() {
    return millis(0);
  }

  double maxMillis() {
    return millis(nanos.length - 1);
  }

  /**
   * The smallest that so many are not above.
   *
   * @param share from 0 to 1
   */
  double millis(double share) {
    return millis((int) Math.min(nanos.length - 1, (long) (share * nanos.length)));
  }

  private double millis(int index) {
    return nanos[index] / 1e6;
  }
}

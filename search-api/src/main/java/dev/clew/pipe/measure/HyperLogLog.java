// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.measure;

/**
 * About how many different texts were added, in 16 KB: one standard error is 0.8 %.
 *
 * <p>P. Flajolet et al., "HyperLogLog: the analysis of a near-optimal cardinality estimation
 * algorithm" (2007), with the estimator of O. Ertl, "New cardinality estimation algorithms for
 * HyperLogLog sketches" (2017, algorithm 6), which needs no correction at either end.
 */
final class HyperLogLog {
  private static final int PRECISION = 14;
  private static final int REGISTERS = 1 << PRECISION;
  private static final int MOST_ZEROS = 64 - PRECISION;
  private static final double ALPHA = 1 / (2 * Math.log(2));

  /** Memory of one. */
  static final long BYTES = REGISTERS;

  private final byte[] registers = new byte[REGISTERS];

  void add(String text) {
    long hash = hash(text);
    int register = (int) (hash >>> MOST_ZEROS);
    // the bit set below the hash ends the run of zeros where the hash itself ends
    int rank = Long.numberOfLeadingZeros((hash << PRECISION) | (1L << (PRECISION - 1))) + 1;
    registers[register] = (byte) Math.max(registers[register], rank);
  }

  void merge(HyperLogLog other) {
    for (int i = 0; i < REGISTERS; i++) {
      registers[i] = (byte) Math.max(registers[i], other.registers[i]);
    }
  }

  long estimate() {
    int[] ranks = new int[MOST_ZEROS + 2];
    for (byte register : registers) {
      ranks[register]++;
    }
    double m = REGISTERS;
    double z = m * tau(1 - ranks[MOST_ZEROS + 1] / m);
    for (int rank = MOST_ZEROS; rank >= 1; rank--) {
      z = 0.5 * (z + ranks[rank]);
    }
    z += m * sigma(ranks[0] / m);
    return Math.round(ALPHA * m * m / z);
  }

  private static double sigma(double share) {
    if (share == 1) {
      return Double.POSITIVE_INFINITY;
    }
    double x = share;
    double y = 1;
    double z = x;
    double before;
    do {
      x *= x;
      before = z;
      z += x * y;
      y += y;
    } while (before != z);
    return z;
  }

  private static double tau(double share) {
    if (share == 0 || share == 1) {
      return 0;
    }
    double x = share;
    double y = 1;
    double z = 1 - x;
    double before;
    do {
      x = Math.sqrt(x);
      before = z;
      y *= 0.5;
      z -= (1 - x) * (1 - x) * y;
    } while (before != z);
    return z / 3;
  }

  /** FNV-1a over the characters, then the finalizer of SplitMix64, so that every bit counts. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}

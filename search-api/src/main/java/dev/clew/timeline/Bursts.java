// SPDX-License-Identifier: Apache-2.0
package dev.clew.timeline;

import dev.clew.timeline.Lane.Burst;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Stretches of cells with more events than chance would put there: the one that a higher rate
 * explains best, then the next among what is left.
 *
 * <p>Source: M. Kulldorff, "A spatial scan statistic", 1997, in one dimension; the likelihood ratio
 * is divided by how much more than a Poisson process the counts vary, and must be so large that
 * chance gives such a stretch anywhere once in a thousand series.
 */
final class Bursts {
  private static final int MOST = 3;
  private static final double CHANCE = 0.001;
  private static final double LEAST_TIMES = 2;
  private static final int FEWEST_CELLS = 8;

  private Bursts() {}

  /**
   * The bursts of {@code counts}, one a cell of {@code axis}. Cells of which nothing is known are
   * no usual ones, and are passed over.
   *
   * @param known for each cell whether anything is known of it
   */
  static List<Burst> find(long[] counts, Axis axis, boolean errors, boolean[] known) {
    int[] cell = IntStream.range(0, counts.length).filter(i -> known[i] || counts[i] > 0).toArray();
    List<Burst> found = new ArrayList<>();
    long[] left = Arrays.stream(cell).mapToLong(i -> counts[i]).toArray();
    while (found.size() < MOST && left.length >= FEWEST_CELLS) {
      int[] window = best(left);
      if (window.length == 0) {
        break;
      }
      long inside = sum(left, window[0], window[1]);
      long outside = sum(left, 0, left.length) - inside;
      int cells = window[1] - window[0];
      double rate = (double) outside / (left.length - cells);
      found.add(
          new Burst(
              axis.range(cell[window[0]], cell[window[1] - 1] + 1),
              errors,
              inside,
              inside / (rate * cells)));
      // what is explained counts as usual from here on
      Arrays.fill(left, window[0], window[1], Math.round(rate));
    }
    return found;
  }

  /** First cell and the one after the last; empty when no window stands out. */
  private static int[] best(long[] counts) {
    double total = sum(counts, 0, counts.length);
    double pairs = 0.5 * counts.length * counts.length;
    double highest = Math.log(pairs / CHANCE) * dispersion(counts);
    int[] best = {};
    for (int from = 0; from < counts.length; from++) {
      double inside = 0;
      for (int to = from + 1; to <= counts.length && to - from <= counts.length / 2; to++) {
        inside += counts[to - 1];
        double expected = total * (to - from) / counts.length;
        double rest = (total - inside) / (counts.length - (to - from));
        boolean clear = inside / (to - from) >= LEAST_TIMES * rest && inside > expected;
        double gain = clear ? gain(inside, expected, total) : 0;
        if (gain > highest) {
          highest = gain;
          best = new int[] {from, to};
        }
      }
    }
    return best;
  }

  private static double gain(double inside, double expected, double total) {
    double outside = total - inside;
    return inside * Math.log(inside / expected)
        + (outside == 0 ? 0 : outside * Math.log(outside / (total - expected)));
  }

  /** How many times the variance of a Poisson process the usual cells have, at least 1. */
  private static double dispersion(long[] counts) {
    long[] sorted = counts.clone();
    Arrays.sort(sorted);
    double middle = sorted[sorted.length / 2];
    double[] off = Arrays.stream(counts).mapToDouble(count -> Math.abs(count - middle)).toArray();
    Arrays.sort(off);
    // of normal counts, the median deviation is the standard deviation divided by 1.4826
    double deviation = 1.4826 * off[off.length / 2];
    return middle == 0 ? 1 : Math.max(1, deviation * deviation / middle);
  }

  private static long sum(long[] counts, int from, int to) {
    return Arrays.stream(counts, from, to).sum();
  }
}

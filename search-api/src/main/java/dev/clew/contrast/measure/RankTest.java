// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast.measure;

import dev.clew.explain.measure.Significance;
import java.util.Arrays;

/**
 * Whether the numbers of one set tend to be larger than those of another, whatever their
 * distribution.
 *
 * <p>Source: H. B. Mann and D. R. Whitney, "On a test of whether one of two random variables is
 * stochastically larger than the other", 1947, with the correction for ties; the effect is N.
 * Cliff's delta, "Dominance statistics", 1993.
 *
 * @param dominance the share of pairs in which the number here is larger, less the share in which
 *     it is smaller; −1 to 1
 * @param p chance of ranks at least so different, 0 to 1
 */
public record RankTest(double dominance, double p) {

  /** The test of two sets of at least one number each. */
  public static RankTest of(double[] here, double[] there) {
    double n = here.length;
    double m = there.length;
    double[] left = sorted(here);
    double[] right = sorted(there);
    double above = 0;
    double ties = 0;
    int i = 0;
    int j = 0;
    // the rank sum by one walk over both, ties counted half
    while (i < left.length || j < right.length) {
      double value =
          j == right.length || (i < left.length && left[i] <= right[j]) ? left[i] : right[j];
      int before = j;
      int equalHere = 0;
      while (i < left.length && left[i] == value) {
        equalHere++;
        i++;
      }
      while (j < right.length && right[j] == value) {
        j++;
      }
      double equalThere = j - before;
      above += equalHere * (before + equalThere / 2);
      double tied = equalHere + equalThere;
      ties += tied * tied * tied - tied;
    }
    double all = n + m;
    double variance = n * m / 12 * (all + 1 - ties / (all * Math.max(1, all - 1)));
    double distance = Math.max(0, Math.abs(above - n * m / 2) - 0.5);
    double p = variance <= 0 ? 1 : Significance.pValue(distance / Math.sqrt(variance));
    return new RankTest(2 * above / (n * m) - 1, p);
  }

  /** The smallest number that so many hundredths do not exceed; {@code numbers} has one or more. */
  public static double percentile(double[] numbers, int percent) {
    double[] sorted = sorted(numbers);
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }

  private static double[] sorted(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How surprising a pair of counts is. */
public final class Significance {
  private Significance() {}

  /**
   * The signed root of the likelihood-ratio statistic of two Poisson counts whose rates are {@code
   * ratio} to one: about standard normal when they are, positive when {@code now} is too large.
   *
   * <p>Source: G-test; for logs, T. Dunning, "Accurate methods for the statistics of surprise and
   * coincidence", 1993.
   */
  public static double signedRoot(long now, long before, double ratio) {
    double total = (double) now + before;
    double expected = total * ratio / (1 + ratio);
    double g = 2 * (term(now, expected) + term(before, total - expected));
    return Math.signum(now - expected) * Math.sqrt(Math.max(0, g));
  }

  /**
   * The signed root of the likelihood-ratio statistic of two shares, {@code with} of {@code all}
   * each: positive when the first is larger.
   */
  public static double signedRootOfShares(long with, long all, long withBefore, long allBefore) {
    double share = ((double) with + withBefore) / ((double) all + allBefore);
    double g =
        2
            * (term(with, all * share)
                + term(all - with, all * (1 - share))
                + term(withBefore, allBefore * share)
                + term(allBefore - withBefore, allBefore * (1 - share)));
    double sign = Math.signum((double) with / all - (double) withBefore / allBefore);
    return sign * Math.sqrt(Math.max(0, g));
  }

  private static double term(long observed, double expected) {
    return observed == 0 ? 0 : observed * Math.log(observed / expected);
  }

  /**
   * Two-sided tail of the standard normal distribution.
   *
   * <p>Source: Abramowitz and Stegun, formula 26.2.17, absolute error below 7.5e-8.
   */
  public static double pValue(double z) {
    double x = Math.abs(z);
    double t = 1 / (1 + 0.2316419 * x);
    double tail =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return Math.min(1, 2 * tail * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI));
  }

  /**
   * Which of a family of tests to believe so that at most the share {@code rate} of those believed
   * is expected to be chance.
   *
   * <p>Source: Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", 1995.
   */
  public static boolean[] discoveries(double[] pValues, double rate) {
    List<Integer> ascending =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .toList();
    boolean[] believed = new boolean[pValues.length];
    int last = -1;
    for (int rank = 0; rank < ascending.size(); rank++) {
      if (pValues[ascending.get(rank)] <= rate * (rank + 1) / pValues.length) {
        last = rank;
      }
    }
    for (int rank = 0; rank <= last; rank++) {
      believed[ascending.get(rank)] = true;
    }
    return believed;
  }

  /** The middle value; the mean of the two middle ones of an even number; 0 of none. */
  public static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** A standard deviation that up to half the values cannot move: 1.4826 × median deviation. */
  public static double robustDeviation(double[] values) {
    double middle = median(values);
    double[] deviations = Arrays.stream(values).map(value -> Math.abs(value - middle)).toArray();
    return 1.4826 * median(deviations);
  }
}

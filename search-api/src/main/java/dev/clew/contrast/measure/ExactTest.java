// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast.measure;

import java.util.function.LongToDoubleFunction;

/**
 * How likely counts at least so far apart are when chance alone set them apart. Both tests take
 * twice the probability of the tail on the side that was seen, and no approximation: they hold for
 * counts of one as well as of millions.
 */
public final class ExactTest {
  private static final double NEGLIGIBLE = 1e-16;
  private static final double STIRLING_FROM = 12;

  private ExactTest() {}

  /**
   * The chance of shares at least so different, 0 to 1.
   *
   * <p>Source: R. A. Fisher, "On the interpretation of χ² from contingency tables", 1922: given all
   * four sums, the count is hypergeometric.
   */
  public static double ofShares(Shares shares) {
    long size = shares.allHere() + shares.allThere();
    long having = shares.both();
    long drawn = shares.allHere();
    if (having == 0 || having == size || drawn == 0 || drawn == size) {
      return 1;
    }
    long least = Math.max(0, having - (size - drawn));
    long most = Math.min(having, drawn);
    double mean = (double) drawn * having / size;
    double start =
        choose(having, shares.here())
            + choose(size - having, drawn - shares.here())
            - choose(size, drawn);
    LongToDoubleFunction up =
        k ->
            ((double) (having - k) / (k + 1))
                * ((double) (drawn - k) / (size - having - drawn + k + 1));
    return tail(shares.here(), least, most, mean, start, up);
  }

  /**
   * The chance of rates at least so different, 0 to 1.
   *
   * <p>Source: J. Przyborowski and H. Wilenski, "Homogeneity of results in testing samples from
   * Poisson series", 1940: given their sum, the one of two Poisson counts is binomial.
   *
   * @param ratio how many events here one event there stands for when nothing differs, above 0
   */
  public static double ofRates(long here, long there, double ratio) {
    long size = here + there;
    double share = ratio / (1 + ratio);
    if (size == 0) {
      return 1;
    }
    double start = choose(size, here) + here * Math.log(share) + there * Math.log(1 - share);
    LongToDoubleFunction up = k -> (double) (size - k) / (k + 1) * ratio;
    return tail(here, 0, size, size * share, start, up);
  }

  /** Twice the tail from {@code seen} away from the mean; {@code up} leads from k to k + 1. */
  private static double tail(
      long seen, long least, long most, double mean, double logStart, LongToDoubleFunction up) {
    double term = 1;
    double sum = 1;
    if (seen >= mean) {
      for (long k = seen; k < most && term > sum * NEGLIGIBLE; k++) {
        term *= up.applyAsDouble(k);
        sum += term;
      }
    } else {
      for (long k = seen; k > least && term > sum * NEGLIGIBLE; k--) {
        term /= up.applyAsDouble(k - 1);
        sum += term;
      }
    }
    return Math.min(1, 2 * sum * Math.exp(logStart));
  }

  private static double choose(long of, long taken) {
    return logFactorial(of) - logFactorial(taken) - logFactorial(of - taken);
  }

  /**
   * The logarithm of n!, by Stirling's series behind a few factors.
   *
   * <p>Source: Abramowitz and Stegun, formula 6.1.41, absolute error below 1e-11.
   */
  static double logFactorial(long n) {
    double x = n + 1.0;
    double factors = 0;
    while (x < STIRLING_FROM) {
      factors += Math.log(x);
      x++;
    }
    double inverse = 1 / (x * x);
    double series =
        (1 / 12.0 - inverse * (1 / 360.0 - inverse * (1 / 1260.0 - inverse / 1680))) / x;
    return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series - factors;
  }
}

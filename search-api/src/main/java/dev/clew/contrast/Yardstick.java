// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import dev.clew.contrast.measure.Effect;
import dev.clew.contrast.measure.ExactTest;
import dev.clew.contrast.measure.Shares;
import dev.clew.explain.measure.Significance;

/**
 * What makes counts of two sets comparable: their sizes or, for two times, how many events now
 * stand for one then when nothing differs.
 *
 * @param rates true when counts are compared as rates, false when as shares of their sets
 * @param ratio events here for one there
 * @param allHere members here
 * @param allThere members there
 */
record Yardstick(boolean rates, double ratio, long allHere, long allThere) {
  /** Chance alone varies so much in one of twenty cases, with the freedom there is. */
  private static final double UNSTEADY = 1.5;

  /** Compares shares. */
  static Yardstick ofShares(long allHere, long allThere) {
    return new Yardstick(false, (double) allHere / Math.max(1, allThere), allHere, allThere);
  }

  Shares shares(long here, long there) {
    return new Shares(here, allHere, there, allThere);
  }

  /** The chance of counts at least so far apart. */
  double chance(long here, long there) {
    return rates ? ExactTest.ofRates(here, there, ratio) : ExactTest.ofShares(shares(here, there));
  }

  /**
   * The chance where counts vary {@code unsteady} times as much as by chance, as a variance, which
   * was found with so many degrees of freedom: Student's t in place of the normal distribution,
   * brought to it by D. L. Wallace, "Bounds on normal approximations to Student's and the
   * chi-square distributions", 1959.
   */
  double chance(long here, long there, double unsteady, int freedom) {
    double exact = chance(here, there);
    if (unsteady < UNSTEADY) {
      return exact;
    }
    double z =
        rates
            ? Significance.signedRoot(here, there, ratio)
            : Significance.signedRootOfShares(here, allHere, there, allThere);
    double normal =
        (8.0 * freedom + 1)
            / (8.0 * freedom + 3)
            * Math.sqrt(freedom * Math.log1p(z * z / unsteady / freedom));
    return Math.max(exact, Significance.pValue(normal));
  }

  double effect(long here, long there) {
    if (!rates) {
      return Effect.ofShares((double) here / allHere, (double) there / allThere);
    }
    double all = Math.max((double) allHere, ratio * allThere);
    return Effect.ofShares(here / all, Math.min(1, ratio * there / all));
  }

  double ratio(long here, long there) {
    return Effect.ratio(here, there, ratio);
  }

  /**
   * True when some way to share out {@code both} over the sets would be beyond chance; what cannot
   * be is not tested, and does not weaken the other tests. Source: R. E. Tarone, "A modified
   * Bonferroni method for discrete data", 1990.
   */
  boolean canTell(long both, double chance) {
    long here = Math.min(both, allHere);
    long there = Math.min(both, allThere);
    return chance(here, both - here) <= chance || chance(both - there, there) <= chance;
  }
}

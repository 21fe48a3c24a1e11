// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast.measure;

/**
 * How large differences are, on one scale for shares, rates and numbers: 0 for none, π for
 * everything here and nothing there, below 0 for less here. A fifth is small, a half is medium,
 * four fifths are large.
 *
 * <p>Source: h of J. Cohen, "Statistical power analysis for the behavioral sciences", 1988, chapter
 * 6: the difference of the shares' arcsines.
 */
public final class Effect {
  private Effect() {}

  /** The effect of two shares, 0 to 1 each. */
  public static double ofShares(double here, double there) {
    return 2 * Math.asin(Math.sqrt(here)) - 2 * Math.asin(Math.sqrt(there));
  }

  /**
   * The effect of numbers that are larger here in so many more pairs than they are smaller, where
   * only a share of the members has such numbers: as large as something new in that share of the
   * members when no two numbers overlap.
   *
   * @param dominance Cliff's delta, −1 to 1
   * @param having the larger of the shares of the members that have the number, 0 to 1
   */
  public static double ofNumbers(double dominance, double having) {
    return Math.signum(dominance) * ofShares(dominance * dominance * having, 0);
  }

  /**
   * How often here for once there; half an event is added to both counts, so that none there is a
   * number too.
   *
   * @param ratio how many here one there stands for when nothing differs
   */
  public static double ratio(long here, long there, double ratio) {
    return (here + 0.5) / (there * ratio + 0.5);
  }
}

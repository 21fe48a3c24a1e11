// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.measure;

import java.util.Optional;

/**
 * When a count rose: the one split of a series of steps that makes a low rate before and a high
 * rate after most likely.
 *
 * <p>Source: the likelihood-ratio scan for a change in a Poisson rate, D. V. Hinkley, "Inference
 * about the change-point in a sequence of random variables", 1970; scanned as in M. Kulldorff, "A
 * spatial scan statistic", 1997.
 */
public final class ChangePoint {
  private static final double LEAST_GAIN = 3;

  private ChangePoint() {}

  /**
   * The first step of the higher rate.
   *
   * @param counts events in each step, in order of time
   * @param usual events a step had in the baseline, known from as many steps as {@code weight}
   * @param weight how many steps of baseline stand before the first step; 0 for none
   * @return empty when no split is clearly better than one rate throughout
   */
  public static Optional<Integer> find(long[] counts, double usual, double weight) {
    double total = usual * weight;
    for (long count : counts) {
      total += count;
    }
    double steps = counts.length + weight;
    double flat = likelihood(total, steps);
    double left = usual * weight;
    double best = LEAST_GAIN;
    int split = -1;
    for (int i = 0; i < counts.length; i++) {
      double before = weight + i;
      double right = total - left;
      double after = counts.length - i;
      if (counts[i] > 0 && (before == 0 || right / after > left / before)) {
        double gain = likelihood(left, before) + likelihood(right, after) - flat;
        if (gain > best) {
          best = gain;
          split = i;
        }
      }
      left += counts[i];
    }
    return split < 0 ? Optional.empty() : Optional.of(split);
  }

  private static double likelihood(double events, double steps) {
    return events <= 0 || steps <= 0 ? 0 : events * Math.log(events / steps);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect;

import java.util.Arrays;
import java.util.List;

/**
 * Fits one weight a clue, so that commits that introduced a failure are as likely as can be among
 * all commits that could have: a conditional logit (McFadden, 1974) over the sums of weighted
 * clues. Weights are kept at 0 or above, since a clue says itself what speaks against a commit, and
 * close to what they are expected to be (a ridge), so that few cases cannot carry them far. Found
 * by accelerated projected gradients (Beck and Teboulle, 2009).
 */
final class WeightFit {
  private static final int STEPS = 400;

  private final List<ClueValues> cases;
  private final double[] importance;
  private final double[] scale;
  private final double[] expected;
  private final double ridge;

  /**
   * A fit over cases that each have a commit to find.
   *
   * @param importance how much each case counts
   * @param scale spread of each clue's values, by which they are made comparable
   * @param expected weight of each clue without any case
   * @param ridge how hard it is to move away from that
   */
  WeightFit(
      List<ClueValues> cases,
      double[] importance,
      double[] scale,
      double[] expected,
      double ridge) {
    this.cases = cases;
    this.importance = importance;
    this.scale = scale;
    this.expected = expected;
    this.ridge = ridge;
  }

  /** The weights, one a clue. */
  double[] weights() {
    int n = scale.length;
    double[] prior = new double[n];
    for (int i = 0; i < n; i++) {
      prior[i] = expected[i] * scale[i];
    }
    double[] at = prior.clone();
    double[] last = at.clone();
    double step = 1;
    double momentum = 1;
    for (int round = 0; round < STEPS; round++) {
      double next = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
      double[] look = new double[n];
      for (int i = 0; i < n; i++) {
        look[i] = at[i] + (momentum - 1) / next * (at[i] - last[i]);
      }
      double[] slope = new double[n];
      double loss = loss(look, prior, slope);
      double[] moved;
      for (; ; step /= 2) {
        moved = moved(look, slope, step);
        double bound = loss;
        for (int i = 0; i < n; i++) {
          double way = moved[i] - look[i];
          bound += slope[i] * way + way * way / (2 * step);
        }
        if (loss(moved, prior, new double[n]) <= bound + 1e-9) {
          break;
        }
      }
      last = at;
      at = moved;
      momentum = next;
    }
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      weights[i] = at[i] / scale[i];
    }
    return weights;
  }

  private static double[] moved(double[] from, double[] slope, double step) {
    double[] to = new double[from.length];
    for (int i = 0; i < to.length; i++) {
      to[i] = Math.max(0, from[i] - step * slope[i]);
    }
    return to;
  }

  /** What is minimised, and its slope, over weights of values divided by their scale. */
  private double loss(double[] weights, double[] prior, double[] slope) {
    int n = weights.length;
    double loss = 0;
    for (int i = 0; i < n; i++) {
      double away = weights[i] - prior[i];
      loss += ridge * away * away;
      slope[i] = 2 * ridge * away;
    }
    for (int c = 0; c < cases.size(); c++) {
      loss += importance[c] * ofCase(cases.get(c), weights, slope, importance[c]);
    }
    return loss;
  }

  private double ofCase(ClueValues known, double[] weights, double[] slope, double counts) {
    double[] odds = new double[known.values().size()];
    for (int k = 0; k < odds.length; k++) {
      double[] values = known.values().get(k);
      for (int i = 0; i < weights.length; i++) {
        odds[k] += weights[i] * values[i] / scale[i];
      }
    }
    double most = Arrays.stream(odds).max().orElse(0);
    double all = 0;
    double right = 0;
    for (int k = 0; k < odds.length; k++) {
      odds[k] = Math.exp(odds[k] - most);
      all += odds[k];
      right += known.introducing().get(k) ? odds[k] : 0;
    }
    for (int k = 0; k < odds.length; k++) {
      double pull = odds[k] / all - (known.introducing().get(k) ? odds[k] / right : 0);
      if (Math.abs(pull) > 1e-9) {
        double[] values = known.values().get(k);
        for (int i = 0; i < weights.length; i++) {
          slope[i] += counts * pull * values[i] / scale[i];
        }
      }
    }
    return Math.log(all) - Math.log(right);
  }
}

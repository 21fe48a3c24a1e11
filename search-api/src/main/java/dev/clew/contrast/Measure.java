// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

/**
 * How far a finding can be trusted, and how large it is.
 *
 * @param effect see {@link dev.clew.contrast.measure.Effect}
 * @param p the chance of a difference at least so large in this one test, 0 to 1
 * @param q the share of chance findings to expect among all with a p as small, 0 to 1
 * @param sampled true when it is about the members that were read, not about all
 */
public record Measure(double effect, double p, double q, boolean sampled) {
  Measure withQ(double share) {
    return new Measure(effect, p, share, sampled);
  }

  Measure withP(double chance) {
    return new Measure(effect, chance, q, sampled);
  }
}

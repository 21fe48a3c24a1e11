// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.trace;

/**
 * A step that a kind of work takes more often than it did, or less often.
 *
 * @param service who does the work
 * @param work the kind of work, as it calls itself; empty where requests have no spans
 * @param step what happens in it, in words
 * @param with how many units of the work have the step now
 * @param seen how many units there are now
 * @param withBefore the same in the baseline
 * @param seenBefore the same in the baseline
 * @param z surprise in standard deviations, below 0 when the step is missing
 * @param heals true when the work fails clearly less often than it did, of which this is a sign
 * @param own the share of the units, 0 to 1, in which nothing that was called departs as well
 */
public record Departure(
    String service,
    String work,
    String step,
    int with,
    int seen,
    int withBefore,
    int seenBefore,
    double z,
    boolean heals,
    double own) {

  /** By how much the share of units with the step differs, 0 to 1. */
  public double effect() {
    return Math.abs((double) with / seen - (double) withBefore / seenBefore);
  }

  /** How strongly it speaks of a cause in this service, 0 to 1. */
  public double weight() {
    return own * Math.sqrt(effect()) * (1 - Math.exp(-z * z / 30));
  }

  Departure withOwn(double share) {
    return new Departure(service, work, step, with, seen, withBefore, seenBefore, z, heals, share);
  }
}

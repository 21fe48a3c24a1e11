// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.explain.PatternChange.Kind;
import dev.clew.explain.window.Failing;
import dev.clew.explain.window.Tallies.Tally;

/**
 * A pattern's two counts and what to make of them.
 *
 * @param tally the pattern, from the set where it occurs
 * @param kind how it differs
 * @param expected how many there would be now at the baseline's rate
 * @param z surprise in standard deviations, chance and burstiness taken off
 * @param score 0 to 1
 */
record Shift(
    Tally tally, Kind kind, long now, long before, double expected, double z, double score) {

  boolean isRise() {
    return kind == Kind.NEW || kind == Kind.MORE;
  }

  /** 0.1 to 1, as {@link Failing#degree}. */
  double failing() {
    return Failing.degree(tally.severity(), tally.pattern().template());
  }

  /** First event now of a rise, last event before of one that is gone. */
  long moment() {
    return kind == Kind.GONE ? tally.last() : tally.first();
  }

  String service() {
    return tally.service() == null ? "" : tally.service();
  }

  Shift withScore(double better) {
    return new Shift(tally, kind, now, before, expected, z, better);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.explain.PatternChange.Kind;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Whether patterns that are too rare for a test of their own are news as a family. When the two
 * sets are alike, as many patterns of a count vanish as appear (scaled by their sizes), so those
 * that vanished say how many of the new ones are chance.
 *
 * <p>The estimate of the unseen goes back to I. J. Good and G. H. Toulmin, "The number of new
 * species, and the increase in population coverage, when a sample is increased", 1956; the count of
 * decoys as error rate to J. Elias and S. Gygi, "Target-decoy search strategy", 2007.
 */
final class Novelty {
  private final NavigableMap<Long, Double> vanished = new TreeMap<>();
  private final NavigableMap<Long, Integer> appeared = new TreeMap<>();
  private final double chanceOfOne;

  /**
   * Counts what appeared and vanished.
   *
   * @param errors true for error patterns, false for the others
   * @param ratio how many events now stand for one before
   */
  Novelty(List<Shift> all, boolean errors, double ratio) {
    chanceOfOne = errors ? 0 : 1;
    for (Shift shift : all) {
      if (shift.tally().severity().isError() == errors) {
        if (shift.kind() == Kind.NEW) {
          appeared.merge(shift.now(), 1, Integer::sum);
        } else if (shift.kind() == Kind.GONE) {
          vanished.merge(
              shift.before(), Math.pow(Math.min(1, ratio), (double) shift.before()), Double::sum);
        }
      }
    }
  }

  /**
   * The share of the new patterns with {@code count} events or more that chance explains, 0 to 1.
   */
  double chance(long count) {
    double expected =
        vanished.tailMap(count, true).values().stream().mapToDouble(Double::doubleValue).sum();
    int seen = appeared.tailMap(count, true).values().stream().mapToInt(Integer::intValue).sum();
    return seen == 0 ? 1 : Math.min(1, (expected + chanceOfOne) / seen);
  }
}

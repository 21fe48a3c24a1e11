// SPDX-License-Identifier: Apache-2.0
package dev.clew.timeline;

import dev.clew.event.TimeRange;
import dev.clew.timeline.Lane.Silence;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs of empty cells in a lane that is hardly ever empty: were each cell empty as often as the
 * lane's other cells are, a run so long would be found anywhere in it once in a hundred lanes.
 */
final class Silences {
  private static final double CHANCE = 0.01;
  private static final double LEAST_FILLED = 0.5;
  private static final double FEWEST_EXPECTED = 5;
  private static final int FEWEST_CELLS = 8;

  private Silences() {}

  /** The silences of {@code counts} after its first event. */
  static List<Silence> find(long[] counts, Axis axis, Coverage coverage) {
    int first = 0;
    while (first < counts.length && counts[first] == 0) {
      first++;
    }
    List<Silence> found = new ArrayList<>();
    boolean[] covered = coverage.cells(axis);
    int cells = counts.length - first;
    int at = first;
    while (at < counts.length && cells >= FEWEST_CELLS) {
      int end = at;
      while (end < counts.length && counts[end] == 0) {
        end++;
      }
      if (end > at && isLong(counts, covered, first, at, end)) {
        TimeRange range = axis.range(at, end);
        double rate = rate(counts, covered, first, at, end);
        found.add(
            new Silence(range, rate * (end - at), coverage.covers(range, axis.step().stepNanos())));
      }
      at = Math.max(end, at + 1);
    }
    return found;
  }

  private static boolean isLong(long[] counts, boolean[] covered, int first, int from, int to) {
    int others = 0;
    int filled = 0;
    for (int i = first; i < counts.length; i++) {
      if (covered[i] && (i < from || i >= to)) {
        others++;
        filled += counts[i] > 0 ? 1 : 0;
      }
    }
    // one more that might have been empty: a share of one would make any run impossible
    double share = (double) filled / (others + 1);
    double chance = (counts.length - first) * Math.pow(1 - share, to - from);
    return share >= LEAST_FILLED
        && chance <= CHANCE
        && rate(counts, covered, first, from, to) * (to - from) >= FEWEST_EXPECTED;
  }

  /** Events a cell outside the run. */
  private static double rate(long[] counts, boolean[] covered, int first, int from, int to) {
    double sum = 0;
    int others = 0;
    for (int i = first; i < counts.length; i++) {
      if (covered[i] && (i < from || i >= to)) {
        sum += counts[i];
        others++;
      }
    }
    return others == 0 ? 0 : sum / others;
  }
}

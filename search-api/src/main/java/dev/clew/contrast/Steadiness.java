// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Grouping.ByTime;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.util.Arrays;
import java.util.List;

/**
 * How much more than by chance counts vary from one part of a set's time to the next: what comes in
 * bursts is no news when the next burst comes.
 */
final class Steadiness {
  private static final int PARTS = 24;

  private final LogStore store;
  private final Selection selection;
  private final ByTime parts;

  /** Looks at {@code selection}, whose range has an end. */
  Steadiness(LogStore store, Selection selection) {
    TimeRange range = selection.range();
    this.store = store;
    this.selection = selection;
    this.parts =
        new ByTime(Math.max(1, (range.to() - range.from() + PARTS - 1) / PARTS), range.from());
  }

  /** How freely the excess can vary. */
  static final int FREEDOM = PARTS - 1;

  /**
   * Pearson's χ² of the counts in 24 equal parts of the time divided by its degrees of freedom; 1
   * when they vary no more than by chance. Source: R. W. M. Wedderburn, "Quasi-likelihood
   * functions, generalized linear models, and the Gauss-Newton method", 1974.
   */
  double excess(Query query) {
    long[] counts = counts(query);
    double expected = (double) Arrays.stream(counts).sum() / PARTS;
    if (expected == 0) {
      return 1;
    }
    double square = 0;
    for (long count : counts) {
      square += (count - expected) * (count - expected) / expected;
    }
    return Math.max(1, square / FREEDOM);
  }

  /** Events of {@code query} in each of the parts of the time. */
  long[] counts(Query query) {
    Query both = Query.and(List.of(selection.query(), query));
    Groups groups =
        store.aggregate(new Selection(both, selection.range()), List.of(parts), 2 * PARTS);
    long[] counts = new long[PARTS];
    for (Groups.Group group : groups.groups()) {
      long start = Long.parseLong(group.keys().getFirst());
      long part = (start - selection.range().from()) / parts.stepNanos();
      counts[Math.clamp(part, 0, PARTS - 1)] += group.count();
    }
    return counts;
  }
}

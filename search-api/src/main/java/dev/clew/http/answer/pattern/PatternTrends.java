// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.pattern;

import dev.clew.event.TimeRange;
import dev.clew.explain.window.Windows;
import dev.clew.http.answer.pattern.PatternStatements.Statement;
import dev.clew.query.Query;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Grouping.ByTime;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How patterns went over a stretch of time that is cut into equal steps. All patterns are counted
 * at once; those that the store did not list, because there are more groups than it lists, are
 * counted one by one.
 */
final class PatternTrends {
  private final LogStore store;
  private final Query query;
  private final TimeRange range;
  private final ByTime step;
  private final int steps;
  private final Map<String, long[]> counted = new HashMap<>();

  private PatternTrends(LogStore store, Query query, TimeRange range, ByTime step) {
    this.store = store;
    this.query = query;
    this.range = range;
    this.step = step;
    this.steps =
        Windows.length(range) <= 0
            ? 0
            : (int)
                ((step.start(range.to() - 1) - step.start(range.from())) / step.stepNanos() + 1);
  }

  /** A step so long that at most {@code most} of them cover both, at least a millisecond. */
  static long stepNanos(TimeRange now, TimeRange before, int most) {
    double both = Windows.length(now) + Windows.length(before);
    return (long) Math.max(1e6, Math.ceil(both / Math.max(1, most - 2)));
  }

  /**
   * Counts what matches {@code query} in {@code range}.
   *
   * @param anchorNanos at which a step starts
   */
  static PatternTrends of(
      LogStore store, Query query, TimeRange range, long stepNanos, long anchorNanos) {
    PatternTrends trends =
        new PatternTrends(store, query, range, new ByTime(stepNanos, anchorNanos));
    if (trends.steps > 0) {
      trends.count();
    }
    return trends;
  }

  private void count() {
    Groups groups =
        store.aggregate(
            new Selection(query, range), List.of(new ByField("pattern"), step), LogStore.MAX_LIMIT);
    for (Groups.Group group : groups.groups()) {
      long[] row = counted.computeIfAbsent(group.keys().get(0), none -> new long[steps]);
      add(row, group.keys().get(1), group.count());
    }
  }

  /**
   * Events of {@code row} in each step, oldest first.
   *
   * @param events how many there are in all
   */
  List<Long> of(Statement row, long events) {
    long[] sum = new long[steps];
    long found = 0;
    for (PatternTally.Row pattern : row.patterns()) {
      long[] own = counted.getOrDefault(pattern.id(), new long[steps]);
      for (int i = 0; i < steps; i++) {
        sum[i] += own[i];
        found += own[i];
      }
    }
    return Arrays.stream(found == events ? sum : alone(row)).boxed().toList();
  }

  private long[] alone(Statement row) {
    long[] sum = new long[steps];
    if (steps == 0) {
      return sum;
    }
    Query those = Query.and(List.of(query, row.query()));
    Groups groups = store.aggregate(new Selection(those, range), List.of(step), LogStore.MAX_LIMIT);
    groups.groups().forEach(group -> add(sum, group.keys().getFirst(), group.count()));
    return sum;
  }

  private void add(long[] row, String start, long count) {
    long at = (Long.parseLong(start) - step.start(range.from())) / step.stepNanos();
    row[(int) Math.clamp(at, 0, steps - 1L)] += count;
  }
}

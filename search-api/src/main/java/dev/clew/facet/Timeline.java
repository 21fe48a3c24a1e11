// SPDX-License-Identifier: Apache-2.0
package dev.clew.facet;

import dev.clew.event.TimeRange;
import dev.clew.store.Grouping;
import dev.clew.store.Grouping.ByTime;
import dev.clew.store.Groups;
import dev.clew.store.Steps;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A range cut into equal steps.
 *
 * @param start of the first, nanoseconds since the epoch
 * @param steps how many; 0 when the range is empty
 */
record Timeline(ByTime step, long start, int steps) {

  /** {@code range} in at most {@code most} steps. */
  static Timeline of(TimeRange range, int most, ZoneId zone) {
    ByTime step = Steps.of(range, most, zone);
    if (range.from() == range.to()) {
      return new Timeline(step, range.from(), 0);
    }
    long start = step.start(range.from());
    // the longest step there is cuts all of time into two
    int steps = Math.toIntExact(Math.floorDiv(range.to() - 1 - start, step.stepNanos()) + 1);
    return new Timeline(step, start, steps);
  }

  List<Grouping> by(String field) {
    return List.of(new Grouping.ByField(field), step);
  }

  /** For each value, the first key of its groups, how many events lie in each step. */
  Map<String, long[]> spread(Groups groups) {
    Map<String, long[]> all = new HashMap<>();
    for (Groups.Group group : groups.groups()) {
      long time = Long.parseLong(group.keys().get(1));
      int at = Math.clamp((time - start) / step.stepNanos(), 0, steps - 1);
      all.computeIfAbsent(group.keys().getFirst(), none -> new long[steps])[at] += group.count();
    }
    return all;
  }
}

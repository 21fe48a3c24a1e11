// SPDX-License-Identifier: Apache-2.0
package dev.clew.scan;

import dev.clew.event.LogEvent;
import dev.clew.store.Grouping;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Grouping.ByTime;
import dev.clew.store.Groups;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was counted in a part of the range: events by step of time and level.
 *
 * @param groups with two keys, the start of the step in nanoseconds since the epoch and the level,
 *     empty where there is none
 * @param total events of the part
 */
public record Part(List<Groups.Group> groups, long total) {
  private static final ByField LEVEL = new ByField("level");

  public Part {
    groups = List.copyOf(groups);
  }

  /** What a store is asked for. */
  static List<Grouping> groupings(ByTime step) {
    return List.of(step, LEVEL);
  }

  static Part of(Groups groups) {
    return new Part(groups.groups(), groups.total().value());
  }

  /** The same as a store would count of exactly these events. */
  static Part of(List<LogEvent> events, ByTime step) {
    Map<List<String>, Groups.Group> groups = new HashMap<>();
    for (LogEvent event : events) {
      long time = event.time().epochNanos();
      List<String> levels = event.field(LEVEL.name());
      String level = levels.isEmpty() ? "" : levels.getFirst();
      List<String> keys = List.of(Long.toString(step.start(time)), level);
      groups.merge(keys, new Groups.Group(keys, 1, time, time), Part::both);
    }
    return new Part(List.copyOf(groups.values()), events.size());
  }

  private static Groups.Group both(Groups.Group one, Groups.Group other) {
    return new Groups.Group(
        one.keys(),
        one.count() + other.count(),
        Math.min(one.first(), other.first()),
        Math.max(one.last(), other.last()));
  }
}

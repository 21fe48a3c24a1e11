// SPDX-License-Identifier: Apache-2.0
package dev.clew.facet;

import dev.clew.event.LogEvent;
import dev.clew.store.Count;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts events that were read: quicker than asking the store field by field when there are few.
 */
record EventCounting(List<LogEvent> events) implements Counting {
  @Override
  public List<Groups> by(List<List<Grouping>> groupings) {
    return groupings.stream().map(this::count).toList();
  }

  @Override
  public Groups having(String field, List<String> values, List<Grouping> grouping) {
    return count(grouping);
  }

  @Override
  public long missing(String field) {
    return events.stream()
        .filter(event -> event.field(field).stream().allMatch(String::isEmpty))
        .count();
  }

  private Groups count(List<Grouping> grouping) {
    Map<List<String>, Groups.Group> groups = new HashMap<>();
    for (LogEvent event : events) {
      for (List<String> keys : keys(event, grouping, 0)) {
        long time = event.time().epochNanos();
        groups.merge(keys, new Groups.Group(keys, 1, time, time), EventCounting::both);
      }
    }
    List<Groups.Group> sorted = new ArrayList<>(groups.values());
    sorted.sort(Groups.ORDER);
    return new Groups(sorted, Count.exactly(events.size()), true);
  }

  private static List<List<String>> keys(LogEvent event, List<Grouping> grouping, int at) {
    if (at == grouping.size()) {
      return List.of(List.of());
    }
    List<List<String>> all = new ArrayList<>();
    List<List<String>> rest = keys(event, grouping, at + 1);
    for (String key : keys(event, grouping.get(at))) {
      for (List<String> more : rest) {
        List<String> one = new ArrayList<>(List.of(key));
        one.addAll(more);
        all.add(one);
      }
    }
    return all;
  }

  private static List<String> keys(LogEvent event, Grouping grouping) {
    return switch (grouping) {
      case Grouping.ByTime time -> List.of(Long.toString(time.start(event.time().epochNanos())));
      case Grouping.ByField field -> {
        List<String> values = event.field(field.name());
        yield values.isEmpty() ? List.of("") : values;
      }
    };
  }

  private static Groups.Group both(Groups.Group one, Groups.Group other) {
    return new Groups.Group(
        one.keys(),
        one.count() + other.count(),
        Math.min(one.first(), other.first()),
        Math.max(one.last(), other.last()));
  }
}

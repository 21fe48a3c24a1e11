// SPDX-License-Identifier: Apache-2.0
package dev.clew.timeline;

import dev.clew.correlate.clock.Offsets;
import dev.clew.correlate.request.Clock;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.query.Words;
import dev.clew.store.Count;
import dev.clew.store.Grouping;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Grouping.ByTime;
import dev.clew.store.Groups;
import dev.clew.store.Groups.Group;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts events by corrected times: those of each clock apart, in a range and in steps moved by how
 * far it is ahead, and all others as they are. So the counts stay exact, and no event is read.
 */
final class ClockedCounts {
  /** The events of one clock, or of those that are not corrected. */
  private record Part(Query events, long ahead) {}

  private final LogStore store;
  private final List<Part> parts = new ArrayList<>();

  ClockedCounts(LogStore store, Offsets offsets) {
    this.store = store;
    // queries tell no case apart, nor do hosts: one that is written in two ways is counted once
    Map<Query, Long> corrected = new LinkedHashMap<>();
    offsets.nanos().entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().name()))
        .forEach(entry -> corrected.putIfAbsent(of(entry.getKey()), entry.getValue()));
    corrected.forEach((events, ahead) -> parts.add(new Part(events, ahead)));
    parts.add(
        new Part(
            corrected.isEmpty()
                ? new Query.All()
                : new Query.Not(Query.or(List.copyOf(corrected.keySet()))),
            0));
  }

  private static Query of(Clock clock) {
    String name = Words.fold(clock.name());
    if (clock.host()) {
      return new Query.Is("host", name);
    }
    Query host = new Query.Like("host", "?*");
    return Query.and(List.of(new Query.Is("service", name), new Query.Not(host)));
  }

  /** The groups of {@code selection}, whose range is of corrected times, as their keys are. */
  Groups aggregate(Selection selection, List<Grouping> by, int limit) {
    if (parts.size() == 1) {
      return store.aggregate(selection, by, limit);
    }
    Map<List<String>, Group> merged = new HashMap<>();
    long total = 0;
    boolean exact = true;
    boolean complete = true;
    long lacking = 0;
    for (Part part : parts) {
      Groups groups =
          store.aggregate(
              new Selection(
                  Query.and(List.of(selection.query(), part.events())),
                  moved(selection.range(), part.ahead())),
              by.stream().map(grouping -> moved(grouping, part.ahead())).toList(),
              limit);
      groups.groups().stream()
          .map(group -> corrected(group, by, part.ahead()))
          .forEach(group -> merged.merge(group.keys(), group, ClockedCounts::together));
      total += groups.total().value();
      exact &= groups.total().exact();
      complete &= groups.complete();
      lacking += groups.lacking();
    }
    List<Group> all = merged.values().stream().sorted(Groups.ORDER).toList();
    return new Groups(
        all.subList(0, Math.min(limit, all.size())),
        new Count(total, exact),
        complete && all.size() <= limit,
        lacking);
  }

  /** From the first to the last event, by corrected times; empty at 0 when there are none. */
  TimeRange held() {
    List<Group> levels =
        aggregate(
                new Selection(new Query.All(), TimeRange.ALL),
                List.of(new ByField("level")),
                LogStore.MAX_LIMIT)
            .groups();
    return levels.isEmpty()
        ? new TimeRange(0, 0)
        : TimeRange.around(
            levels.stream().mapToLong(Group::first).min().orElse(0),
            levels.stream().mapToLong(Group::last).max().orElse(0));
  }

  /** Where times that were read in {@code range} may be after correction. */
  TimeRange around(TimeRange range) {
    long most = parts.stream().mapToLong(Part::ahead).max().orElse(0);
    long least = parts.stream().mapToLong(Part::ahead).min().orElse(0);
    return new TimeRange(moved(range.from(), -most), moved(range.to(), -least));
  }

  private static TimeRange moved(TimeRange range, long ahead) {
    return new TimeRange(moved(range.from(), ahead), moved(range.to(), ahead));
  }

  /** The ends of all time are not times, and stay. */
  private static long moved(long nanos, long ahead) {
    if (nanos == Long.MIN_VALUE || nanos == Long.MAX_VALUE) {
      return nanos;
    }
    long sum = nanos + ahead;
    boolean overflown = ((nanos ^ sum) & (ahead ^ sum)) < 0;
    return overflown ? (ahead > 0 ? Long.MAX_VALUE : Long.MIN_VALUE) : sum;
  }

  private static Grouping moved(Grouping grouping, long ahead) {
    return grouping instanceof ByTime time
        ? new ByTime(time.stepNanos(), time.anchorNanos() + Math.floorMod(ahead, time.stepNanos()))
        : grouping;
  }

  private static Group corrected(Group group, List<Grouping> by, long ahead) {
    List<String> keys = new ArrayList<>(group.keys());
    for (int i = 0; i < by.size(); i++) {
      if (by.get(i) instanceof ByTime) {
        keys.set(i, Long.toString(moved(Long.parseLong(keys.get(i)), -ahead)));
      }
    }
    return new Group(
        keys, group.count(), moved(group.first(), -ahead), moved(group.last(), -ahead));
  }

  private static Group together(Group one, Group other) {
    return new Group(
        one.keys(),
        one.count() + other.count(),
        Math.min(one.first(), other.first()),
        Math.max(one.last(), other.last()));
  }
}

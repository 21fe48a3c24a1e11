// SPDX-License-Identifier: Apache-2.0
package dev.clew.failure;

import dev.clew.event.LogEvent;
import dev.clew.event.StackTrace;
import dev.clew.event.TimeRange;
import dev.clew.failure.Described.Seen;
import dev.clew.query.Query;
import dev.clew.store.Grouping;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Grouping.ByTime;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at one error: four counts, and its newest few events. */
final class Describing {
  /** Among so many recent events the one that says most is the example. */
  private static final int RECENT = 8;

  private final LogStore store;
  private final ErrorRow error;
  private final Selection events;

  Describing(LogStore store, ErrorRow error, Selection selection) {
    this.store = store;
    this.error = error;
    this.events = Cells.narrowed(selection, error.query());
  }

  Described describe(ByTime step) {
    List<List<Grouping>> groupings =
        List.of(List.of(step), List.of(new ByField("version")), List.of(new ByField("host")));
    List<Groups> groups = store.aggregateEach(events, groupings, LogStore.MAX_LIMIT);
    Map<Long, Long> steps = new HashMap<>();
    for (Groups.Group group : groups.get(0).groups()) {
      steps.put(Long.parseLong(group.keys().getFirst()), group.count());
    }
    return new Described(
        began(),
        steps,
        seen(groups.get(1)),
        seen(groups.get(2)),
        example(),
        groups.stream().allMatch(each -> each.total().exact()));
  }

  private static List<Seen> seen(Groups groups) {
    return groups.groups().stream()
        .map(group -> new Seen(group.keys().getFirst(), group.count(), group.first()))
        .sorted(Comparator.comparingLong(Seen::first).thenComparing(Seen::value))
        .toList();
  }

  /** Whatever was asked, it may have been there before. */
  private long began() {
    Selection ever = new Selection(error.query(), TimeRange.ALL);
    return store
        .aggregate(ever, List.of(new ByField("service")), LogStore.MAX_LIMIT)
        .groups()
        .stream()
        .mapToLong(Groups.Group::first)
        .min()
        .orElse(error.first());
  }

  private Optional<LogEvent> example() {
    Query leading = Query.and(List.of(events.query(), error.leading()));
    return store
        .search(
            new Selection(leading, events.range()), Order.NEWEST_FIRST, Optional.empty(), RECENT)
        .events()
        .stream()
        // the first of equal ones stays: the newest
        .reduce((best, next) -> says(next) > says(best) ? next : best);
  }

  /** How much an event has that leads on: frames, a request, where it ran, values. */
  private static int says(LogEvent event) {
    long frames =
        Stream.ofNullable(event.exception())
            .flatMap(thrown -> thrown.chain().stream())
            .map(StackTrace::frames)
            .mapToLong(List::size)
            .sum();
    int context = 0;
    context += frames > 0 ? 8 : 0;
    context += event.traceId() == null ? 0 : 4;
    context += event.version() == null ? 0 : 2;
    context += event.host() == null ? 0 : 1;
    return context;
  }
}

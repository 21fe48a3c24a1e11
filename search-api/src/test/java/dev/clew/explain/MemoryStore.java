// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.event.EventId;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.store.Count;
import dev.clew.store.Cursor;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.StoreStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real store, as small as can be: a sorted list, every answer counted from it. */
final class MemoryStore implements LogStore {
  private final List<LogEvent> events = new ArrayList<>();

  static MemoryStore of(List<LogEvent> events) {
    MemoryStore store = new MemoryStore();
    store.append(events);
    store.refresh();
    return store;
  }

  @Override
  public void append(List<LogEvent> more) {
    events.addAll(more);
  }

  @Override
  public void refresh() {
    events.sort(LogEvent.ORDER);
  }

  @Override
  public Page search(Selection selection, Order order, Optional<Cursor> after, int limit) {
    List<LogEvent> ordered = order == Order.OLDEST_FIRST ? events : events.reversed();
    Stream<LogEvent> rest = ordered.stream();
    if (after.isPresent()) {
      rest = rest.dropWhile(event -> !cursor(event).equals(after.get())).skip(1);
    }
    List<LogEvent> found =
        rest.filter(event -> isSelected(event, selection)).limit(limit + 1L).toList();
    if (found.size() <= limit) {
      return new Page(found, Optional.empty());
    }
    return new Page(found.subList(0, limit), Optional.of(cursor(found.get(limit - 1))));
  }

  @Override
  public Groups aggregate(Selection selection, List<Grouping> groupings, int limit) {
    List<LogEvent> selected =
        events.stream().filter(event -> isSelected(event, selection)).toList();
    Map<List<String>, List<LogEvent>> byKeys = new LinkedHashMap<>();
    for (LogEvent event : selected) {
      List<String> keys = groupings.stream().map(grouping -> key(event, grouping)).toList();
      byKeys.computeIfAbsent(keys, each -> new ArrayList<>()).add(event);
    }
    List<Groups.Group> groups = new ArrayList<>();
    byKeys.forEach((keys, members) -> groups.add(group(keys, members)));
    groups.sort(
        Comparator.comparingLong(Groups.Group::count)
            .reversed()
            .thenComparing(group -> group.keys().toString()));
    List<Groups.Group> listed = groupings.isEmpty() ? List.of() : groups;
    return new Groups(
        listed.subList(0, Math.min(limit, listed.size())),
        Count.exactly(selected.size()),
        listed.size() <= limit);
  }

  @Override
  public Optional<LogEvent> find(EventId id) {
    return events.stream().filter(event -> event.id().equals(id)).findFirst();
  }

  @Override
  public void expireBefore(Instant instant) {
    events.removeIf(event -> event.time().epochNanos() < EventTime.nanos(instant));
  }

  @Override
  public StoreStatus status() {
    Optional<TimeRange> range =
        events.isEmpty()
            ? Optional.empty()
            : Optional.of(new TimeRange(time(events.getFirst()), time(events.getLast()) + 1));
    return new StoreStatus(events.size(), range, 0);
  }

  @Override
  public void close() {
    events.clear();
  }

  private static Groups.Group group(List<String> keys, List<LogEvent> members) {
    return new Groups.Group(
        keys, members.size(), time(members.getFirst()), time(members.getLast()));
  }

  private static boolean isSelected(LogEvent event, Selection selection) {
    return selection.range().contains(time(event)) && selection.query().matches(event);
  }

  private static String key(LogEvent event, Grouping grouping) {
    return switch (grouping) {
      case Grouping.ByField field -> event.field(field.name()).stream().findFirst().orElse("");
      case Grouping.ByTime step -> Long.toString(step.start(time(event)));
    };
  }

  private static long time(LogEvent event) {
    return event.time().epochNanos();
  }

  private static Cursor cursor(LogEvent event) {
    return new Cursor(time(event), event.origin().source(), event.origin().offset());
  }
}

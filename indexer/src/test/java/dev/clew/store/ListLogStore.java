// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

import dev.clew.event.EventId;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The contract in its simplest form, a sorted list: the oracle of every other store. */
public final class ListLogStore implements LogStore {
  private final Map<EventId, LogEvent> known = new HashMap<>();
  private final Map<String, String> marked = new HashMap<>();
  private final Map<String, String> kept = new HashMap<>();
  private final TreeSet<LogEvent> visible = new TreeSet<>(LogEvent.ORDER);
  private Selection asked = new Selection(Query.none(), TimeRange.ALL);
  private List<LogEvent> answer = List.of();
  private boolean closed;

  @Override
  public LogStore waiting(Until until) {
    // a list answers at once
    return this;
  }

  @Override
  public synchronized void append(List<LogEvent> events, Map<String, String> bookmarks) {
    checkOpen();
    events.forEach(event -> known.putIfAbsent(event.id(), event));
    marked.putAll(bookmarks);
  }

  @Override
  public synchronized Map<String, String> bookmarks() {
    checkOpen();
    return Map.copyOf(kept);
  }

  @Override
  public synchronized void refresh() {
    checkOpen();
    visible.addAll(known.values());
    kept.putAll(marked);
    kept.values().removeIf(String::isEmpty);
    marked.clear();
    changed();
  }

  @Override
  public synchronized Page search(
      Selection selection, Order order, Optional<Cursor> after, int limit) {
    checkOpen();
    LogStore.checkLimit(limit);
    List<LogEvent> all = new ArrayList<>(all(selection));
    if (order == Order.NEWEST_FIRST) {
      Collections.reverse(all);
    }
    List<LogEvent> found =
        all.stream().filter(event -> isAfter(event, order, after)).limit(limit + 1L).toList();
    if (found.size() <= limit) {
      return new Page(found, Optional.empty(), true);
    }
    LogEvent last = found.get(limit - 1);
    return new Page(found.subList(0, limit), Optional.of(Cursor.after(last)), true);
  }

  @Override
  public synchronized Groups aggregate(Selection selection, List<Grouping> groupings, int limit) {
    checkOpen();
    LogStore.checkLimit(limit);
    Map<List<String>, Groups.Group> groups = new HashMap<>();
    List<LogEvent> all = all(selection);
    for (LogEvent event : groupings.isEmpty() ? List.<LogEvent>of() : all) {
      for (List<String> keys : keys(event, groupings)) {
        groups.merge(keys, group(keys, event), ListLogStore::both);
      }
    }
    List<Groups.Group> sorted = new ArrayList<>(groups.values());
    sorted.sort(Groups.ORDER);
    boolean complete = sorted.size() <= limit;
    return new Groups(
        sorted.subList(0, complete ? sorted.size() : limit), Count.exactly(all.size()), complete);
  }

  @Override
  public synchronized Optional<LogEvent> find(EventId id) {
    checkOpen();
    return visible.stream().filter(event -> event.id().equals(id)).findFirst();
  }

  @Override
  public synchronized void expireBefore(Instant instant) {
    checkOpen();
    long from = EventTime.nanos(instant);
    known.values().removeIf(event -> event.time().epochNanos() < from);
    visible.removeIf(event -> event.time().epochNanos() < from);
    changed();
  }

  @Override
  public synchronized StoreStatus status() {
    checkOpen();
    return new StoreStatus(
        visible.size(),
        visible.isEmpty()
            ? Optional.empty()
            : Optional.of(TimeRange.around(nanos(visible.first()), nanos(visible.last()))),
        0,
        1,
        List.of(),
        Optional.empty());
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private static List<List<String>> keys(LogEvent event, List<Grouping> groupings) {
    List<List<String>> all = List.of(List.of());
    for (Grouping grouping : groupings) {
      List<String> values =
          switch (grouping) {
            case Grouping.ByTime time -> List.of(Long.toString(time.start(nanos(event))));
            case Grouping.ByField field ->
                event.field(field.name()).isEmpty() ? List.of("") : event.field(field.name());
          };
      all =
          all.stream()
              .flatMap(
                  keys ->
                      values.stream()
                          .map(value -> Stream.concat(keys.stream(), Stream.of(value)).toList()))
              .toList();
    }
    return all;
  }

  private static Groups.Group group(List<String> keys, LogEvent event) {
    return new Groups.Group(keys, 1, nanos(event), nanos(event));
  }

  private static Groups.Group both(Groups.Group a, Groups.Group b) {
    return new Groups.Group(
        a.keys(),
        a.count() + b.count(),
        Math.min(a.first(), b.first()),
        Math.max(a.last(), b.last()));
  }

  /** The events of a selection; the last answer is kept, since tests ask about it in many ways. */
  private List<LogEvent> all(Selection selection) {
    if (!selection.equals(asked)) {
      answer =
          visible.stream()
              .filter(event -> selection.range().contains(nanos(event)))
              .filter(event -> selection.query().matches(event))
              .toList();
      asked = selection;
    }
    return answer;
  }

  private void changed() {
    asked = new Selection(Query.none(), TimeRange.ALL);
    answer = List.of();
  }

  private static boolean isAfter(LogEvent event, Order order, Optional<Cursor> after) {
    int place = after.map(cursor -> Cursor.after(event).compareTo(cursor)).orElse(0);
    return after.isEmpty() || (order == Order.OLDEST_FIRST ? place > 0 : place < 0);
  }

  private static long nanos(LogEvent event) {
    return event.time().epochNanos();
  }

  private void checkOpen() {
    if (closed) {
      throw new StoreException.Closed("the store is closed; open it again", null);
    }
  }
}

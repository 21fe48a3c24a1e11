// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.event.EventId;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.store.Count;
import dev.clew.store.Cursor;
import dev.clew.store.Grouping;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Grouping.ByTime;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.StoreException;
import dev.clew.store.StoreStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A store that is a list: slow, and right by reading. */
final class ListStore implements LogStore {
  private final List<LogEvent> events = new ArrayList<>();
  private boolean closed;

  @Override
  public synchronized void append(List<LogEvent> more) {
    requireOpen();
    events.addAll(more);
    events.sort(LogEvent.ORDER);
  }

  @Override
  public void refresh() {
    requireOpen();
  }

  @Override
  public synchronized Page search(
      Selection selection, Order order, Optional<Cursor> after, int limit) {
    requireOpen();
    requireLimit(limit);
    List<LogEvent> found = new ArrayList<>(select(selection).toList());
    Comparator<LogEvent> direction =
        order == Order.OLDEST_FIRST ? LogEvent.ORDER : LogEvent.ORDER.reversed();
    found.sort(direction);
    List<LogEvent> page =
        found.stream()
            .filter(event -> after.isEmpty() || isAfter(event, after.get(), order))
            .limit(limit)
            .toList();
    boolean last = page.isEmpty() || found.getLast().equals(page.getLast());
    return new Page(page, last ? Optional.empty() : Optional.of(at(page.getLast())));
  }

  @Override
  public synchronized Groups aggregate(Selection selection, List<Grouping> groupings, int limit) {
    requireOpen();
    requireLimit(limit);
    Map<List<String>, Groups.Group> groups = new LinkedHashMap<>();
    List<LogEvent> found = select(selection).toList();
    for (LogEvent event : found) {
      long time = event.time().epochNanos();
      for (List<String> keys : keys(event, groupings)) {
        groups.merge(
            keys,
            new Groups.Group(keys, 1, time, time),
            (a, b) ->
                new Groups.Group(
                    keys,
                    a.count() + b.count(),
                    Math.min(a.first(), b.first()),
                    Math.max(a.last(), b.last())));
      }
    }
    if (groupings.isEmpty()) {
      groups.clear();
    }
    List<Groups.Group> largest =
        groups.values().stream()
            .sorted(
                Comparator.comparingLong(Groups.Group::count)
                    .reversed()
                    .thenComparing(group -> group.keys().toString()))
            .limit(limit)
            .toList();
    return new Groups(largest, Count.exactly(found.size()), largest.size() == groups.size());
  }

  @Override
  public synchronized Optional<LogEvent> find(EventId id) {
    requireOpen();
    return events.stream().filter(event -> event.id().equals(id)).findFirst();
  }

  @Override
  public synchronized void expireBefore(Instant instant) {
    requireOpen();
    events.removeIf(event -> event.time().instant().isBefore(instant));
  }

  @Override
  public synchronized StoreStatus status() {
    requireOpen();
    return new StoreStatus(
        events.size(),
        events.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new TimeRange(
                    events.getFirst().time().epochNanos(),
                    events.getLast().time().epochNanos() + 1)),
        0);
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private Stream<LogEvent> select(Selection selection) {
    return events.stream()
        .filter(event -> selection.range().contains(event.time().epochNanos()))
        .filter(selection.query()::matches);
  }

  private static List<List<String>> keys(LogEvent event, List<Grouping> groupings) {
    List<List<String>> keys = List.of(List.of());
    for (Grouping grouping : groupings) {
      List<String> values =
          switch (grouping) {
            case ByField field -> event.field(field.name());
            case ByTime time -> List.of(Long.toString(time.start(event.time().epochNanos())));
          };
      List<String> some = values.isEmpty() ? List.of("") : values;
      keys =
          keys.stream()
              .flatMap(
                  known ->
                      some.stream()
                          .map(value -> Stream.concat(known.stream(), Stream.of(value)).toList()))
              .toList();
    }
    return keys;
  }

  private static Cursor at(LogEvent event) {
    return new Cursor(event.time().epochNanos(), event.origin().source(), event.origin().offset());
  }

  private static boolean isAfter(LogEvent event, Cursor cursor, Order order) {
    int compared =
        Comparator.comparingLong(Cursor::epochNanos)
            .thenComparing(Cursor::source)
            .thenComparingLong(Cursor::offset)
            .compare(at(event), cursor);
    return order == Order.OLDEST_FIRST ? compared > 0 : compared < 0;
  }

  private void requireOpen() {
    if (closed) {
      throw new StoreException.Closed("the store is closed", null);
    }
  }

  private static void requireLimit(int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit " + limit);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Grouping;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The time a set of events really covers: what was asked for, as far as its store reaches, so that
 * time before the first event ever stored does not pass for silence.
 *
 * @param set the events, their range cut to {@code range}
 * @param range what is covered
 * @param events how many events are in it
 */
record Window(EventSet set, TimeRange range, long events) {
  /** What is at least an error by its own severity. */
  static final Query ERRORS =
      new Query.Or(List.of(new Query.Is("level", "error"), new Query.Is("level", "fatal")));

  static Window of(EventSet set) {
    Selection asked = set.selection();
    TimeRange range = cut(asked.range(), set.store().status().range());
    EventSet cut = new EventSet(set.store(), new Selection(asked.query(), range));
    long events =
        range.from() == range.to()
            ? 0
            : set.store().aggregate(cut.selection(), List.of(), 1).total().value();
    return new Window(cut, range, events);
  }

  /** Those events of this window that match {@code query}. */
  Selection narrowed(Query query) {
    return narrowed(query, range);
  }

  /** Those events of {@code part} of this window that match {@code query}. */
  Selection narrowed(Query query, TimeRange part) {
    return new Selection(Query.and(List.of(set.selection().query(), query)), part);
  }

  /** The part of this window between two moments. */
  Window between(long from, long to) {
    TimeRange part =
        new TimeRange(Math.max(from, range.from()), Math.max(from, Math.min(to, range.to())));
    return of(new EventSet(set.store(), new Selection(set.selection().query(), part)));
  }

  /** The services that have events here, among the most frequent. */
  Set<String> services() {
    List<Grouping> byService = List.of(new Grouping.ByField("service"));
    Set<String> services = new TreeSet<>();
    if (!isEmpty()) {
      set.store()
          .aggregate(set.selection(), byService, LogStore.MAX_LIMIT)
          .groups()
          .forEach(group -> services.add(group.keys().get(0)));
    }
    services.remove("");
    return services;
  }

  boolean isEmpty() {
    return events == 0;
  }

  /** Width in nanoseconds, at least one second. */
  double nanos() {
    return Math.max(1e9, (double) range.to() - (double) range.from());
  }

  private static TimeRange cut(TimeRange asked, Optional<TimeRange> stored) {
    long from = stored.map(TimeRange::from).orElse(0L);
    long to = stored.map(TimeRange::to).orElse(0L);
    long start = Math.max(asked.from(), from);
    return new TimeRange(start, Math.max(start, Math.min(asked.to(), to)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.window;

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
 * @param store where the events are
 * @param selection which of them, their range cut to what the store holds
 * @param events how many events are in it
 */
public record Window(LogStore store, Selection selection, long events) {
  /** What is at least an error by its own severity. */
  public static final Query ERRORS =
      new Query.Or(List.of(new Query.Is("level", "error"), new Query.Is("level", "fatal")));

  /** What {@code store} covers of {@code asked}. */
  public static Window of(LogStore store, Selection asked) {
    TimeRange range = cut(asked.range(), store.status().range());
    Selection cut = new Selection(asked.query(), range);
    long events =
        range.from() == range.to() ? 0 : store.aggregate(cut, List.of(), 1).total().value();
    return new Window(store, cut, events);
  }

  /** What is covered. */
  public TimeRange range() {
    return selection.range();
  }

  /** Those events of this window that match {@code query}. */
  public Selection narrowed(Query query) {
    return narrowed(query, range());
  }

  /** Those events of {@code part} of this window that match {@code query}. */
  public Selection narrowed(Query query, TimeRange part) {
    return new Selection(Query.and(List.of(selection.query(), query)), part);
  }

  /** The part of this window between two moments. */
  public Window between(long from, long to) {
    TimeRange range = range();
    TimeRange part =
        new TimeRange(Math.max(from, range.from()), Math.max(from, Math.min(to, range.to())));
    return of(store, new Selection(selection.query(), part));
  }

  /** The services that have events here, among the most frequent. */
  public Set<String> services() {
    List<Grouping> byService = List.of(new Grouping.ByField("service"));
    Set<String> services = new TreeSet<>();
    if (!isEmpty()) {
      store
          .aggregate(selection, byService, LogStore.MAX_LIMIT)
          .groups()
          .forEach(group -> services.add(group.keys().get(0)));
    }
    services.remove("");
    return services;
  }

  public boolean isEmpty() {
    return events == 0;
  }

  /** Width in nanoseconds, at least one second. */
  public double nanos() {
    return Math.max(1e9, (double) range().to() - (double) range().from());
  }

  private static TimeRange cut(TimeRange asked, Optional<TimeRange> stored) {
    long from = stored.map(TimeRange::from).orElse(0L);
    long to = stored.map(TimeRange::to).orElse(0L);
    long start = Math.max(asked.from(), from);
    return new TimeRange(start, Math.max(start, Math.min(asked.to(), to)));
  }
}

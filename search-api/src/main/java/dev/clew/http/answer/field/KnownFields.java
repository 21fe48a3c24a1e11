// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.field;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Fields and their most frequent values, remembered for as long as no events come. Thread-safe. */
final class KnownFields {
  private static final List<String> EVERYWHERE =
      List.of(
          "service",
          "level",
          "host",
          "thread",
          "logger",
          "trace",
          "span",
          "file",
          "pattern",
          "exception",
          "frame",
          "version",
          "msg",
          "time");
  private static final Selection ALL = new Selection(new Query.All(), TimeRange.ALL);
  private static final int SAMPLE = 1_000;
  private static final int REMEMBERED = 100;
  private static final int MOST_VALUES = 1_000;
  private static final int WORKERS = 2;
  private static final int IDLE_SECONDS = 5;

  /** Counting a field stops then: nobody types that slowly. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final LogStore store;
  private final Latest<String, List<String>> attributes;
  private final Latest<String, List<Value>> values;

  KnownFields(LogStore store) {
    this.store = store;
    Executor workers = workers();
    this.attributes = new Latest<>(1, workers);
    this.values = new Latest<>(REMEMBERED, workers);
  }

  /** Counting on a virtual thread would keep its carrier from those who only want to know. */
  private static Executor workers() {
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            WORKERS,
            WORKERS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("suggestions").factory());
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }

  /**
   * A value and how many events have it.
   *
   * @param exact false when there are at least so many
   */
  record Value(String text, long events, boolean exact) {}

  /**
   * What is known now.
   *
   * @param current false when something newer, or anything at all, is being looked for
   */
  record Known<T>(List<T> all, boolean current) {}

  /** Those of every event, then the attributes of the newest events. */
  Known<String> names(Duration patience) {
    var found = attributes.get("", store.status().events(), patience, this::readNames);
    Set<String> all = new LinkedHashSet<>(EVERYWHERE);
    found.value().ifPresent(all::addAll);
    return new Known<>(List.copyOf(all), found.current());
  }

  /** The most frequent values of {@code field}. */
  Known<Value> values(String field, Duration patience) {
    var found = values.get(field, store.status().events(), patience, () -> countValues(field));
    return new Known<>(found.value().orElse(List.of()), found.current());
  }

  private List<String> readNames() {
    Set<String> all = new LinkedHashSet<>();
    for (LogEvent event :
        limited().search(ALL, Order.NEWEST_FIRST, Optional.empty(), SAMPLE).events()) {
      all.addAll(event.attributes().keySet());
    }
    return List.copyOf(all);
  }

  private List<Value> countValues(String field) {
    Groups groups = limited().aggregate(ALL, List.of(new Grouping.ByField(field)), MOST_VALUES);
    boolean exact = groups.total().exact() && groups.lacking() == 0;
    return groups.groups().stream()
        .filter(group -> !group.keys().getFirst().isEmpty())
        .map(group -> new Value(group.keys().getFirst(), group.count(), exact))
        .toList();
  }

  private LogStore limited() {
    long end = System.nanoTime() + LONGEST.toNanos();
    return store.waiting(() -> System.nanoTime() - end >= 0);
  }
}

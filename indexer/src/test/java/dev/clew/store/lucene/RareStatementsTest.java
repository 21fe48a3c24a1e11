// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.query.QueryParser;
import dev.clew.store.Events;
import dev.clew.store.Grouping;
import dev.clew.store.ListLogStore;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups of many events of a few statements, and of a few events that are like no other. */
class RareStatementsTest {
  private static final int EVENTS = 6_000;

  private static final List<String> FIELDS =
      List.of("service", "logger", "level", "host", "version", "exception", "file", "pattern");

  @TempDir Path folder;

  @Test
  void areCountedWithTheOthers() {
    List<LogEvent> events = events();
    try (LogStore plain = new ListLogStore();
        LogStore store = LuceneLogStores.open(folder)) {
      for (LogStore each : List.of(plain, store)) {
        each.append(events, Map.of());
        each.refresh();
      }
      // again, since what is asked for often is counted otherwise
      for (int round = 0; round < 3; round++) {
        for (Selection selection : selections()) {
          for (List<Grouping> groupings : groupings()) {
            assertThat(store.aggregate(selection, groupings, LogStore.MAX_LIMIT))
                .as("round %d: %s by %s", round, selection, groupings)
                .isEqualTo(plain.aggregate(selection, groupings, LogStore.MAX_LIMIT));
          }
        }
      }
    }
  }

  private static List<Selection> selections() {
    long start = EventTime.nanos(Events.START);
    List<TimeRange> ranges =
        List.of(
            TimeRange.ALL,
            new TimeRange(start + 1_234_500_000_000L, start + 4_321_500_000_000L),
            new TimeRange(start + 90_000_000_000L, start + 95_000_000_000L));
    return Stream.of("*", "level:error", "served OR odd", "host:h3")
        .flatMap(text -> ranges.stream().map(range -> new Selection(query(text), range)))
        .toList();
  }

  private static Query query(String text) {
    return QueryParser.parse(text).query();
  }

  private static List<List<Grouping>> groupings() {
    List<List<Grouping>> all = new ArrayList<>();
    for (String field : FIELDS) {
      all.add(List.of(new Grouping.ByField(field)));
    }
    Grouping service = new Grouping.ByField("service");
    all.add(List.of(service, new Grouping.ByField("logger"), new Grouping.ByField("file")));
    all.add(List.of(service, new Grouping.ByTime(600_000_000_000L, 0)));
    all.add(List.of(new Grouping.ByField("pattern"), new Grouping.ByField("host")));
    return all;
  }

  /** One event in two hundred has a text, a service and a logger of its own. */
  private static List<LogEvent> events() {
    Events source = new Events();
    List<LogEvent> events = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      boolean rare = i % 200 == 7;
      String text = rare ? "odd " + "x".repeat(1 + i / 200) + " thing" : "served " + i;
      String own = rare ? "rare" + "y".repeat(i / 200) : "shop" + i % 3;
      String host = "h" + i % 7;
      String level = i % 5 == 0 ? "ERROR" : "INFO";
      events.add(
          source.event(
              text, event -> event.severity(level).service(own).logger("com." + own).host(host)));
    }
    return events;
  }
}

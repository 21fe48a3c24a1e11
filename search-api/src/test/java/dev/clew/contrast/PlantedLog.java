// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import dev.clew.event.EventBuilder;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.pattern.PatternAssigner;
import dev.clew.query.QueryParser;
import dev.clew.store.Events;
import dev.clew.store.ListLogStore;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.lucene.LuceneLogStores;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A small log with a difference planted in it. */
final class PlantedLog {
  static final Instant START = Instant.parse("2026-03-10T14:00:00Z");

  private final PatternAssigner assigner = new PatternAssigner();
  private final Events events = new Events();
  private final List<LogEvent> all = new ArrayList<>();
  final Random random;

  PlantedLog(long seed) {
    random = new Random(seed);
  }

  /** An event so many seconds after the start. */
  PlantedLog add(double second, String level, String body, UnaryOperator<EventBuilder> more) {
    Instant time = START.plusNanos((long) (second * 1e9));
    LogEvent event =
        events.at(time).event(body, each -> more.apply(each.service("checkout").severity(level)));
    all.add(event.withPattern(assigner.assign(event)));
    return this;
  }

  LogStore inLucene(Path folder) {
    return kept(LuceneLogStores.open(folder));
  }

  LogStore inMemory() {
    return kept(new ListLogStore());
  }

  private LogStore kept(LogStore store) {
    store.append(all, Map.of());
    store.refresh();
    return store;
  }

  /** The events of {@code query} from one second after the start to another. */
  static Selection selection(String query, double from, double to) {
    return new Selection(
        QueryParser.parse(query).query(),
        TimeRange.between(
            START.plusNanos((long) (from * 1e9)), START.plusNanos((long) (to * 1e9))));
  }

  /** All events of {@code query}. */
  static Selection selection(String query) {
    return new Selection(QueryParser.parse(query).query(), TimeRange.ALL);
  }
}

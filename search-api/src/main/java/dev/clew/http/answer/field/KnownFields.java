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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fields and their most frequent values, remembered for as long as no events come. */
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

  private final LogStore store;
  private final Map<String, List<Value>> values = new LinkedHashMap<>();
  private List<String> names = List.of();
  private long asOf = -1;

  KnownFields(LogStore store) {
    this.store = store;
  }

  /** A value and how many events have it. */
  record Value(String text, long events) {}

  /** Those of every event, then the attributes of the newest events. */
  synchronized List<String> names() {
    renew();
    if (names.isEmpty()) {
      Set<String> all = new LinkedHashSet<>(EVERYWHERE);
      for (LogEvent event :
          store.search(ALL, Order.NEWEST_FIRST, Optional.empty(), SAMPLE).events()) {
        all.addAll(event.attributes().keySet());
      }
      names = List.copyOf(all);
    }
    return names;
  }

  /** The most frequent values of {@code field}, at most {@code most}. */
  synchronized List<Value> values(String field, int most) {
    renew();
    List<Value> known = values.get(field);
    if (known == null) {
      known = new ArrayList<>();
      for (Groups.Group group :
          store.aggregate(ALL, List.of(new Grouping.ByField(field)), most).groups()) {
        if (!group.keys().get(0).isEmpty()) {
          known.add(new Value(group.keys().get(0), group.count()));
        }
      }
      if (values.size() >= REMEMBERED) {
        values.remove(values.keySet().iterator().next());
      }
      values.put(field, known);
    }
    return known;
  }

  private void renew() {
    long events = store.status().events();
    if (events != asOf) {
      asOf = events;
      names = List.of();
      values.clear();
    }
  }
}

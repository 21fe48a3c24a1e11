// SPDX-License-Identifier: Apache-2.0
package dev.clew.facet;

import dev.clew.event.EventId;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Some events of a selection: the newest, and some of each eighth of its time.
 *
 * @param complete false when the store could not give them all
 */
record Sample(List<LogEvent> events, boolean complete) {
  private static final int NEWEST = 500;
  private static final int PARTS = 8;
  private static final int OF_A_PART = 64;

  static Sample of(LogStore store, Selection selection) {
    Map<EventId, LogEvent> events = new LinkedHashMap<>();
    boolean complete = add(events, store, selection, NEWEST);
    TimeRange range = selection.range();
    long length = range.to() / PARTS - range.from() / PARTS;
    for (int part = PARTS - 1; part >= 0 && complete && length > 0; part--) {
      TimeRange slice =
          new TimeRange(range.from() + part * length, range.from() + (part + 1) * length);
      complete = add(events, store, new Selection(selection.query(), slice), OF_A_PART);
    }
    return new Sample(List.copyOf(events.values()), complete);
  }

  private static boolean add(
      Map<EventId, LogEvent> events, LogStore store, Selection selection, int most) {
    Page page = store.search(selection, Order.NEWEST_FIRST, Optional.empty(), most);
    page.events().forEach(event -> events.put(event.id(), event));
    return page.complete();
  }

  /** Names of the attributes, those that most of the events have first. */
  List<String> attributes() {
    Map<String, Integer> counts = new HashMap<>();
    for (LogEvent event : events) {
      event.attributes().keySet().forEach(name -> counts.merge(name, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How the values of {@code field} spread over the sample. */
  Spread spread(String field) {
    List<String> all = new ArrayList<>();
    long having = 0;
    for (LogEvent event : events) {
      List<String> values = event.field(field);
      having += values.isEmpty() ? 0 : 1;
      all.addAll(values);
    }
    Set<String> different = new HashSet<>(all);
    return new Spread(different.size(), having);
  }
}

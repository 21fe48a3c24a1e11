// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.inferred;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is asked of the store in one go, what was found so far, and what could not be told. */
final class Signs {
  /** More services than this are not looked at one by one. */
  static final int MOST_SERVICES = 100;

  private static final int MOST_NOTES = 100;

  private final LogStore store;
  private final TimeRange range;
  private final List<Start> starts = new ArrayList<>();
  private final Set<String> notes = new TreeSet<>();
  private List<Groups.Group> versions = List.of();
  private boolean complete = true;

  Signs(LogStore store, TimeRange range) {
    this.store = store;
    this.range = range;
  }

  Groups groups(Query query, List<Grouping> groupings) {
    return groups(query, TimeRange.ALL, groupings);
  }

  Groups groups(Query query, TimeRange within, List<Grouping> groupings) {
    Groups groups =
        store.aggregate(new Selection(query, both(within)), groupings, LogStore.MAX_LIMIT);
    complete &= groups.total().exact();
    return groups;
  }

  List<LogEvent> events(Query query, TimeRange within, Order order, int limit) {
    return store
        .search(new Selection(query, both(within)), order, Optional.empty(), limit)
        .events();
  }

  /** What of {@code within} is looked at. */
  private TimeRange both(TimeRange within) {
    long from = Math.max(range.from(), within.from());
    return new TimeRange(from, Math.max(from, Math.min(range.to(), within.to())));
  }

  /** How many events each service has of each version; both empty where they name none. */
  List<Groups.Group> versions() {
    if (versions.isEmpty()) {
      versions =
          groups(
                  new Query.All(),
                  List.of(new Grouping.ByField("service"), new Grouping.ByField("version")))
              .groups();
    }
    return versions;
  }

  /** The services, those with most events first, at most {@link #MOST_SERVICES}. */
  List<String> services() {
    Map<String, Long> counts = new TreeMap<>();
    for (Groups.Group group : versions()) {
      counts.merge(group.keys().getFirst(), group.count(), Long::sum);
    }
    counts.remove("");
    List<String> all =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList();
    if (all.size() > MOST_SERVICES) {
      note(
          "of %,d services only the %d with most events were looked at for versions and processes"
              .formatted(all.size(), MOST_SERVICES));
    }
    return all.subList(0, Math.min(MOST_SERVICES, all.size()));
  }

  void add(Start start) {
    starts.add(start);
  }

  /** Says what is not inferred, and why. */
  void note(String text) {
    if (notes.size() < MOST_NOTES) {
      notes.add(text);
    }
  }

  List<Start> starts() {
    return starts;
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  /** False when the store could not read all it holds. */
  boolean isComplete() {
    return complete;
  }
}

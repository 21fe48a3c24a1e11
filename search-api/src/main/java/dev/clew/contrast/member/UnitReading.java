// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast.member;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Cursor;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads requests: the values of a field, each with all events that name it. A request belongs to
 * the one set when one of its events does, else to the other when one of its events belongs there.
 */
public final class UnitReading {
  /** So many events are read in all where that is all there are; then every request is compared. */
  private static final int WHOLE = 40_000;

  /** Most requests that are read of a set where there are more events. */
  private static final int MOST = 500;

  /** Most events that are read of all requests of a set. */
  private static final int MOST_EVENTS = 60_000;

  /** Most bytes of raw lines that are held at once. */
  private static final long MOST_BYTES = 64L << 20;

  private static final int PAGE = 1_000;
  private static final int BATCH = 100;
  private static final int LONGEST = 1_000;

  private final LogStore store;
  private final String field;
  private final Until until;
  private final Set<String> notes = new LinkedHashSet<>();

  public UnitReading(LogStore store, String field, Until until) {
    this.store = store;
    this.field = field;
    this.until = until;
  }

  /** The requests of both sets: here, there. */
  public List<Members> read(Selection here, Selection there) {
    TimeRange range =
        new TimeRange(
            Math.min(here.range().from(), there.range().from()),
            Math.max(here.range().to(), there.range().to()));
    Selection all = new Selection(new Query.Exists(field), range);
    return store.aggregate(all, List.of(), 1).total().value() <= WHOLE
        ? whole(all, here, there)
        : some(here, there, range);
  }

  private List<Members> whole(Selection all, Selection here, Selection there) {
    Map<String, List<LogEvent>> byId = new LinkedHashMap<>();
    read(all, event -> event.field(field).forEach(id -> add(byId, id, event)));
    Members failing = new Members();
    Members others = new Members();
    for (List<LogEvent> unit : byId.values()) {
      if (unit.stream().anyMatch(event -> isIn(here, event))) {
        failing.add(unit);
      } else if (unit.stream().anyMatch(event -> isIn(there, event))) {
        others.add(unit);
      }
    }
    return List.of(failing, others);
  }

  private static boolean isIn(Selection selection, LogEvent event) {
    return selection.range().contains(event.time().epochNanos())
        && selection.query().matches(event);
  }

  private List<Members> some(Selection here, Selection there, TimeRange range) {
    Set<String> failing = ids(here, "of the first set", Set.of());
    boolean all = notes.isEmpty();
    Set<String> others = ids(there, "of the second set", failing);
    if (!all) {
      // the ids read may not be all: an event of the second set can be of a request of the first
      others = without(others, here);
    }
    return List.of(members(failing, range), members(others, range));
  }

  public List<String> notes() {
    return List.copyOf(notes);
  }

  private Set<String> ids(Selection selection, String whose, Set<String> not) {
    long total = store.aggregate(selection, List.of(), 1).total().value();
    Set<String> ids = new LinkedHashSet<>();
    EventReading reading =
        EventReading.of(store, selection, total, until, event -> ids.addAll(event.field(field)));
    ids.remove("");
    ids.removeAll(not);
    if (!reading.whole()) {
      notes.add(
          "the requests %s are those of %,d of its %,d events"
              .formatted(whose, reading.count(), total));
    }
    if (ids.size() > MOST) {
      notes.add("%,d of %,d requests %s were read".formatted(MOST, ids.size(), whose));
      return spread(ids);
    }
    return ids;
  }

  /** As many as are read, evenly over the time. */
  private static Set<String> spread(Set<String> ids) {
    List<String> all = List.copyOf(ids);
    Set<String> some = new LinkedHashSet<>();
    for (int i = 0; i < MOST; i++) {
      some.add(all.get((int) ((long) i * all.size() / MOST)));
    }
    return some;
  }

  private Set<String> without(Set<String> ids, Selection other) {
    Set<String> rest = new LinkedHashSet<>(ids);
    for (List<String> batch : batches(ids)) {
      Query query = Query.and(List.of(other.query(), any(batch)));
      read(new Selection(query, other.range()), event -> rest.removeAll(event.field(field)));
    }
    return rest;
  }

  private Members members(Set<String> ids, TimeRange range) {
    Members members = new Members();
    int events = 0;
    int units = 0;
    for (List<String> batch : batches(ids)) {
      if (events >= MOST_EVENTS || until.passed()) {
        notes.add("%,d of %,d requests were read".formatted(units, ids.size()));
        break;
      }
      Map<String, List<LogEvent>> byId = new LinkedHashMap<>();
      Set<String> wanted = Set.copyOf(batch);
      read(
          new Selection(any(batch), range),
          event ->
              event.field(field).stream()
                  .filter(wanted::contains)
                  .forEach(id -> add(byId, id, event)));
      for (List<LogEvent> unit : byId.values()) {
        unit.sort(Comparator.comparing(event -> event, LogEvent.ORDER));
        members.add(unit);
        events += unit.size();
        units++;
      }
    }
    return members;
  }

  private void add(Map<String, List<LogEvent>> byId, String id, LogEvent event) {
    List<LogEvent> unit = byId.computeIfAbsent(id, any -> new ArrayList<>());
    if (unit.size() < LONGEST) {
      unit.add(event);
    } else {
      notes.add("of a request with more events only the first %,d were read".formatted(LONGEST));
    }
  }

  private static List<List<String>> batches(Collection<String> ids) {
    List<String> all = List.copyOf(ids);
    List<List<String>> batches = new ArrayList<>();
    for (int i = 0; i < all.size(); i += BATCH) {
      batches.add(all.subList(i, Math.min(all.size(), i + BATCH)));
    }
    return batches;
  }

  private Query any(List<String> ids) {
    return Query.or(ids.stream().<Query>map(id -> new Query.Is(field, id)).toList());
  }

  private void read(Selection selection, Consumer<LogEvent> taker) {
    Optional<Cursor> after = Optional.empty();
    int events = 0;
    long bytes = 0;
    do {
      Page page = store.search(selection, Order.OLDEST_FIRST, after, PAGE);
      for (LogEvent event : page.events()) {
        taker.accept(event);
        bytes += event.raw().length();
      }
      events += page.events().size();
      after = page.next();
    } while (after.isPresent() && events < MOST_EVENTS && bytes < MOST_BYTES && !until.passed());
    if (after.isPresent()) {
      notes.add("of some requests only the first of %,d events were read".formatted(events));
    }
  }
}

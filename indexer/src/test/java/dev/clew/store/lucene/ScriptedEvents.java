// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Count;
import dev.clew.store.Cursor;
import dev.clew.store.Events;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.lucene.part.StoreSettings;
import dev.clew.store.lucene.write.Learning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The same events each time, numbered, over many days and far out of order; and whether a store
 * holds exactly those it should.
 */
final class ScriptedEvents {
  /** So few events give a day its partition that a short script has many. */
  static final StoreSettings SETTINGS =
      new StoreSettings(Duration.ofDays(1), 12, 3, 8, 1L << 20, new Learning(0, 4_096));

  /** The bookmark that says how many events were read. */
  static final String READ = "read";

  /** Events before it expire at the end of a script. */
  static final Instant CUT = Events.START.plus(Duration.ofHours(60));

  private static final int SPREAD = 97;

  private final Events events = new Events();
  private final List<LogEvent> all = new ArrayList<>();

  /** The events from {@code from} up to, not including, {@code to}. */
  List<LogEvent> part(int from, int to) {
    while (all.size() < to) {
      int number = all.size();
      Instant time = Events.START.plus(Duration.ofHours(number * 37L % SPREAD)).plusNanos(number);
      if (number % 41 == 40) {
        time = Instant.parse("2200-01-01T00:00:00Z").minus(Duration.ofDays(number));
      }
      all.add(events.at(time).event("event number " + number));
    }
    return List.copyOf(all.subList(from, to));
  }

  /** Appends the events that {@code store} has not read, up to {@code to}, and commits. */
  void append(LogStore store, int to) {
    int from = read(store);
    store.append(part(from, to), Map.of(READ, "" + to));
    store.refresh();
  }

  /** How many events {@code store} has read. */
  static int read(LogStore store) {
    return Integer.parseInt(store.bookmarks().getOrDefault(READ, "0"));
  }

  /** Asserts that {@code store} holds each event it has read once and no other. */
  void check(LogStore store, String what) {
    check(store, what, false);
  }

  /**
   * Asserts the same.
   *
   * @param expiring true when those before {@link #CUT} may be gone, all or none
   */
  void check(LogStore store, String what, boolean expiring) {
    List<LogEvent> expected = new ArrayList<>(part(0, read(store)));
    expected.sort(LogEvent.ORDER);
    List<LogEvent> found = found(store);
    if (expiring && found.size() < expected.size()) {
      expected.removeIf(event -> event.time().epochNanos() < EventTime.nanos(CUT));
    }
    assertThat(found).as(what).isEqualTo(expected);
    Selection everything = new Selection(new Query.All(), TimeRange.ALL);
    assertThat(store.aggregate(everything, List.of(), 1).total())
        .as(what)
        .isEqualTo(Count.exactly(expected.size()));
    assertThat(store.status().events()).as(what).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i += 1 + expected.size() / 20) {
      assertThat(store.find(expected.get(i).id())).as(what).contains(expected.get(i));
    }
  }

  private static List<LogEvent> found(LogStore store) {
    List<LogEvent> found = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    Selection everything = new Selection(new Query.All(), TimeRange.ALL);
    do {
      Page page = store.search(everything, Order.OLDEST_FIRST, after, 5_000);
      assertThat(page.complete()).isTrue();
      found.addAll(page.events());
      after = page.next();
    } while (after.isPresent());
    return found;
  }
}

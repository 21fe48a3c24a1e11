// SPDX-License-Identifier: Apache-2.0
package dev.clew.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.query.RandomQueries;
import dev.clew.store.Events;
import dev.clew.store.Grouping.ByTime;
import dev.clew.store.Groups;
import dev.clew.store.ListLogStore;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.RandomEvents;
import dev.clew.store.Selection;
import dev.clew.store.Steps;
import dev.clew.store.Until;
import dev.clew.store.lucene.LuceneLogStores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan tells is what the store says when it is asked for everything at once. */
class ScanTest {
  private static final int EVENTS = 3_000;
  private static final int QUESTIONS = 150;

  @TempDir Path folder;

  /** All that a scan tells. */
  private static final class Told implements Listener {
    final List<LogEvent> rows = new ArrayList<>();
    final Map<List<String>, Long> counts = new TreeMap<>(Told::compare);
    final List<Progress> progress = new ArrayList<>();
    long total;

    @Override
    public void rows(List<LogEvent> events) {
      rows.addAll(events);
    }

    @Override
    public void counted(Part part) {
      total += part.total();
      part.groups().forEach(group -> counts.merge(group.keys(), group.count(), Long::sum));
    }

    @Override
    public void progress(Progress now) {
      progress.add(now);
    }

    Progress last() {
      return progress.getLast();
    }

    private static int compare(List<String> one, List<String> other) {
      return one.toString().compareTo(other.toString());
    }
  }

  @Test
  void tellsSliceBySliceWhatOneQuestionGives() {
    LogStore list = filled(new ListLogStore(), 11);

    agree(list, 11, true);
  }

  @Test
  void tellsSliceBySliceWhatTheEmbeddedStoreGives() {
    try (LogStore store = filled(LuceneLogStores.open(folder), 12)) {
      agree(store, 12, true);
    }
  }

  @Test
  void tellsAtOnceWhatIsSoonFound() {
    LogStore list = filled(new ListLogStore(), 13);

    agree(list, 13, false);
  }

  private static void agree(LogStore store, long seed, boolean bySlices) {
    Random random = new Random(seed);
    RandomQueries queries =
        new RandomQueries(random, RandomEvents.WORDS, RandomEvents.ATTRIBUTES, RandomEvents.VALUES);
    LogStore asked = bySlices ? new ScarceStore(store, Long.MAX_VALUE) : store;
    int several = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      Wanted wanted = wanted(queries.next(2), range(store, random), random);
      Told told = new Told();
      Outcome outcome = scan(asked, wanted, Until.NEVER, told, 1 + random.nextInt(40), bySlices);
      assertThat(outcome.complete()).isTrue();
      compare(store, wanted, told, "seed %d, question %d: %s".formatted(seed, i, wanted));
      several += told.progress.size() > 3 ? 1 : 0;
    }
    assertThat(several).isGreaterThan(bySlices ? QUESTIONS / 2 : -1);
    assertThat(several).isLessThan(bySlices ? QUESTIONS : 1);
  }

  private static void compare(LogStore store, Wanted wanted, Told told, String what) {
    List<LogEvent> rows =
        wanted.limit() == 0
            ? List.of()
            : store
                .search(wanted.selection(), wanted.order(), Optional.empty(), wanted.limit())
                .events();
    Groups groups =
        store.aggregate(wanted.selection(), Part.groupings(wanted.step()), LogStore.MAX_LIMIT);
    Map<List<String>, Long> counts = new TreeMap<>(Told::compare);
    groups.groups().forEach(group -> counts.put(group.keys(), group.count()));

    assertThat(told.rows).as(what).isEqualTo(rows);
    assertThat(told.counts).as(what).isEqualTo(counts);
    assertThat(told.total).as(what).isEqualTo(groups.total().value());
    assertThat(told.last().rest()).as(what).isEmpty();
    assertThat(told.last().percent()).as(what).isEqualTo(100);
    assertThat(told.last().scanned()).as(what).isEqualTo(told.last().of());
    assertThat(told.progress).as(what).isSortedAccordingTo(ScanTest::byScanned);
  }

  private static int byScanned(Progress one, Progress other) {
    return Long.compare(one.scanned(), other.scanned());
  }

  /** The end of the first scan is where the second begins, and both together tell everything. */
  @Test
  void goesOnWhereItWasCutWithoutLossOrDouble() {
    LogStore list = filled(new ListLogStore(), 14);
    Random random = new Random(14);
    for (int i = 0; i < 60; i++) {
      Query query = new Query.Not(new Query.Is("service", "bob"));
      Wanted whole = wanted(query, range(list, random), random);
      ScarceStore store = new ScarceStore(list, Long.MAX_VALUE);
      int most = 1 + random.nextInt(4);
      Told told = new Told();
      Until few = () -> told.progress.size() > most;
      Outcome first = scan(store, whole, few, told, 7, true);
      if (first.progress().rest().isEmpty()) {
        continue;
      }
      Progress cut = told.last();
      assertThat(first.complete()).isFalse();
      assertThat(cut.percent()).isLessThan(100);
      Wanted rest =
          new Wanted(
              whole.selection(),
              whole.order(),
              whole.limit() - told.rows.size(),
              whole.step(),
              cut.rest().orElseThrow());
      Outcome second = scan(store, rest, Until.NEVER, told, 7, true);

      assertThat(second.complete()).isTrue();
      assertThat(told.progress.get(most + 1).scanned()).isGreaterThanOrEqualTo(cut.scanned());
      compare(list, whole, told, "question " + i);
    }
  }

  @Test
  void tellsNothingOfASliceThatItHasNoTimeFor() {
    LogStore list = filled(new ListLogStore(), 15);
    ScarceStore store = new ScarceStore(list, 100);
    Told told = new Told();
    long end = System.nanoTime() + Duration.ofMillis(300).toNanos();
    Wanted wanted =
        wanted(
            new Query.Not(Query.none()),
            list.status().range().orElseThrow(),
            Order.NEWEST_FIRST,
            10_000);
    Outcome outcome = scan(store, wanted, () -> System.nanoTime() > end, told, 40, true);

    assertThat(outcome.complete()).isFalse();
    assertThat(told.rows).isNotEmpty().hasSizeLessThan(EVENTS).hasSize((int) told.total);
    TimeRange seen = new TimeRange(told.last().rest().orElseThrow().to(), Long.MAX_VALUE);
    assertThat(told.rows)
        .isEqualTo(
            list.search(
                    new Selection(new Query.All(), seen),
                    Order.NEWEST_FIRST,
                    Optional.empty(),
                    10_000)
                .events());
  }

  @Test
  void findsNothingInAnEmptyStoreAtOnce() {
    Told told = new Told();
    Wanted wanted = wanted(new Query.All(), new TimeRange(0, 0), Order.OLDEST_FIRST, 10);
    Outcome outcome = scan(new ListLogStore(), wanted, Until.NEVER, told, 1, false);

    assertThat(outcome.complete()).isTrue();
    assertThat(told.total).isZero();
    assertThat(told.last()).isEqualTo(new Progress(0, 0, Optional.empty()));
  }

  private static Outcome scan(
      LogStore store, Wanted wanted, Until until, Told told, int first, boolean bySlices) {
    Duration soon = bySlices ? Duration.ZERO : Duration.ofDays(1);
    return new Scan(store, wanted, until, told, new Pace(first, first), soon).run();
  }

  private static Wanted wanted(Query query, TimeRange range, Random random) {
    int limit = random.nextInt(4) == 0 ? EVENTS : random.nextInt(60);
    return wanted(
        query, range, random.nextBoolean() ? Order.OLDEST_FIRST : Order.NEWEST_FIRST, limit);
  }

  private static Wanted wanted(Query query, TimeRange range, Order order, int limit) {
    ByTime step = Steps.of(range, 20, ZoneOffset.UTC);
    return new Wanted(new Selection(query, range), order, limit, step, range);
  }

  private static TimeRange range(LogStore store, Random random) {
    if (random.nextInt(3) > 0) {
      return store.status().range().orElseThrow();
    }
    long start = EventTime.nanos(Events.START) + random.nextInt(60) * 1_000_000_000L - 7;
    return new TimeRange(start, start + random.nextInt(90) * 1_000_000_000L);
  }

  private static LogStore filled(LogStore store, long seed) {
    store.append(new RandomEvents(new Random(seed)).next(EVENTS), Map.of());
    store.refresh();
    return store;
  }
}

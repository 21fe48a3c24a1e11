// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.query.QueryParser;
import dev.clew.query.RandomQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * Holds a store to the meaning of queries (C10): random events and questions, each answer compared
 * with that of {@link ListLogStore}. The same seed asks the same questions.
 */
public final class QueryAgreement {
  private static final int DEPTH = 3;
  private static final List<String> FIELDS =
      List.of(
          "level",
          "service",
          "host.name",
          "version",
          "logger",
          "thread",
          "trace",
          "file",
          "pattern",
          "pattern.template",
          "exception",
          "frame",
          "msg",
          "status",
          "order_id",
          "unique",
          "k\u0000ey",
          "Service",
          "nosuch");

  private final LogStore store;
  private final LogStore oracle = new ListLogStore();
  private final long seed;
  private final Random random;
  private final RandomQueries queries;

  /** Asked again when there are more events: what a store remembers must still be right. */
  private final List<Asked> asked = new ArrayList<>();

  private record Asked(Selection selection, List<Grouping> groupings, int limit) {}

  /** Will compare {@code store}, which must be empty, by the questions of {@code seed}. */
  public QueryAgreement(LogStore store, long seed) {
    this.store = store;
    this.seed = seed;
    this.random = new Random(seed);
    this.queries =
        new RandomQueries(random, RandomEvents.WORDS, RandomEvents.ATTRIBUTES, RandomEvents.VALUES);
  }

  /**
   * Appends {@code events} events in some rounds, and asks {@code questions} questions in between.
   *
   * @throws AssertionError with the seed, the query and the first difference
   */
  public void check(int events, int questions) {
    RandomEvents source = new RandomEvents(random);
    int rounds = 4;
    for (int round = 0; round < rounds; round++) {
      List<LogEvent> some = source.next(events / rounds);
      for (LogStore each : List.of(store, oracle)) {
        each.append(some, Map.of());
        each.refresh();
      }
      if (round == 2) {
        store.expireBefore(Events.START.plusSeconds(10));
        oracle.expireBefore(Events.START.plusSeconds(10));
      }
      for (int time = 0; time < 2; time++) {
        for (Asked again : asked) {
          compare(again.selection, "again " + again.groupings, again.groupings, again.limit);
        }
      }
      for (int i = 0; i < questions / rounds; i++) {
        ask(selection());
      }
    }
  }

  private Selection selection() {
    Query query = queries.next(DEPTH);
    if (random.nextInt(3) > 0) {
      return new Selection(query, TimeRange.ALL);
    }
    long start = EventTime.nanos(Events.START) + random.nextInt(60) * 1_000_000_000L;
    return new Selection(query, new TimeRange(start, start + random.nextInt(60) * 1_000_000_000L));
  }

  private void ask(Selection selection) {
    compare(selection, "events", List.of(), 1);
    for (Order order : Order.values()) {
      page(selection, order, 1 + random.nextInt(40));
    }
    String field = FIELDS.get(random.nextInt(FIELDS.size()));
    String other = FIELDS.get(random.nextInt(FIELDS.size()));
    Grouping byTime =
        new Grouping.ByTime(
            (1 + random.nextInt(20)) * (random.nextBoolean() ? 1L : 29L) * 1_000_000_000,
            random.nextInt());
    int limit = 1 + random.nextInt(200);
    compare(selection, "groups of " + field, List.of(new Grouping.ByField(field)), limit);
    compare(selection, "steps of time", List.of(byTime), limit);
    compare(
        selection,
        "steps of time by " + field + " and " + other,
        List.of(byTime, new Grouping.ByField(field), new Grouping.ByField(other)),
        limit);
    asked.add(new Asked(selection, List.of(byTime, new Grouping.ByField(field)), limit));
    asked.add(new Asked(selection, List.of(), 1));
    List<List<Grouping>> each =
        List.of(
            List.of(new Grouping.ByField(field), byTime),
            List.of(),
            List.of(new Grouping.ByField(other)));
    expect(
        selection,
        "groups of each of " + each,
        oracle.aggregateEach(selection, each, limit),
        store.aggregateEach(selection, each, limit));
    Query printed = QueryParser.parse(selection.query().toString()).query();
    expect(selection, "query printed and parsed", selection.query(), printed);
  }

  private void page(Selection selection, Order order, int limit) {
    Optional<Cursor> next = Optional.empty();
    int pages = 0;
    do {
      Page expected = oracle.search(selection, order, next, limit);
      Page actual = store.search(selection, order, next, limit);
      expect(selection, order + " page " + pages, ids(expected), ids(actual));
      expect(selection, order + " page " + pages, expected, actual);
      next = expected.next();
    } while (next.isPresent() && ++pages < 4);
  }

  private void compare(Selection selection, String what, List<Grouping> groupings, int limit) {
    expect(
        selection,
        what,
        oracle.aggregate(selection, groupings, limit),
        store.aggregate(selection, groupings, limit));
  }

  private static List<String> ids(Page page) {
    List<String> ids = new ArrayList<>();
    page.events().forEach(event -> ids.add(event.id().value()));
    return ids;
  }

  private void expect(Selection selection, String what, Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new AssertionError(
          "seed %d, query [%s] (%s) in %s, %s:%nexpected %s%nbut was  %s"
              .formatted(
                  seed,
                  selection.query(),
                  selection.query().getClass().getSimpleName(),
                  selection.range(),
                  what,
                  expected,
                  actual));
    }
  }
}

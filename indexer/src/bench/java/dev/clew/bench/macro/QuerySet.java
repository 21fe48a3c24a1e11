// SPDX-License-Identifier: Apache-2.0
package dev.clew.bench.macro;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.query.QueryParser;
import dev.clew.store.Count;
import dev.clew.store.Grouping;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Grouping.ByTime;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongBiFunction;

/**
 * The questions by which stores are compared, in the words of the lines that the macro benchmark
 * indexes. Those after {@code facets_range2h} are ours alone.
 */
public final class QuerySet {
  private static final String SERVICE = "ts-order-service";
  private static final int PAGE = 100;
  private static final int VALUES = 50;

  private static final TimeRange TWO_HOURS =
      TimeRange.between(
          Instant.parse("2026-01-05T06:00:00Z"), Instant.parse("2026-01-05T08:00:00Z"));

  private static final ToLongBiFunction<LogStore, Selection> TOP = QuerySet::newest;
  private static final ToLongBiFunction<LogStore, Selection> COUNT = by(1);
  private static final ToLongBiFunction<LogStore, Selection> TEN_MINUTES =
      by(LogStore.MAX_LIMIT, steps(10));

  private final Map<String, Question> questions = new LinkedHashMap<>();

  private final String field;

  private QuerySet(String field) {
    this.field = field;
  }

  /**
   * The set; the needles are of an event that {@code store} holds.
   *
   * @param field in which words are looked for: {@code msg} as the peers do, or {@link Query#TEXT}
   */
  public static QuerySet of(LogStore store, String field) {
    QuerySet set = new QuerySet(field);
    set.addPages(needleIn(store));
    set.addHistograms();
    set.addFacets();
    set.addOurs();
    return set;
  }

  /** All of them. */
  public List<Question> questions() {
    return List.copyOf(questions.values());
  }

  /**
   * The one of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Question question(String name) {
    return Optional.ofNullable(questions.get(name))
        .orElseThrow(
            () -> new IllegalArgumentException("no " + name + " among " + questions.keySet()));
  }

  private void addPages(LogEvent needle) {
    Query common = Query.and(List.of(phrase("seat"), phrase("request")));
    Query phrase = phrase("get left ticket");
    Query prefix = new Query.Wildcard(field, "except*");
    Query infix = new Query.Wildcard(field, "*onnection*");
    add("and_common_top100", common, TOP);
    add("and_common_count", common, COUNT);
    add(
        "and_rare_top100",
        Query.and(List.of(phrase("connection"), phrase("refused"))),
        TOP);
    add("needle_trace_top100", new Query.Is("trace", needle.field("trace").getFirst()), TOP);
    add("needle_msgid", phrase(secondWord(needle.body())), TOP);
    add("phrase_top100", phrase, TOP);
    add("phrase_count", phrase, COUNT);
    add("phrase4_count", phrase("instruction cache parity error"), COUNT);
    add("prefix_top100", prefix, TOP);
    add("prefix_count", prefix, COUNT);
    add("infix_top100", infix, TOP);
    add("infix_count", infix, COUNT);
    add("regex_count", new Query.Regex(field, "blk_1[0-9]*77\\b"), COUNT);
  }

  private void addHistograms() {
    Query all = new Query.All();
    ByField level = new ByField("level");
    add("error_hist", parse("level:error"), TEN_MINUTES);
    add("level_hist_all", all, by(LogStore.MAX_LIMIT, steps(10), level));
    add(
        "all_hist_top100",
        all,
        (store, selection) ->
            TOP.applyAsLong(store, selection) + TEN_MINUTES.applyAsLong(store, selection));
    add("term_hist", phrase("response"), TEN_MINUTES);
  }

  private void addFacets() {
    Query all = new Query.All();
    ToLongBiFunction<LogStore, Selection> services = by(VALUES, new ByField("service"));
    ToLongBiFunction<LogStore, Selection> hosts = by(VALUES, new ByField("host"));
    ToLongBiFunction<LogStore, Selection> levels = by(VALUES, new ByField("level"));
    add("terms_service_for_query", phrase("exception"), services);
    add(
        "facets_all",
        all,
        (store, selection) ->
            services.applyAsLong(store, selection)
                + hosts.applyAsLong(store, selection)
                + levels.applyAsLong(store, selection));
    add("filters_range_top100", parse("service:" + SERVICE + " level:warn"), TWO_HOURS, TOP);
    add("range_hist_1m", all, TWO_HOURS, by(LogStore.MAX_LIMIT, steps(1)));
    add("facets_range2h", all, TWO_HOURS, services);
  }

  private void addOurs() {
    add("all_hist", new Query.All(), TEN_MINUTES);
    add("phrase_hist", phrase("get left ticket"), TEN_MINUTES);
    add("number_count", phrase("50010"), COUNT);
  }

  private void add(String name, Query query, ToLongBiFunction<LogStore, Selection> answer) {
    add(name, query, TimeRange.ALL, answer);
  }

  private void add(
      String name, Query query, TimeRange range, ToLongBiFunction<LogStore, Selection> answer) {
    questions.put(name, new Question(name, new Selection(query, range), answer));
  }

  private Query phrase(String text) {
    return new Query.Phrase(field, text);
  }

  private static Query parse(String text) {
    return QueryParser.parse(text).query();
  }

  private static ByTime steps(int minutes) {
    return new ByTime(Duration.ofMinutes(minutes).toNanos(), 0);
  }

  private static long newest(LogStore store, Selection selection) {
    Page page = store.search(selection, Order.NEWEST_FIRST, Optional.empty(), PAGE);
    if (!page.complete()) {
      throw new IllegalStateException("a page that may lack events: " + selection.query());
    }
    return page.events().size();
  }

  private static ToLongBiFunction<LogStore, Selection> by(int limit, Grouping... groupings) {
    List<Grouping> all = List.of(groupings);
    return (store, selection) -> {
      Count total = store.aggregate(selection, all, limit).total();
      if (!total.exact()) {
        throw new IllegalStateException("a count that is not exact: " + selection.query());
      }
      return total.value();
    };
  }

  /** The newest event of the service in the two hours, else the newest of any trace. */
  private static LogEvent needleIn(LogStore store) {
    Selection first = new Selection(new Query.Is("service", SERVICE), TWO_HOURS);
    Selection second = new Selection(new Query.Exists("trace"), TimeRange.ALL);
    for (Selection selection : List.of(first, second)) {
      List<LogEvent> newest =
          store.search(selection, Order.NEWEST_FIRST, Optional.empty(), 1).events();
      if (!newest.isEmpty() && !newest.getFirst().field("trace").isEmpty()) {
        return newest.getFirst();
      }
    }
    throw new IllegalStateException("no event with a trace: this store cannot be compared");
  }

  private static String secondWord(String body) {
    String[] words = body.split(" ", 3);
    return words.length > 1 ? words[1] : words[0];
  }
}

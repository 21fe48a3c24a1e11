// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.explain.window.Windows;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Question;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.PatternsJson;
import dev.clew.http.json.PatternsJson.BaselineJson;
import dev.clew.http.json.PatternsJson.PatternJson;
import dev.clew.query.Query;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The patterns of what matches, and how often each was seen in the time before: the equally long
 * time before {@code from}, as far as there are events at all.
 */
public final class PatternsEndpoint implements Endpoint {
  private final LogStore store;
  private final Questions questions;
  private final Parameters parameters;

  public PatternsEndpoint(LogStore store, Questions questions, Parameters parameters) {
    this.store = store;
    this.questions = questions;
    this.parameters = parameters;
  }

  @Override
  public PatternsJson answer(Request request) {
    Question question = questions.read(request);
    Query query = question.parsed().query();
    LogStore answering = store.waiting(request.waiter());
    TimeRange held = store.status().range().orElse(question.range());
    TimeRange now = Windows.overlap(question.range(), held);
    TimeRange before = Windows.overlap(Windows.before(question.range()), held);
    PatternTally nowTally = PatternTally.of(answering, new Selection(query, now));
    PatternTally beforeTally = PatternTally.of(answering, new Selection(query, before));
    PatternRates rates =
        new PatternRates(Windows.length(now), Windows.length(before), beforeTally.total());
    List<PatternJson> rows =
        rows(answering, nowTally, beforeTally, rates, query, request.get(parameters.patterns));
    boolean exact = nowTally.exact() && beforeTally.exact() && request.waiter().reason().isEmpty();
    return new PatternsJson(
        nowTally.total(),
        rows,
        beforeTally.total() == 0 ? null : baseline(before, beforeTally.total()),
        exact && nowTally.complete() && beforeTally.complete(),
        request.waiter().reason(exact));
  }

  private static List<PatternJson> rows(
      LogStore answering,
      PatternTally now,
      PatternTally before,
      PatternRates rates,
      Query query,
      int most) {
    List<PatternTally.Row> ranked = new ArrayList<>(ranked(now.rows()));
    ranked.addAll(
        ranked(before.rows()).stream().filter(row -> !now.rows().containsKey(row.id())).toList());
    return ranked.stream()
        .limit(most)
        .flatMap(row -> row(answering, row, now, before, rates, query).stream())
        .toList();
  }

  private static Optional<PatternJson> row(
      LogStore answering,
      PatternTally.Row row,
      PatternTally now,
      PatternTally before,
      PatternRates rates,
      Query query) {
    long count = now.count(row.id());
    long countBefore = before.count(row.id());
    return latest(answering, row, query)
        .map(
            example ->
                new PatternJson(
                    row.id(),
                    row.template(),
                    count,
                    now.total() == 0 ? 0 : (double) count / now.total(),
                    List.copyOf(row.services()),
                    row.level().orElse(null),
                    EventTime.instant(row.first()),
                    EventTime.instant(row.last()),
                    countBefore,
                    rates.kind(count, countBefore),
                    example.id().value()));
  }

  /** The event at the time the tally saw last; none when it has expired since. */
  private static Optional<LogEvent> latest(LogStore answering, PatternTally.Row row, Query query) {
    Query those = Query.and(List.of(query, new Query.Is("pattern", row.id())));
    TimeRange then = new TimeRange(row.last(), Math.max(row.last(), row.last() + 1));
    return answering
        .search(new Selection(those, then), Order.NEWEST_FIRST, Optional.empty(), 1)
        .events()
        .stream()
        .findFirst();
  }

  private static List<PatternTally.Row> ranked(Map<String, PatternTally.Row> rows) {
    return rows.values().stream()
        .sorted(
            Comparator.comparingLong(PatternTally.Row::count)
                .reversed()
                .thenComparing(PatternTally.Row::id))
        .toList();
  }

  private static BaselineJson baseline(TimeRange before, long events) {
    return new BaselineJson(
        EventTime.instant(before.from()), EventTime.instant(before.to()), events);
  }
}

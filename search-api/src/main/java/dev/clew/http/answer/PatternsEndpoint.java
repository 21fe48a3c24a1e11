// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.explain.window.Windows;
import dev.clew.http.answer.PatternStatements.Statement;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Question;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.EventJson;
import dev.clew.http.json.PatternsJson;
import dev.clew.http.json.PatternsJson.BaselineJson;
import dev.clew.http.json.PatternsJson.PatternJson;
import dev.clew.query.Query;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import java.util.List;
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
    return new PatternStatements(now, before)
        .all().stream()
            .limit(most)
            .flatMap(row -> row(answering, row, now.total(), rates, query).stream())
            .toList();
  }

  private static Optional<PatternJson> row(
      LogStore answering, Statement row, long total, PatternRates rates, Query query) {
    return latest(answering, row, query)
        .map(
            example ->
                new PatternJson(
                    row.id(),
                    row.template(),
                    row.members(),
                    row.queryText(),
                    row.now(),
                    total == 0 ? 0 : (double) row.now() / total,
                    List.copyOf(row.services()),
                    EventJson.level(row.severity()),
                    EventTime.instant(row.first()),
                    EventTime.instant(row.last()),
                    row.before(),
                    rates.kind(row.now(), row.before()),
                    example.id().value()));
  }

  /** The event at the time the tally saw last; none when it has expired since. */
  private static Optional<LogEvent> latest(LogStore answering, Statement row, Query query) {
    Query those = Query.and(List.of(query, row.query()));
    TimeRange then = new TimeRange(row.last(), Math.max(row.last(), row.last() + 1));
    return answering
        .search(new Selection(those, then), Order.NEWEST_FIRST, Optional.empty(), 1)
        .events()
        .stream()
        .findFirst();
  }

  private static BaselineJson baseline(TimeRange before, long events) {
    return new BaselineJson(
        EventTime.instant(before.from()), EventTime.instant(before.to()), events);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.pattern;

import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.explain.window.Windows;
import dev.clew.http.answer.ChangeLog;
import dev.clew.http.answer.Endpoint;
import dev.clew.http.answer.pattern.PatternStatements.Statement;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Question;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.PatternsJson;
import dev.clew.http.json.PatternsJson.BaselineJson;
import dev.clew.http.json.PatternsJson.PatternJson;
import dev.clew.http.json.RangeJson;
import dev.clew.query.Query;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The patterns of what matches, and how often each was seen in the time it is compared with: the
 * equally long time before {@code from} unless told otherwise, as far as there are events at all.
 */
public final class PatternsEndpoint implements Endpoint {
  private final LogStore store;
  private final ChangeLog changes;
  private final Questions questions;
  private final Parameters parameters;

  public PatternsEndpoint(
      LogStore store, ChangeLog changes, Questions questions, Parameters parameters) {
    this.store = store;
    this.changes = changes;
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
    TimeRange before = Windows.overlap(questions.baseline(request, question.range()), held);
    PatternTally nowTally = PatternTally.of(answering, new Selection(query, now));
    PatternTally beforeTally = PatternTally.of(answering, new Selection(query, before));
    PatternRates rates =
        new PatternRates(Windows.length(now), Windows.length(before), beforeTally.total());
    List<Statement> all = new PatternStatements(nowTally, beforeTally).all();
    int steps = request.get(parameters.trend);
    long step = PatternTrends.stepNanos(now, before, steps);
    PatternRows rows =
        new PatternRows(
            answering,
            query,
            nowTally.total(),
            rates,
            steps == 0
                ? Optional.empty()
                : Optional.of(PatternTrends.of(answering, query, now, step, now.from())),
            steps == 0
                ? Optional.empty()
                : Optional.of(PatternTrends.of(answering, query, before, step, before.to())),
            request.get(parameters.seen).equals("store")
                ? Optional.of(new FirstSeen(answering, changes.deploys(), now.to()))
                : Optional.empty());
    List<PatternJson> listed =
        all.stream()
            .limit(request.get(parameters.patterns))
            .flatMap(row -> rows.of(row).stream())
            .toList();
    boolean exact = nowTally.exact() && beforeTally.exact() && request.waiter().reason().isEmpty();
    return new PatternsJson(
        nowTally.total(),
        RangeJson.of(now),
        all.size(),
        kinds(all, rates),
        listed,
        beforeTally.total() == 0 ? null : baseline(before, beforeTally.total()),
        steps == 0 ? null : step / 1e6,
        exact && nowTally.complete() && beforeTally.complete(),
        request.waiter().reason(exact));
  }

  private static Map<String, Integer> kinds(List<Statement> all, PatternRates rates) {
    Map<String, Integer> kinds = new TreeMap<>();
    all.forEach(row -> kinds.merge(rates.kind(row.now(), row.before()), 1, Integer::sum));
    return kinds;
  }

  private static BaselineJson baseline(TimeRange before, long events) {
    return new BaselineJson(
        EventTime.instant(before.from()), EventTime.instant(before.to()), events);
  }
}

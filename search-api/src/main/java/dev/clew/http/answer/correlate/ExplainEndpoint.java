// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.correlate;

import dev.clew.contrast.DifferenceSearch;
import dev.clew.contrast.Differences;
import dev.clew.contrast.Explained;
import dev.clew.event.TimeRange;
import dev.clew.http.answer.Endpoint;
import dev.clew.http.answer.Stopwatch;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Question;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.correlate.DifferencesJson;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.query.Notice;
import dev.clew.query.ParsedQuery;
import dev.clew.query.Query;
import dev.clew.query.QueryParser;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.util.Optional;

/** What sets two sets of events, or of requests, apart. */
public final class ExplainEndpoint implements Endpoint {
  private final LogStore store;
  private final Questions questions;
  private final Parameters parameters;

  public ExplainEndpoint(LogStore store, Questions questions, Parameters parameters) {
    this.store = store;
    this.questions = questions;
    this.parameters = parameters;
  }

  @Override
  public DifferencesJson answer(Request request) {
    Stopwatch watch = Stopwatch.start();
    Question question = questions.read(request);
    Selection here = question.selection();
    Selection there = there(request, question);
    String by = request.get(parameters.by);
    DifferenceSearch search = new DifferenceSearch(store);
    Differences found =
        by.isEmpty()
            ? search.ofEvents(here, there, request.waiter())
            : search.ofRequests(here, there, by, request.waiter());
    int most = request.get(parameters.things);
    Optional<Explained> explained =
        most == 0 || !by.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Explained.of(
                    store, found, query("of", request.get(parameters.of)), most, request.waiter()));
    return DifferencesJson.of(
        found, explained, request.waiter().reason(found.complete()), watch.millis());
  }

  private Selection there(Request request, Question question) {
    String vs = request.get(parameters.vs);
    boolean time =
        request.find(parameters.baselineFrom).isPresent()
            || request.find(parameters.baselineTo).isPresent();
    Query query = vs.isEmpty() ? question.parsed().query() : query("vs", vs);
    TimeRange range = question.range();
    if (!vs.isEmpty() && !time) {
      return new Selection(query, range);
    }
    return new Selection(query, questions.baseline(request, range));
  }

  private static Query query(String name, String text) {
    ParsedQuery parsed = QueryParser.parse(text);
    if (parsed.refused()) {
      Notice limit = parsed.notices().getLast();
      throw new Problem(
          ProblemType.QUERY_TOO_LARGE,
          name + ": " + limit.message(),
          limit.fix(),
          limit.position());
    }
    return parsed.query();
  }
}

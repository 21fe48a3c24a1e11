// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.correlate;

import dev.clew.contrast.member.PatternDetail;
import dev.clew.contrast.member.PatternSearch;
import dev.clew.http.answer.Endpoint;
import dev.clew.http.answer.Stopwatch;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Question;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.correlate.PatternDetailJson;
import dev.clew.store.LogStore;
import java.util.Optional;

/** What the events of one pattern say where they differ. */
public final class PatternEndpoint implements Endpoint {
  private final LogStore store;
  private final Questions questions;
  private final Parameters parameters;

  public PatternEndpoint(LogStore store, Questions questions, Parameters parameters) {
    this.store = store;
    this.questions = questions;
    this.parameters = parameters;
  }

  @Override
  public PatternDetailJson answer(Request request) {
    Stopwatch watch = Stopwatch.start();
    Question question = questions.read(request);
    String id = request.get(parameters.pattern);
    Optional<PatternDetail> found =
        new PatternSearch(store).find(id, question.selection(), request.waiter());
    boolean complete =
        found.map(PatternDetail::complete).orElse(request.waiter().reason().isEmpty());
    return PatternDetailJson.of(
        RangeJson.of(question.range()),
        id,
        found,
        request.waiter().reason(complete),
        watch.millis());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.correlate;

import dev.clew.correlate.call.CallGraph;
import dev.clew.correlate.call.CallSearch;
import dev.clew.http.answer.Endpoint;
import dev.clew.http.answer.Stopwatch;
import dev.clew.http.ask.Question;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.correlate.GraphJson;
import dev.clew.store.LogStore;

/** Which services call which. */
public final class GraphEndpoint implements Endpoint {
  private final LogStore store;
  private final Questions questions;

  public GraphEndpoint(LogStore store, Questions questions) {
    this.store = store;
    this.questions = questions;
  }

  @Override
  public GraphJson answer(Request request) {
    Stopwatch watch = Stopwatch.start();
    Question question = questions.read(request);
    CallGraph graph = new CallSearch(store).find(question.selection(), request.waiter());
    return GraphJson.of(
        RangeJson.of(question.range()),
        graph,
        request.waiter().reason(graph.sample().complete()),
        watch.millis());
  }
}

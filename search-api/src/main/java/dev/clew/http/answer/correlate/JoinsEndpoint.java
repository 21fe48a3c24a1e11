// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.correlate;

import dev.clew.correlate.join.JoinSearch;
import dev.clew.correlate.join.Joins;
import dev.clew.http.answer.Endpoint;
import dev.clew.http.answer.Stopwatch;
import dev.clew.http.ask.Question;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.correlate.JoinsJson;
import dev.clew.store.LogStore;

/** The values by which services can be joined. */
public final class JoinsEndpoint implements Endpoint {
  private final LogStore store;
  private final Questions questions;

  public JoinsEndpoint(LogStore store, Questions questions) {
    this.store = store;
    this.questions = questions;
  }

  @Override
  public JoinsJson answer(Request request) {
    Stopwatch watch = Stopwatch.start();
    Question question = questions.read(request);
    Joins joins = new JoinSearch(store).find(question.selection(), request.waiter());
    return JoinsJson.of(
        RangeJson.of(question.range()),
        joins,
        request.waiter().reason(joins.sample().complete()),
        watch.millis());
  }
}

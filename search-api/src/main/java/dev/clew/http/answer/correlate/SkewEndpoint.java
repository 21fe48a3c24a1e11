// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.correlate;

import dev.clew.correlate.clock.SkewSearch;
import dev.clew.correlate.clock.Skews;
import dev.clew.http.answer.Endpoint;
import dev.clew.http.answer.Stopwatch;
import dev.clew.http.ask.Question;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.correlate.SkewJson;
import dev.clew.store.LogStore;

/** How far the clocks of hosts are apart. */
public final class SkewEndpoint implements Endpoint {
  private final LogStore store;
  private final Questions questions;

  public SkewEndpoint(LogStore store, Questions questions) {
    this.store = store;
    this.questions = questions;
  }

  @Override
  public SkewJson answer(Request request) {
    Stopwatch watch = Stopwatch.start();
    Question question = questions.read(request);
    Skews skews = new SkewSearch(store).find(question.selection(), request.waiter());
    return SkewJson.of(
        RangeJson.of(question.range()),
        skews,
        request.waiter().reason(skews.sample().complete()),
        watch.millis());
  }
}

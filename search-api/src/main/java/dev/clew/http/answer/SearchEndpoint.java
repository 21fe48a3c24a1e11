// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.http.ask.CursorType;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Question;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.ask.Waiter;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.EventJson;
import dev.clew.http.json.SearchJson;
import dev.clew.store.Count;
import dev.clew.store.Cursor;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import java.util.List;
import java.util.Optional;

/** A page of the events that match. */
public final class SearchEndpoint implements Endpoint {
  private final LogStore store;
  private final Questions questions;
  private final Parameters parameters;

  public SearchEndpoint(LogStore store, Questions questions, Parameters parameters) {
    this.store = store;
    this.questions = questions;
    this.parameters = parameters;
  }

  @Override
  public SearchJson answer(Request request) {
    Stopwatch watch = Stopwatch.start();
    Question question = questions.read(request);
    Order order =
        request.get(parameters.order).equals("oldest") ? Order.OLDEST_FIRST : Order.NEWEST_FIRST;
    Waiter waiter = request.waiter();
    LogStore answering = store.waiting(waiter);
    Optional<Cursor> after = request.find(parameters.cursor);
    Page page =
        answering.search(question.selection(), order, after, request.get(parameters.events));
    boolean counts = request.get(parameters.counts).equals("on");
    Count total =
        after.isEmpty() && page.complete() && page.next().isEmpty()
            // the first page holds them all: no need to look for them again
            ? Count.exactly(page.events().size())
            : counts
                ? answering.aggregate(question.selection(), List.of(), 1).total()
                : new Count(page.events().size(), false);
    boolean complete = page.complete() && (total.exact() || !counts);
    return new SearchJson(
        Understood.of(question, total, answering),
        page.events().stream().map(EventJson::inList).toList(),
        page.next().map(CursorType::print).orElse(null),
        CountJson.of(total),
        complete,
        waiter.reason(complete),
        watch.millis());
  }
}

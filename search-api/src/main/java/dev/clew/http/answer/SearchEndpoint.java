// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.event.TimeRange;
import dev.clew.http.ask.CursorType;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Question;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.ask.Waiter;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.EventJson;
import dev.clew.http.json.QueryJson;
import dev.clew.http.json.SearchJson;
import dev.clew.query.Notice;
import dev.clew.query.Query;
import dev.clew.query.Typed;
import dev.clew.store.Count;
import dev.clew.store.Cursor;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
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
    Count total =
        after.isEmpty() && page.complete() && page.next().isEmpty()
            // the first page holds them all: no need to look for them again
            ? Count.exactly(page.events().size())
            : answering.aggregate(question.selection(), List.of(), 1).total();
    boolean complete = page.complete() && total.exact();
    return new SearchJson(
        understood(question, total, answering),
        page.events().stream().map(EventJson::inList).toList(),
        page.next().map(CursorType::print).orElse(null),
        CountJson.of(total),
        complete,
        waiter.reason(complete),
        watch.millis());
  }

  /** Where nothing is found as a query, and how often the text stands there as it was typed. */
  private static QueryJson understood(Question question, Count total, LogStore store) {
    String typed = question.text().strip();
    if (total.value() > 0 || !total.exact() || isText(question.parsed().query())) {
      return Understood.of(question);
    }
    Query literal = new Query.Phrase(Query.TEXT, typed);
    long found =
        store.aggregate(new Selection(literal, TimeRange.ALL), List.of(), 1).total().value();
    return found == 0
        ? Understood.of(question)
        : Understood.of(question, asText(question.text(), found));
  }

  private static Notice asText(String text, long found) {
    return new Notice(
        0,
        text.length(),
        "nothing is found by it as a query; as text it stands in %,d %s"
            .formatted(found, found == 1 ? "event" : "events"),
        Typed.quote(text.strip()));
  }

  /** What finds words finds the text they make as well. */
  private static boolean isText(Query query) {
    return switch (query) {
      case Query.All all -> true;
      case Query.Phrase phrase -> phrase.field().isEmpty();
      case Query.And and -> and.parts().stream().allMatch(SearchEndpoint::isText);
      default -> false;
    };
  }
}

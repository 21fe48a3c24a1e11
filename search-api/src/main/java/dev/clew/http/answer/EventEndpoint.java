// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.event.EventId;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Request;
import dev.clew.http.json.EventDetailJson;
import dev.clew.http.json.EventJson;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.query.Query;
import dev.clew.store.Cursor;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One event with its neighbours. */
public final class EventEndpoint implements Endpoint {
  private final LogStore store;
  private final Parameters parameters;

  public EventEndpoint(LogStore store, Parameters parameters) {
    this.store = store;
    this.parameters = parameters;
  }

  @Override
  public EventDetailJson answer(Request request) {
    LogEvent event = find(store, request.get(parameters.id));
    Query neighbours = neighbours(event, request.get(parameters.scope));
    int most = request.get(parameters.context);
    LogStore answering = store.waiting(request.waiter());
    Page before = beside(answering, event, neighbours, Order.NEWEST_FIRST, most);
    Page after = beside(answering, event, neighbours, Order.OLDEST_FIRST, most);
    boolean complete = before.complete() && after.complete();
    return new EventDetailJson(
        EventJson.alone(event),
        json(before).reversed(),
        json(after),
        complete,
        request.waiter().reason(complete));
  }

  /**
   * The event of that id.
   *
   * @throws Problem when there is none
   */
  public static LogEvent find(LogStore store, String id) {
    return store
        .find(new EventId(id))
        .orElseThrow(
            () ->
                new Problem(
                    ProblemType.UNKNOWN_EVENT,
                    "no event has the id \"%s\"".formatted(id),
                    "search for it again; ids change when other input is indexed"));
  }

  private static List<EventJson> json(Page page) {
    return page.events().stream().map(EventJson::inList).toList();
  }

  private static Page beside(LogStore store, LogEvent event, Query query, Order order, int most) {
    if (most == 0) {
      return new Page(List.of(), Optional.empty(), true);
    }
    Cursor here =
        new Cursor(event.time().epochNanos(), event.origin().source(), event.origin().offset());
    return store.search(new Selection(query, TimeRange.ALL), order, Optional.of(here), most);
  }

  private static Query neighbours(LogEvent event, String scope) {
    Query file = new Query.Is("file", event.origin().file());
    return switch (scope) {
      case "file" -> file;
      case "thread" -> Query.and(List.of(file, same("thread", event.thread())));
      case "service" -> same("service", event.service());
      default -> new Query.All();
    };
  }

  /** Events without a value are alike. */
  private static Query same(String field, @Nullable String value) {
    return value == null ? new Query.Not(new Query.Exists(field)) : new Query.Is(field, value);
  }
}

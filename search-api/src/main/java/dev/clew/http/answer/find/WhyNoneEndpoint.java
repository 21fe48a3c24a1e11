// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.find;

import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.http.answer.Endpoint;
import dev.clew.http.answer.Stopwatch;
import dev.clew.http.answer.Understood;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Question;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.find.WhyNoneJson;
import dev.clew.http.json.find.WhyNoneJson.AskJson;
import dev.clew.http.json.find.WhyNoneJson.ElsewhereJson;
import dev.clew.http.json.find.WhyNoneJson.NearestJson;
import dev.clew.http.json.find.WhyNoneJson.WithoutJson;
import dev.clew.query.Query;
import dev.clew.query.QueryWords;
import dev.clew.store.Count;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands between a question and events, in exact counts. */
public final class WhyNoneEndpoint implements Endpoint {
  private static final int MOST_CLAUSES = 16;
  private static final long DAY = Duration.ofDays(1).toNanos();

  /** So much is shown around an event outside the range. */
  private static final Duration AROUND = Duration.ofMinutes(5);

  private final LogStore store;
  private final Questions questions;
  private final Parameters parameters;

  public WhyNoneEndpoint(LogStore store, Questions questions, Parameters parameters) {
    this.store = store;
    this.questions = questions;
    this.parameters = parameters;
  }

  @Override
  public WhyNoneJson answer(Request request) {
    Stopwatch watch = Stopwatch.start();
    Question question = questions.read(request);
    Counting counting = new Counting(store.waiting(request.waiter()));
    Query query = question.parsed().query();
    TimeRange range = question.range();
    List<Query> clauses = query instanceof Query.And and ? and.parts() : List.of(query);
    Count total = counting.of(query, range);
    List<WithoutJson> without = without(counting, clauses, request, question);
    List<ElsewhereJson> elsewhere = elsewhere(counting, query, range);
    List<NearestJson> nearest = nearest(counting, query, range);
    var services = NamedServices.in(query, range, counting);
    boolean complete = counting.isComplete();
    return new WhyNoneJson(
        Understood.of(question),
        RangeJson.of(range),
        CountJson.of(total),
        without,
        clauses.size(),
        Math.min(clauses.size(), MOST_CLAUSES),
        elsewhere,
        nearest,
        services,
        complete,
        request.waiter().reason(complete),
        watch.millis());
  }

  private List<WithoutJson> without(
      Counting counting, List<Query> clauses, Request request, Question question) {
    List<WithoutJson> gains = new ArrayList<>();
    if (question.parsed().query() instanceof Query.All) {
      return gains;
    }
    for (int i = 0; i < Math.min(clauses.size(), MOST_CLAUSES); i++) {
      List<Query> others = new ArrayList<>(clauses);
      Query clause = others.remove(i);
      Query rest = Query.and(others);
      Count total = counting.of(rest, question.range());
      if (total.value() > 0) {
        String text = others.isEmpty() ? "" : rest.toString();
        gains.add(
            new WithoutJson(
                clause.toString(),
                QueryWords.explain(clause),
                CountJson.of(total),
                ask(text, request, question)));
      }
    }
    gains.sort(Comparator.comparingLong((WithoutJson gain) -> gain.total().value()).reversed());
    return gains;
  }

  /** In the same time, whether it was typed in the query or beside it. */
  private AskJson ask(String text, Request request, Question question) {
    if (question.typed().isPresent()) {
      TimeRange range = question.range();
      return new AskJson(text, EventTime.instant(range.from()), EventTime.instant(range.to()));
    }
    return new AskJson(
        text, request.find(parameters.from).orElse(null), request.find(parameters.to).orElse(null));
  }

  private List<ElsewhereJson> elsewhere(Counting counting, Query query, TimeRange range) {
    Optional<TimeRange> held = store.status().range();
    if (held.isEmpty() || contains(range, held.get())) {
      return List.of();
    }
    TimeRange all = held.get();
    List<ElsewhereJson> found = new ArrayList<>();
    TimeRange day = new TimeRange(Math.max(all.from(), all.to() - DAY), all.to());
    if (!contains(range, day)) {
      found.add(
          new ElsewhereJson(
              "last_day",
              CountJson.of(counting.of(query, day)),
              new AskJson(
                  query.toString(), EventTime.instant(day.from()), EventTime.instant(day.to()))));
    }
    found.add(
        new ElsewhereJson(
            "whole_store",
            CountJson.of(counting.of(query, all)),
            new AskJson(query.toString(), null, null)));
    return found;
  }

  private static boolean contains(TimeRange outer, TimeRange inner) {
    return outer.from() <= inner.from() && outer.to() >= inner.to();
  }

  private static List<NearestJson> nearest(Counting counting, Query query, TimeRange range) {
    TimeRange before = new TimeRange(Long.MIN_VALUE, range.from());
    TimeRange after = new TimeRange(range.to(), Long.MAX_VALUE);
    return Stream.concat(
            counting.first(query, before, Order.NEWEST_FIRST).stream()
                .map(time -> nearest("before", time, query)),
            counting.first(query, after, Order.OLDEST_FIRST).stream()
                .map(time -> nearest("after", time, query)))
        .toList();
  }

  private static NearestJson nearest(String side, Instant time, Query query) {
    return new NearestJson(
        side, time, new AskJson(query.toString(), time.minus(AROUND), time.plus(AROUND)));
  }

  /** Counts, and remembers whether every count was right. One thread. */
  static final class Counting {
    private final LogStore store;
    private boolean complete = true;

    Counting(LogStore store) {
      this.store = store;
    }

    Count of(Query query, TimeRange range) {
      Count total = store.aggregate(new Selection(query, range), List.of(), 1).total();
      complete &= total.exact();
      return total;
    }

    /** When the first event of {@code range} in {@code order} was. */
    Optional<Instant> first(Query query, TimeRange range, Order order) {
      var page = store.search(new Selection(query, range), order, Optional.empty(), 1);
      complete &= page.complete();
      return page.events().stream().findFirst().map(event -> event.time().instant());
    }

    boolean isComplete() {
      return complete;
    }

    /** From the first event there is to the last. */
    Optional<TimeRange> held() {
      return store.status().range();
    }
  }
}

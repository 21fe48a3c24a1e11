// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.find;

import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.facet.FacetLimits;
import dev.clew.facet.FacetSearch;
import dev.clew.facet.Facets;
import dev.clew.http.answer.ChangeLog;
import dev.clew.http.answer.Stopwatch;
import dev.clew.http.answer.Understood;
import dev.clew.http.ask.Parameter;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Question;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.find.StreamJson.BeginJson;
import dev.clew.http.json.find.StreamJson.DoneJson;
import dev.clew.http.json.find.StreamJson.FoundFacetsJson;
import dev.clew.http.json.find.StreamJson.PartialJson;
import dev.clew.http.json.table.FacetsJson;
import dev.clew.scan.Outcome;
import dev.clew.scan.Scan;
import dev.clew.scan.Wanted;
import dev.clew.store.Count;
import dev.clew.store.Grouping.ByTime;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Steps;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The events that match and their counts over time, told while they are found. Thread-safe. */
public final class StreamEndpoint {
  private final LogStore store;
  private final ZoneId zone;
  private final ChangeLog changes;
  private final Questions questions;
  private final Parameters parameters;

  /**
   * @param zone whose round times begin the steps of the histogram
   */
  public StreamEndpoint(
      LogStore store, ZoneId zone, ChangeLog changes, Questions questions, Parameters parameters) {
    this.store = store;
    this.zone = zone;
    this.changes = changes;
    this.questions = questions;
    this.parameters = parameters;
  }

  /** All that it takes. */
  public static List<Parameter<?>> parameters(Parameters all) {
    return List.of(
        all.query,
        all.from,
        all.to,
        all.rows,
        all.order,
        all.buckets,
        all.rest,
        all.alsoFacets,
        all.timeout);
  }

  /** Gives the frames of the answer to {@code frames}, on this thread. */
  public void answer(Request request, Consumer<Object> frames) {
    Stopwatch watch = Stopwatch.start();
    Question question = questions.read(request);
    Wanted wanted = wanted(request, question);
    boolean withFacets = request.get(parameters.alsoFacets).equals("on");
    String order = request.get(parameters.order);
    frames.accept(new BeginJson(Understood.of(question), RangeJson.of(question.range()), order));
    Found found = new Found(wanted, changes, watch, frames);
    Outcome outcome = new Scan(store, wanted, request.waiter(), found).run();
    boolean complete = outcome.complete();
    @Nullable String reason = request.waiter().reason(complete);
    found.last(outcome, reason);
    if (reason != null) {
      frames.accept(
          new PartialJson(reason, outcome.progress().percent(), found.rest(outcome.progress())));
    }
    if (withFacets && complete) {
      frames.accept(new FoundFacetsJson(facets(request, question)));
    }
    Count total = new Count(found.total(), complete);
    frames.accept(
        new DoneJson(
            Understood.of(question, total, store.waiting(request.waiter())),
            CountJson.of(total),
            found.rows(),
            found.next(),
            complete,
            reason,
            watch.millis()));
  }

  private Wanted wanted(Request request, Question question) {
    Order order =
        request.get(parameters.order).equals("oldest") ? Order.OLDEST_FIRST : Order.NEWEST_FIRST;
    TimeRange range = question.range();
    ByTime step = Steps.of(range, request.get(parameters.buckets), zone);
    TimeRange part =
        request
            .find(parameters.rest)
            .map(moment -> Wanted.after(EventTime.nanos(moment), range, order))
            .orElse(range);
    return new Wanted(question.selection(), order, request.get(parameters.rows), step, part);
  }

  private FacetsJson facets(Request request, Question question) {
    Stopwatch watch = Stopwatch.start();
    FacetLimits limits =
        new FacetLimits(
            value(parameters.fields), value(parameters.facetValues), value(parameters.steps));
    Facets facets =
        new FacetSearch(store, zone, limits).find(question.selection(), request.waiter());
    return FacetsJson.of(
        Understood.of(question),
        RangeJson.of(question.range()),
        facets,
        limits,
        request.waiter().reason(facets.complete()),
        watch.millis());
  }

  /** What stands when nothing is given. */
  private static int value(Parameter<Integer> parameter) {
    Integer value = parameter.fallback();
    if (value == null) {
      throw new IllegalStateException(parameter.name() + " has no value of its own");
    }
    return value;
  }
}

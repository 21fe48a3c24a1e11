// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.field;

import dev.clew.facet.FacetLimits;
import dev.clew.facet.FacetSearch;
import dev.clew.facet.Facets;
import dev.clew.http.answer.Endpoint;
import dev.clew.http.answer.Stopwatch;
import dev.clew.http.answer.Understood;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Question;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.table.FacetsJson;
import dev.clew.store.LogStore;
import java.time.ZoneId;

/** The fields by which the events differ, all at once. */
public final class FacetsEndpoint implements Endpoint {
  private final LogStore store;
  private final ZoneId zone;
  private final Questions questions;
  private final Parameters parameters;

  public FacetsEndpoint(LogStore store, ZoneId zone, Questions questions, Parameters parameters) {
    this.store = store;
    this.zone = zone;
    this.questions = questions;
    this.parameters = parameters;
  }

  @Override
  public FacetsJson answer(Request request) {
    Stopwatch watch = Stopwatch.start();
    Question question = questions.read(request);
    FacetLimits limits =
        new FacetLimits(
            request.get(parameters.fields),
            request.get(parameters.facetValues),
            request.get(parameters.steps));
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
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.correlate;

import dev.clew.correlate.clock.Offsets;
import dev.clew.correlate.clock.SkewSearch;
import dev.clew.correlate.clock.Skews;
import dev.clew.http.answer.ChangeLog;
import dev.clew.http.answer.Endpoint;
import dev.clew.http.answer.Stopwatch;
import dev.clew.http.answer.Understood;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Question;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.correlate.SkewJson;
import dev.clew.http.json.correlate.TimelineJson;
import dev.clew.http.json.correlate.TimelineShape;
import dev.clew.query.Query;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.timeline.Lanes;
import dev.clew.timeline.TimelineSearch;
import java.time.ZoneId;
import java.util.List;

/** What happened when, a lane for each value of a field. */
public final class TimelineEndpoint implements Endpoint {
  private final LogStore store;
  private final ZoneId zone;
  private final ChangeLog changes;
  private final Questions questions;
  private final Parameters parameters;

  public TimelineEndpoint(
      LogStore store, ZoneId zone, ChangeLog changes, Questions questions, Parameters parameters) {
    this.store = store;
    this.zone = zone;
    this.changes = changes;
    this.questions = questions;
    this.parameters = parameters;
  }

  @Override
  public TimelineJson answer(Request request) {
    Stopwatch watch = Stopwatch.start();
    Question question = questions.read(request);
    String field = request.get(parameters.lane);
    List<ZoneId> zones = request.find(parameters.zones).orElse(List.of(zone));
    SkewJson skew = null;
    Offsets offsets = Offsets.NONE;
    if (request.get(parameters.skew).equals("correct")) {
      Skews skews =
          new SkewSearch(store)
              .find(new Selection(new Query.All(), question.range()), request.waiter());
      offsets = skews.offsets();
      skew =
          SkewJson.of(
              RangeJson.of(question.range()),
              skews,
              request.waiter().reason(skews.sample().complete()),
              watch.millis());
    }
    Lanes lanes =
        new TimelineSearch(store, zones.getFirst(), offsets)
            .find(
                question.selection(),
                field,
                request.get(parameters.lanes),
                request.get(parameters.cells),
                request.waiter());
    return new TimelineShape(
            Understood.of(question),
            RangeJson.of(question.range()),
            field,
            zones,
            changes.within(question.range()),
            skew)
        .of(lanes, request.waiter().reason(lanes.complete()), watch.millis());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Question;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.TimelineJson;
import dev.clew.http.json.TimelineShape;
import dev.clew.store.LogStore;
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
    Lanes lanes =
        new TimelineSearch(store, zones.getFirst())
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
            changes.within(question.range()))
        .of(lanes, request.waiter().reason(lanes.complete()), watch.millis());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.correlate;

import dev.clew.correlate.Unit;
import dev.clew.correlate.UnitClocks;
import dev.clew.correlate.UnitLimits;
import dev.clew.correlate.UnitSearch;
import dev.clew.correlate.clock.Offsets;
import dev.clew.correlate.clock.Skews;
import dev.clew.event.TimeRange;
import dev.clew.http.answer.Endpoint;
import dev.clew.http.answer.Stopwatch;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.ask.Waiter;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.correlate.SkewJson;
import dev.clew.http.json.correlate.UnitJson;
import dev.clew.http.json.correlate.UnitShape;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.store.LogStore;
import java.time.Duration;

/** All events of one unit of work. */
public final class CorrelateEndpoint implements Endpoint {
  private final LogStore store;
  private final Questions questions;
  private final Parameters parameters;

  public CorrelateEndpoint(LogStore store, Questions questions, Parameters parameters) {
    this.store = store;
    this.questions = questions;
    this.parameters = parameters;
  }

  @Override
  public UnitJson answer(Request request) {
    Stopwatch watch = Stopwatch.start();
    String value = request.get(parameters.value).strip();
    if (value.isEmpty()) {
      throw new Problem(
          ProblemType.BAD_PARAMETER,
          "value: there is none to follow",
          "give an id as it stands in the logs, like value=A-769FDB48");
    }
    String key = request.get(parameters.key);
    TimeRange range = questions.range(request);
    Waiter waiter = request.waiter();
    UnitLimits limits =
        new UnitLimits(
            request.get(parameters.unitEvents),
            request.get(parameters.follow).equals("on"),
            Duration.ofSeconds(request.get(parameters.reach)));
    Unit unit = new UnitSearch(store, limits).find(key, value, range, waiter);
    UnitShape shape = new UnitShape(key, value, RangeJson.of(range), null, Offsets.NONE);
    if (request.get(parameters.skew).equals("correct") && !unit.parts().isEmpty()) {
      UnitClocks clocks = UnitClocks.find(store, unit, range, waiter);
      Skews skews = clocks.skews();
      String reason = waiter.reason(skews.sample().complete());
      SkewJson json = SkewJson.of(RangeJson.of(clocks.range()), skews, reason, watch.millis());
      shape = new UnitShape(key, value, RangeJson.of(range), json, skews.offsets());
    }
    return shape.of(unit, waiter.reason(unit.complete()), watch.millis());
  }
}

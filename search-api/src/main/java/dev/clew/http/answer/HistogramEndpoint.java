// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Question;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.ChangesJson;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.HistogramJson;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Grouping.ByTime;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Steps;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How many events match over time. */
public final class HistogramEndpoint implements Endpoint {
  private final LogStore store;
  private final ZoneId zone;
  private final ChangeLog changes;
  private final Questions questions;
  private final Parameters parameters;

  public HistogramEndpoint(
      LogStore store, ZoneId zone, ChangeLog changes, Questions questions, Parameters parameters) {
    this.store = store;
    this.zone = zone;
    this.changes = changes;
    this.questions = questions;
    this.parameters = parameters;
  }

  @Override
  public HistogramJson answer(Request request) {
    Stopwatch watch = Stopwatch.start();
    Question question = questions.read(request);
    TimeRange range = question.range();
    ByTime step = Steps.of(range, request.get(parameters.buckets), zone);
    Groups groups =
        store
            .waiting(request.waiter())
            .aggregate(
                question.selection(), List.of(step, new ByField("level")), LogStore.MAX_LIMIT);
    ChangesJson altered = changes.within(range);
    Buckets buckets = new Buckets();
    buckets.add(groups.groups());
    boolean complete = groups.complete() && groups.total().exact();
    return new HistogramJson(
        EventTime.instant(range.from()),
        EventTime.instant(range.to()),
        TimeUnit.NANOSECONDS.toMillis(step.stepNanos()),
        Buckets.LEVELS,
        buckets.list(),
        CountJson.of(groups.total()),
        altered.changes(),
        altered.complete(),
        complete,
        request.waiter().reason(complete),
        watch.millis());
  }
}

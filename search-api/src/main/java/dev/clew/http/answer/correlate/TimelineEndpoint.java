// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.correlate;

import dev.clew.correlate.clock.Offsets;
import dev.clew.correlate.clock.SkewSearch;
import dev.clew.correlate.clock.Skews;
import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
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
import dev.clew.http.json.correlate.TimelineShape.Besides;
import dev.clew.http.tail.Arrivals;
import dev.clew.query.Query;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.timeline.Lanes;
import dev.clew.timeline.TimelineSearch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What happened when, a lane for each value of a field. */
public final class TimelineEndpoint implements Endpoint {
  /** So long events may take from their time until they can be seen; later ones came late. */
  private static final Duration ARRIVAL = Duration.ofMinutes(1);

  private final LogStore store;
  private final Arrivals arrivals;
  private final InstantSource clock;
  private final ZoneId zone;
  private final ChangeLog changes;
  private final Questions questions;
  private final Parameters parameters;

  /**
   * @param store the events
   * @param arrivals whether more of them are waited for
   * @param clock the time of day
   * @param zone in which cells begin at round times when none is asked for
   */
  public TimelineEndpoint(
      LogStore store,
      Arrivals arrivals,
      InstantSource clock,
      ZoneId zone,
      ChangeLog changes,
      Questions questions,
      Parameters parameters) {
    this.store = store;
    this.arrivals = arrivals;
    this.clock = clock;
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
    Instant arriving = arriving(question.range());
    Lanes lanes =
        new TimelineSearch(
                store,
                zones.getFirst(),
                offsets,
                arriving == null ? Long.MAX_VALUE : EventTime.nanos(arriving))
            .find(
                question.selection(),
                field,
                request.get(parameters.lanes),
                request.get(parameters.cells),
                request.waiter());
    boolean byService = field.equals("service");
    Besides besides =
        byService
            ? new Besides(
                unseen(request),
                DeployedVersions.within(question.range(), changes.deploys()),
                arriving)
            : new Besides(List.of(), Map.of(), arriving);
    return new TimelineShape(
            Understood.of(question),
            RangeJson.of(question.range()),
            field,
            zones,
            changes.within(question.range()),
            skew,
            besides)
        .of(lanes, request.waiter().reason(lanes.complete()), watch.millis());
  }

  /** From when on events may still be on their way; null when none are, or before that. */
  private @Nullable Instant arriving(TimeRange range) {
    Instant young = clock.instant().minus(ARRIVAL);
    return arrivals.areExpected() && EventTime.nanos(young) < range.to() ? young : null;
  }

  /** The services that changes name and no event does. */
  private List<String> unseen(Request request) {
    SortedSet<String> named = changes.services();
    if (named.isEmpty()) {
      return List.of();
    }
    Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Groups all =
        store
            .waiting(request.waiter())
            .aggregate(
                new Selection(new Query.All(), TimeRange.ALL),
                List.of(new ByField("service")),
                LogStore.MAX_LIMIT);
    if (!all.complete()) {
      return List.of();
    }
    all.groups().forEach(group -> seen.add(group.keys().getFirst()));
    return named.stream().filter(name -> !seen.contains(name)).toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.event.EventTime;
import dev.clew.event.Severity;
import dev.clew.event.TimeRange;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Question;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.ChangesJson;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.HistogramJson;
import dev.clew.http.json.HistogramJson.BucketJson;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Grouping.ByTime;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Steps;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How many events match over time. */
public final class HistogramEndpoint implements Endpoint {
  private static final String UNSPECIFIED = "unspecified";

  /** In ascending order, the unspecified last: also the order of a bucket's counts. */
  private static final List<String> LEVELS =
      Stream.concat(
              Arrays.stream(Severity.values())
                  .filter(severity -> severity != Severity.UNSPECIFIED)
                  .map(severity -> severity.name().toLowerCase(Locale.ROOT)),
              Stream.of(UNSPECIFIED))
          .toList();

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
    boolean complete = groups.complete() && groups.total().exact();
    return new HistogramJson(
        EventTime.instant(range.from()),
        EventTime.instant(range.to()),
        TimeUnit.NANOSECONDS.toMillis(step.stepNanos()),
        LEVELS,
        buckets(groups),
        CountJson.of(groups.total()),
        altered.changes(),
        altered.complete(),
        complete,
        request.waiter().reason(complete),
        watch.millis());
  }

  private static List<BucketJson> buckets(Groups groups) {
    SortedMap<Long, Map<String, Long>> byTime = new TreeMap<>();
    for (Groups.Group group : groups.groups()) {
      long start = Long.parseLong(group.keys().get(0));
      String level = group.keys().get(1).isEmpty() ? UNSPECIFIED : group.keys().get(1);
      byTime.computeIfAbsent(start, none -> new TreeMap<>()).put(level, group.count());
    }
    return byTime.entrySet().stream()
        .map(bucket -> bucket(bucket.getKey(), bucket.getValue()))
        .toList();
  }

  private static BucketJson bucket(long start, Map<String, Long> counts) {
    Map<String, Long> ordered = new LinkedHashMap<>();
    for (String level : LEVELS) {
      if (counts.containsKey(level)) {
        ordered.put(level, counts.get(level));
      }
    }
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    return new BucketJson(EventTime.instant(start), ordered, total);
  }
}

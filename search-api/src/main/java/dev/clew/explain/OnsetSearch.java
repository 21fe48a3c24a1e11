// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.explain.measure.ChangePoint;
import dev.clew.explain.measure.LatestMoment;
import dev.clew.explain.window.Window;
import dev.clew.query.Query;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds when the failure began: for each of the top risen patterns the change point of its counts
 * ({@link ChangePoint}), which a few stragglers before it do not move, then the first event at or
 * after the earliest of them.
 */
final class OnsetSearch {
  private static final int STEPS = 400;
  private static final int PATTERNS = 20;
  private static final int FEW = 4;
  private static final double NEAR_THE_TOP = 0.6;

  private final Window now;
  private final Window before;

  OnsetSearch(Window now, Window before) {
    this.now = now;
    this.before = before;
  }

  /**
   * When each of the top risen patterns among {@code shifts} began, nanoseconds since the epoch.
   */
  Map<String, Long> starts(List<Shift> shifts) {
    List<Shift> top = top(shifts);
    Map<String, Long> starts = new HashMap<>();
    if (top.isEmpty()) {
      return starts;
    }
    long step = Math.max(1_000_000, (long) Math.ceil(now.nanos() / STEPS));
    Map<String, long[]> series = series(top, step);
    for (Shift shift : top) {
      starts.put(shift.tally().key(), start(shift, series, step));
    }
    return starts;
  }

  /** The first event of the earliest start; empty when nothing that fails rose. */
  Optional<Onset> first(List<Shift> shifts, Map<String, Long> starts) {
    return top(shifts).stream()
        .min(
            Comparator.comparingLong(
                shift -> LatestMoment.of(starts.getOrDefault(shift.tally().key(), 0L))))
        .flatMap(shift -> firstEvent(shift, starts.getOrDefault(shift.tally().key(), 0L)))
        .map(event -> new Onset(event.time().epochNanos(), event));
  }

  private static List<Shift> top(List<Shift> shifts) {
    List<Shift> risen =
        shifts.stream()
            .filter(Shift::isRise)
            .sorted(Comparator.comparingDouble(OnsetSearch::weight).reversed())
            .toList();
    double best = risen.isEmpty() ? 0 : weight(risen.get(0));
    return risen.stream()
        .filter(shift -> weight(shift) >= NEAR_THE_TOP * best)
        .limit(PATTERNS)
        .toList();
  }

  private static double weight(Shift shift) {
    return shift.score() * shift.failing();
  }

  private long start(Shift shift, Map<String, long[]> series, long step) {
    long[] counts = series.get(shift.tally().pattern().id());
    if (counts == null || shift.now() <= FEW) {
      return shift.tally().first();
    }
    double weight = before.isEmpty() ? 0 : before.nanos() / step;
    double usual = weight == 0 ? 0 : shift.expected() / counts.length;
    return ChangePoint.find(counts, usual, weight)
        .map(split -> Math.max(shift.tally().first(), now.range().from() + split * step))
        .orElse(shift.tally().first());
  }

  private Map<String, long[]> series(List<Shift> top, long step) {
    List<Query> patterns = new ArrayList<>();
    top.forEach(shift -> patterns.add(new Query.Is("pattern", shift.tally().pattern().id())));
    Groups groups =
        now.store()
            .aggregate(
                now.narrowed(Query.or(patterns)),
                List.of(
                    new Grouping.ByField("pattern"), new Grouping.ByTime(step, now.range().from())),
                LogStore.MAX_LIMIT);
    Map<String, long[]> series = new HashMap<>();
    int steps = (int) Math.ceil(now.nanos() / step) + 1;
    for (Groups.Group group : groups.groups()) {
      int index = (int) ((Long.parseLong(group.keys().get(1)) - now.range().from()) / step);
      series.computeIfAbsent(group.keys().get(0), id -> new long[steps])[index] += group.count();
    }
    return series;
  }

  private Optional<LogEvent> firstEvent(Shift shift, long from) {
    TimeRange range = new TimeRange(from, Math.max(from, now.range().to()));
    Query pattern = new Query.Is("pattern", shift.tally().pattern().id());
    return now
        .store()
        .search(now.narrowed(pattern, range), Order.OLDEST_FIRST, Optional.empty(), 1)
        .events()
        .stream()
        .findFirst();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.clock;

import dev.clew.correlate.request.Clock;
import dev.clew.correlate.request.Requests;
import dev.clew.correlate.request.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What requests tell of each two clocks. A call begins after its caller began it and ends before
 * its caller goes on, so the two directions bound how far the one clock is ahead of the other.
 */
final class PairBounds {
  /** More are not needed for an estimate. */
  static final int MOST_OF_A_PAIR = 5_000;

  /** A request over more clocks than these is looked at no further. */
  private static final int MOST_CLOCKS = 32;

  private static final Comparator<Clock> ORDER =
      Comparator.comparing(Clock::name).thenComparing(Clock::host);

  private final Requests requests;
  private final Map<Pair, List<Bound>> bounds = new LinkedHashMap<>();

  /** Two clocks, in their order. */
  record Pair(Clock first, Clock second) {}

  PairBounds(Requests requests) {
    this.requests = requests;
    requests.all().forEach(this::add);
  }

  /** By pair, how far the second is ahead of the first. */
  Map<Pair, List<Bound>> all() {
    return bounds;
  }

  private void add(List<Step> request) {
    Map<Clock, List<Step>> byClock = new LinkedHashMap<>();
    request.forEach(
        step -> byClock.computeIfAbsent(step.clock(), clock -> new ArrayList<>()).add(step));
    if (byClock.size() < 2 || byClock.size() > MOST_CLOCKS) {
      return;
    }
    if (request.stream().anyMatch(Step::isSpan)) {
      addSpans(request);
      return;
    }
    List<Clock> clocks = byClock.keySet().stream().sorted(ORDER).toList();
    for (int i = 0; i < clocks.size(); i++) {
      for (int j = i + 1; j < clocks.size(); j++) {
        Pair pair = new Pair(clocks.get(i), clocks.get(j));
        Work one = Work.of(byClock.get(pair.first()));
        Work other = Work.of(byClock.get(pair.second()));
        long slack = requests.precision(pair.first()) + requests.precision(pair.second());
        Optional<Bound> bound =
            one.length() >= other.length()
                ? one.around(other, slack)
                : other.around(one, slack).map(Bound::turned);
        bound.ifPresent(found -> add(pair, found));
      }
    }
  }

  private void addSpans(List<Step> request) {
    Map<String, Step> spans = new HashMap<>();
    request.stream().filter(Step::isSpan).forEach(step -> spans.putIfAbsent(step.span(), step));
    for (Step called : request) {
      Step caller = spans.get(called.parent());
      if (!called.isSpan() || caller == null || caller.clock().equals(called.clock())) {
        continue;
      }
      long callers = caller.end() - caller.start();
      long own = called.end() - called.start();
      if (own <= callers) {
        Bound bound = new Bound(called.end() - caller.end(), called.start() - caller.start(), true);
        boolean inOrder = ORDER.compare(caller.clock(), called.clock()) < 0;
        add(
            inOrder
                ? new Pair(caller.clock(), called.clock())
                : new Pair(called.clock(), caller.clock()),
            inOrder ? bound : bound.turned());
      }
    }
  }

  private void add(Pair pair, Bound bound) {
    List<Bound> all = bounds.computeIfAbsent(pair, none -> new ArrayList<>());
    if (all.size() < MOST_OF_A_PAIR) {
      all.add(bound);
    }
  }

  /** What one clock saw of a request: the moments, ascending. */
  private record Work(List<Long> moments) {
    static Work of(List<Step> steps) {
      List<Long> moments = new ArrayList<>();
      for (Step step : steps) {
        moments.add(step.start());
        if (step.end() > step.start()) {
          moments.add(step.end());
        }
      }
      moments.sort(Comparator.naturalOrder());
      return new Work(moments);
    }

    long length() {
      return moments.getLast() - moments.getFirst();
    }

    /**
     * How far the clock of {@code called} is ahead, when this called it: from one moment to the
     * next when only one pause is long enough to hold the call, else from the first to the last.
     * Empty when this has but one moment, which bounds nothing.
     */
    Optional<Bound> around(Work called, long slack) {
      if (moments.size() < 2 || length() == 0) {
        return Optional.empty();
      }
      int fitting = -1;
      int fits = 0;
      for (int i = 0; i + 1 < moments.size(); i++) {
        if (moments.get(i + 1) - moments.get(i) >= called.length()) {
          fits++;
          fitting = i;
        }
      }
      long from = fits == 1 ? moments.get(fitting) : moments.getFirst();
      long to = fits == 1 ? moments.get(fitting + 1) : moments.getLast();
      long low = called.moments.getLast() - to - slack;
      long high = called.moments.getFirst() - from + slack;
      return low <= high ? Optional.of(new Bound(low, high, false)) : Optional.empty();
    }
  }
}

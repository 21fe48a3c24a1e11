// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.request;

import dev.clew.event.LogEvent;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects, request by request, the steps of the events that name a trace. Not thread-safe. */
public final class Requests {
  /** Of longer requests only the first steps are remembered. */
  public static final int LONGEST = 2_000;

  private static final long[] PRECISIONS = {1_000_000_000L, 1_000_000L, 1_000L};

  private final Map<String, List<Step>> byTrace = new LinkedHashMap<>();
  private final Map<Clock, Integer> precision = new HashMap<>();
  private long left;

  /**
   * What was read.
   *
   * @param requests by their steps
   * @param sample how much was read for that
   */
  public record Read(Requests requests, Sample sample) {}

  /** The requests among at most {@link Sample#MOST_EVENTS} events of {@code selection}. */
  public static Read read(LogStore store, Selection selection, Until until) {
    Requests requests = new Requests();
    Sample sample =
        Sample.read(
            store, selection, Sample.MOST_EVENTS, until, (event, stretch) -> requests.add(event));
    return new Read(requests, sample);
  }

  void add(LogEvent event) {
    if (event.traceId() == null) {
      return;
    }
    Step.of(event).ifPresent(step -> add(event.traceId(), step));
  }

  private void add(String trace, Step step) {
    if (isFar(step.start()) || isFar(step.end())) {
      left++;
      return;
    }
    precision.merge(step.clock(), precision(step), Math::max);
    List<Step> steps = byTrace.computeIfAbsent(trace, id -> new ArrayList<>(4));
    if (steps.size() < LONGEST) {
      steps.add(step);
    } else {
      left++;
    }
  }

  /** The steps of each request, in the order read. */
  public Collection<List<Step>> all() {
    return byTrace.values();
  }

  /** The clocks that gave the steps their times. */
  public Collection<Clock> clocks() {
    return precision.keySet();
  }

  /** How many steps were left out: of long requests, and of years in which nobody logged. */
  public long left() {
    return left;
  }

  /**
   * Nanoseconds by which a time of {@code clock} may be too early, because it is printed with so
   * few digits; 0 when it is printed with all.
   */
  public long precision(Clock clock) {
    int digits = precision.getOrDefault(clock, PRECISIONS.length);
    return digits < PRECISIONS.length ? PRECISIONS[digits] : 0;
  }

  /** Outside the years 1824 to 2116, so far that a difference may not fit into 64 bits. */
  private static boolean isFar(long time) {
    return time < Long.MIN_VALUE / 2 || time > Long.MAX_VALUE / 2;
  }

  /** How many of the precisions are too coarse for the time of {@code step}. */
  private static int precision(Step step) {
    long time = step.isSpan() ? step.start() : step.end();
    int finest = 0;
    while (finest < PRECISIONS.length && time % PRECISIONS[finest] != 0) {
      finest++;
    }
    return finest;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.trace;

import dev.clew.event.LogEvent;
import dev.clew.event.Pattern;
import dev.clew.explain.measure.LatestMoment;
import dev.clew.explain.measure.Numbers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Remembers, for the events that belong to a request, as little as tracing it back needs. */
public final class Traces implements Consumer<LogEvent> {
  /** Most steps that are remembered of all requests together. */
  public static final int MOST_STEPS = 400_000;

  /** Most steps that are remembered of one request. */
  public static final int LONGEST_TRACE = 5_000;

  private static final int SHORTEST_NAME = 4;

  private final Predicate<LogEvent> failing;
  private final Map<String, List<Step>> byTrace = new LinkedHashMap<>();
  private int steps;
  private boolean complete = true;

  /**
   * An event of a request.
   *
   * @param name what it has in common with its like: how its text begins, up to what varies
   * @param label the same in words
   * @param time nanoseconds since the epoch, the latest its clock can mean; the start of a span
   * @param span its unit of work; empty when it names none
   * @param parent the unit of work that called it; empty at the top or when unknown
   * @param durationNanos how long the span took; negative for an event that is not a span
   */
  record Step(
      String service,
      String name,
      String label,
      long time,
      String span,
      String parent,
      double durationNanos,
      boolean failing) {

    boolean isSpan() {
      return durationNanos >= 0;
    }

    /** What it has in common with its like: service and name. */
    String kind() {
      return Traces.kind(service, name);
    }
  }

  /** Remembers requests; {@code failing} says which events speak of a failure. */
  public Traces(Predicate<LogEvent> failing) {
    this.failing = failing;
  }

  @Override
  public void accept(LogEvent event) {
    if (event.traceId() == null || event.service() == null) {
      return;
    }
    if (steps >= MOST_STEPS) {
      complete = false;
      return;
    }
    List<Step> trace = byTrace.computeIfAbsent(event.traceId(), id -> new ArrayList<>(4));
    if (trace.size() >= LONGEST_TRACE) {
      complete = false;
      return;
    }
    trace.add(step(event, event.service()));
    steps++;
  }

  /** The steps of each request, by time. */
  public Collection<List<Step>> all() {
    return byTrace.values();
  }

  /** False when there were more steps than are remembered. */
  public boolean isComplete() {
    return complete;
  }

  private Step step(LogEvent event, String service) {
    double duration = nanos(event.attributes().get("duration_ms"));
    return new Step(
        service,
        name(event),
        label(event),
        LatestMoment.of(event.time().epochNanos()),
        event.spanId() == null ? "" : event.spanId(),
        parent(event),
        duration,
        failing.test(event));
  }

  private static String name(LogEvent event) {
    return event.pattern() == null ? event.body() : name(event.pattern());
  }

  static String kind(String service, String name) {
    return service + '\0' + name;
  }

  static String name(Pattern pattern) {
    // lists of several lengths are several patterns of one statement, and loggers that name lines
    // name others in the next version
    String template = pattern.template();
    int varying = template.indexOf('<');
    return varying < SHORTEST_NAME ? template : template.substring(0, varying);
  }

  private static String label(LogEvent event) {
    return event.pattern() == null ? event.body() : event.pattern().template();
  }

  private static String parent(LogEvent event) {
    return event.attributes().getOrDefault("parent_id", "");
  }

  private static double nanos(@Nullable String millis) {
    if (millis == null) {
      return -1;
    }
    double value = Numbers.parse(millis);
    return value >= 0 ? value * 1e6 : -1;
  }
}

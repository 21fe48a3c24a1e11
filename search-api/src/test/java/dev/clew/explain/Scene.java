// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.event.EventBuilder;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.Origin;
import dev.clew.event.RawLine;
import dev.clew.event.TimeQuality;
import dev.clew.pattern.PatternAssigner;
import dev.clew.store.ListLogStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Hand-made events: each says when it happened, in seconds after the scene's start. */
public final class Scene {
  private final PatternAssigner assigner = new PatternAssigner();
  private final Instant start;
  private final List<LogEvent> events = new ArrayList<>();
  private String file = "scene.log";

  public Scene(String start) {
    this.start = Instant.parse(start);
  }

  /** What is added from now on stands in that file. */
  Scene inFile(String name) {
    file = name;
    return this;
  }

  public Scene add(double second, String service, String level, String body) {
    return add(second, service, level, body, UnaryOperator.identity());
  }

  Scene add(
      double second, String service, String level, String body, UnaryOperator<EventBuilder> more) {
    int index = events.size();
    Instant time = start.plusNanos((long) (second * 1e9));
    EventBuilder builder =
        new EventBuilder(
                new Origin(file, file, index, index + 1L, 1),
                RawLine.of(body, StandardCharsets.UTF_8),
                EventTime.of(time, TimeQuality.EXACT))
            .service(service)
            .severity(level)
            .body(body);
    LogEvent event = more.apply(builder).build();
    events.add(event.withPattern(assigner.assign(event)));
    return this;
  }

  /** {@code count} events, evenly spread from {@code from} to {@code to}. */
  Scene steady(double from, double to, int count, String service, String level, String body) {
    for (int i = 0; i < count; i++) {
      add(from + (to - from) * i / count, service, level, body);
    }
    return this;
  }

  /** A span of a request. */
  Scene span(
      double second,
      String service,
      String trace,
      String span,
      String parent,
      double millis,
      boolean failed) {
    return add(
        second,
        service,
        "",
        "work of " + service,
        event ->
            event
                .traceId(trace)
                .spanId(span)
                .attribute("parent_id", parent)
                .attribute("duration_ms", Double.toString(millis))
                .attribute("status", failed ? "ERROR" : "OK"));
  }

  /** A line inside of a span. */
  Scene line(double second, String service, String trace, String span, String body) {
    return add(second, service, "INFO", body, event -> event.traceId(trace).spanId(span));
  }

  public EventSet events() {
    ListLogStore store = new ListLogStore();
    store.append(events, Map.of());
    store.refresh();
    return EventSet.all(store);
  }
}

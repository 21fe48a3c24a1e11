// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.event.EventBuilder;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.Origin;
import dev.clew.event.Pattern;
import dev.clew.event.RawLine;
import dev.clew.event.TimeQuality;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes events for tests, one after the other into one file unless told otherwise. */
final class Logs {
  static final Instant START = Instant.parse("2026-11-21T14:00:00Z");

  private final List<LogEvent> events = new ArrayList<>();
  private String file = "app.log";
  private long offset;
  private long line = 1;

  /** Goes on in another file. */
  Logs into(String name) {
    file = name;
    offset = 0;
    line = 1;
    return this;
  }

  /** An event {@code seconds} after {@link #START}. */
  Logs add(double seconds, String message, UnaryOperator<EventBuilder> more) {
    return add(seconds, message, (message + "\n").getBytes(StandardCharsets.UTF_8), more);
  }

  Logs add(double seconds, String message, byte[] raw, UnaryOperator<EventBuilder> more) {
    Origin origin =
        new Origin("%016x".formatted(file.hashCode() & 0xffffffffL), file, offset, line, 1);
    Instant time = START.plus(Duration.ofNanos(Math.round(seconds * 1e9)));
    EventBuilder builder =
        new EventBuilder(origin, RawLine.of(raw), EventTime.of(time, TimeQuality.EXACT))
            .body(message);
    String template = message.replaceAll("[0-9]+", "<num>");
    String id = "%012x".formatted(template.hashCode() & 0xffffffffL);
    events.add(more.apply(builder).build().withPattern(new Pattern(id, template)));
    offset += raw.length;
    line++;
    return this;
  }

  List<LogEvent> events() {
    return List.copyOf(events);
  }
}

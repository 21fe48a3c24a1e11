// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

import dev.clew.event.EventBuilder;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.Origin;
import dev.clew.event.Pattern;
import dev.clew.event.RawLine;
import dev.clew.event.Severity;
import dev.clew.event.StackTrace;
import dev.clew.event.TimeQuality;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Events for tests, one after the other in one source, a second apart unless told otherwise:
 *
 * <pre>
 * Events events = new Events();
 * LogEvent event = events.event("charge failed", e -&gt; e.service("checkout").severity("ERROR"));
 * </pre>
 *
 * The raw line of an event is its body with a line feed, unless given.
 */
public final class Events {
  /** The time of the first event. */
  public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final String source;
  private final String file;
  private long offset;
  private long line = 1;
  private Instant time = START;

  /** Events of one file. */
  public Events() {
    this("00000000000000aa", "app.log");
  }

  /** Events of the source of that identity, called {@code file}. */
  public Events(String source, String file) {
    this.source = source;
    this.file = file;
  }

  /** The next event is at {@code instant}. */
  public Events at(Instant instant) {
    time = instant;
    return this;
  }

  /** The next event, which says nothing but {@code body}. */
  public LogEvent event(String body) {
    return event(body, UnaryOperator.identity());
  }

  /** The next event. */
  public LogEvent event(String body, UnaryOperator<EventBuilder> more) {
    return event(body, body + "\n", more);
  }

  /** The next event, whose raw text is {@code raw}. */
  public LogEvent event(String body, String raw, UnaryOperator<EventBuilder> more) {
    return event(body, raw.getBytes(StandardCharsets.UTF_8), more);
  }

  /** The next event, whose raw bytes are {@code raw}. */
  public LogEvent event(String body, byte[] raw, UnaryOperator<EventBuilder> more) {
    Origin origin = new Origin(source, file, offset, line, 1);
    EventTime stamp = EventTime.of(time, TimeQuality.EXACT);
    offset += Math.max(1, raw.length);
    line++;
    time = time.plusSeconds(1);
    return more.apply(new EventBuilder(origin, RawLine.of(raw), stamp).body(body)).build();
  }

  /** {@code count} events {@code body 0}, {@code body 1} … */
  public List<LogEvent> events(String body, int count) {
    List<LogEvent> events = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      events.add(event(body + " " + i));
    }
    return events;
  }

  /** An event that has every part there is. */
  public LogEvent full() {
    StackTrace cause =
        new StackTrace(
            "java.net.SocketTimeoutException",
            "Read timed out",
            List.of(
                new dev.clew.event.StackFrame("com.acme.pay.Gateway", "charge", "Gateway.java", 42),
                new dev.clew.event.StackFrame("", "main", null, 0)),
            null);
    return event(
            "charge failed",
            "10:00 ERROR charge failed order_id=A-17\n\tat com.acme\r\n",
            e ->
                e.severity("SEVERE")
                    .service("checkout")
                    .version("1.4.2")
                    .host("web-3")
                    .logger("com.acme.pay.Gateway")
                    .thread("main-1")
                    .traceId("4bf92f35")
                    .spanId("00f067aa")
                    .attribute("order_id", "A-17")
                    .attribute("duration", "2500ms")
                    .exception(new StackTrace("PayException", "", List.of(), cause)))
        .withPattern(new Pattern("9f31aa00bb11", "charge failed order_id=<id>"));
  }

  /** {@code event} with another time and severity, in which random events differ most. */
  static LogEvent with(
      LogEvent event, EventTime time, Severity severity, @Nullable Pattern pattern) {
    return new LogEvent(
        event.origin(),
        time,
        severity,
        event.severityText(),
        event.service(),
        event.version(),
        event.host(),
        event.logger(),
        event.thread(),
        event.traceId(),
        event.spanId(),
        event.body(),
        event.attributes(),
        event.exception(),
        pattern,
        event.raw());
  }
}

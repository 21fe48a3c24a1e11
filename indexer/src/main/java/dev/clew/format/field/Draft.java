// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import dev.clew.event.AttributeList;
import dev.clew.event.Attributes;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.Origin;
import dev.clew.event.RawLine;
import dev.clew.event.Severity;
import dev.clew.event.StackTrace;
import dev.clew.event.TimeQuality;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was read of an event so far, while its lines are still coming. Not thread-safe. */
public final class Draft {
  /** More attributes than this stay in the raw line only. */
  public static final int MAX_ATTRIBUTES = 500;

  private String format;
  private @Nullable EventTime time;
  private Severity severity = Severity.UNSPECIFIED;
  private @Nullable String severityText;
  private @Nullable String service;
  private @Nullable String version;
  private @Nullable String host;
  private @Nullable String logger;
  private @Nullable String thread;
  private @Nullable String traceId;
  private @Nullable String spanId;
  private String body = "";
  private boolean plain;
  private @Nullable AttributeList attributes;
  private @Nullable StackTrace exception;
  private @Nullable StringBuilder tail;
  private long line;

  /**
   * @param format the name of the format that the first line fits
   */
  public Draft(String format) {
    this.format = format;
  }

  /** The name of the format that the first line fits. */
  public String format() {
    return format;
  }

  /** The time read; null when the event names none. */
  public @Nullable EventTime time() {
    return time;
  }

  public void time(EventTime value) {
    time = value;
  }

  public boolean hasSeverity() {
    return severityText != null || severity != Severity.UNSPECIFIED;
  }

  public Severity severity() {
    return severity;
  }

  public void severity(Severity value, @Nullable String text) {
    severity = value;
    severityText = text;
  }

  public @Nullable String service() {
    return service;
  }

  public void service(@Nullable String value) {
    service = value;
  }

  public void version(String value) {
    version = value;
  }

  public @Nullable String host() {
    return host;
  }

  public void host(String value) {
    host = value;
  }

  public @Nullable String logger() {
    return logger;
  }

  public void logger(@Nullable String value) {
    logger = value;
  }

  public @Nullable String thread() {
    return thread;
  }

  public void thread(String value) {
    thread = value;
  }

  public void traceId(String value) {
    traceId = value;
  }

  public @Nullable String traceId() {
    return traceId;
  }

  public void spanId(String value) {
    spanId = value;
  }

  public @Nullable String spanId() {
    return spanId;
  }

  public String body() {
    return body;
  }

  public void body(String value) {
    body = value;
    plain = false;
  }

  /** The body is one line that is no part of a stack trace; it stays so while it is not set. */
  public void plainBody() {
    plain = true;
  }

  /** True when there is nothing but a body that is known to be one line of plain text. */
  boolean isPlain() {
    return plain && tail == null;
  }

  public void exception(@Nullable StackTrace value) {
    exception = value;
  }

  public @Nullable StackTrace exception() {
    return exception;
  }

  public void attribute(String name, String value) {
    if (attributes == null) {
      attributes = new AttributeList();
    }
    if (attributes.size() < MAX_ATTRIBUTES) {
      attributes.putIfAbsent(name, value);
    }
  }

  public @Nullable String attribute(String name) {
    return attributes == null ? null : attributes.get(name);
  }

  /**
   * This event as the statement that {@code outer} wraps: what is inside says best what the
   * statement is, what is around it where it was made.
   *
   * @param dated that the time inside, if any, is a date with a time of day
   */
  public void insideOf(Draft outer, boolean dated) {
    format = outer.format;
    time = dated ? Wrapped.time(time, outer.time) : outer.time == null ? time : outer.time;
    logger = logger == null ? outer.logger : logger;
    thread = thread == null ? outer.thread : thread;
    service = outer.service == null ? service : outer.service;
    host = outer.host == null ? host : outer.host;
    traceId = outer.traceId == null ? traceId : outer.traceId;
    spanId = outer.spanId == null ? spanId : outer.spanId;
    version = version == null ? outer.version : version;
    exception = exception == null ? outer.exception : exception;
    within(outer);
  }

  /** This event as the content of {@code outer}, which lends what this does not name itself. */
  public Draft within(Draft outer) {
    time = time == null ? outer.time : time;
    if (!hasSeverity()) {
      severity(outer.severity, outer.severityText);
    }
    service = service == null ? outer.service : service;
    host = host == null ? outer.host : host;
    if (outer.attributes != null) {
      outer.attributes.toAttributes().forEach(this::attribute);
    }
    return this;
  }

  /** Adds the text of a line that belongs to this event. */
  public void join(String line) {
    if (tail == null) {
      tail = new StringBuilder();
    }
    tail.append(line).append('\n');
  }

  /** Forgets the text of the lines joined, once it was read. */
  public void endTail() {
    tail = null;
  }

  /** The number of the physical line that the event starts on; 0 until it is known. */
  public long line() {
    return line;
  }

  public void line(long value) {
    line = value;
  }

  /** Makes this what {@code other} is, which was read of the same lines. */
  public void become(Draft other) {
    format = other.format;
    time = other.time;
    severity(other.severity, other.severityText);
    service = other.service;
    version = other.version;
    host = other.host;
    logger = other.logger;
    thread = other.thread;
    traceId = other.traceId;
    spanId = other.spanId;
    body(other.body);
    attributes = other.attributes;
    exception = other.exception;
  }

  /**
   * Makes this a later piece of {@code first}: the event that lines of others, or a limit, cut in
   * two. It says so, and where the event began.
   */
  public void continues(Draft first) {
    time =
        first.time == null ? null : new EventTime(first.time.epochNanos(), TimeQuality.INHERITED);
    severity(first.severity, first.severityText);
    service = first.service;
    version = first.version;
    host = first.host;
    logger = first.logger;
    thread = first.thread;
    traceId = first.traceId;
    spanId = first.spanId;
    attribute("continues", "true");
    String begin = first.attribute("continues_line");
    if (begin != null || first.line > 0) {
      attribute("continues_line", begin != null ? begin : String.valueOf(first.line));
    }
  }

  /** True when both were written by the same thread of the same program, as far as they say. */
  public boolean isOfSameThread(Draft other) {
    return Objects.equals(thread, other.thread)
        && agree(service, other.service)
        && agree(host, other.host)
        && Objects.equals(attribute("pid"), other.attribute("pid"))
        && Objects.equals(attribute("stream"), other.attribute("stream"));
  }

  /** What an event does not say itself its source may have lent to the other. */
  private static boolean agree(@Nullable String mine, @Nullable String other) {
    return mine == null || other == null || mine.equals(other);
  }

  /** The text of the lines joined, each ended by a line feed; empty when there are none. */
  public String tail() {
    return tail == null ? "" : tail.toString();
  }

  /** Leaves out the first {@code count} characters of the lines joined. */
  public void rest(int count) {
    if (tail != null) {
      tail.delete(0, count);
    }
  }

  /** The event, with what it does not name itself taken from its source. */
  public LogEvent event(
      Origin origin, RawLine raw, EventTime fallbackTime, @Nullable String fallbackService) {
    return new LogEvent(
        origin,
        time == null ? fallbackTime : time,
        severity,
        severityText,
        service == null ? fallbackService : service,
        version,
        host,
        logger,
        thread,
        traceId,
        spanId,
        body,
        attributes == null ? Attributes.NONE : attributes.toAttributes(),
        exception,
        null,
        raw);
  }
}

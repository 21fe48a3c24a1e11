// SPDX-License-Identifier: Apache-2.0
package dev.clew.event;

import org.jspecify.annotations.Nullable;

/** Collects what a format reads from a line until the event is whole. Not thread-safe. */
public final class EventBuilder {
  private final Origin origin;
  private final RawLine raw;
  private EventTime time;
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
  private final AttributeList attributes = new AttributeList();
  private @Nullable StackTrace exception;

  /**
   * An event at {@code origin} that says nothing yet; {@code time} stands until a better one is
   * read.
   */
  public EventBuilder(Origin origin, RawLine raw, EventTime time) {
    this.origin = origin;
    this.raw = raw;
    this.time = time;
  }

  public EventBuilder time(EventTime time) {
    this.time = time;
    return this;
  }

  /** Reads the severity word; a word that no system uses is kept as text only. */
  public EventBuilder severity(String word) {
    this.severityText = word;
    this.severity = Severity.ofWord(word).orElse(severity);
    return this;
  }

  public EventBuilder severity(Severity severity) {
    this.severity = severity;
    return this;
  }

  public EventBuilder service(@Nullable String service) {
    this.service = service;
    return this;
  }

  public EventBuilder version(@Nullable String version) {
    this.version = version;
    return this;
  }

  public EventBuilder host(@Nullable String host) {
    this.host = host;
    return this;
  }

  public EventBuilder logger(@Nullable String logger) {
    this.logger = logger;
    return this;
  }

  public EventBuilder thread(@Nullable String thread) {
    this.thread = thread;
    return this;
  }

  public EventBuilder traceId(@Nullable String traceId) {
    this.traceId = traceId;
    return this;
  }

  public EventBuilder spanId(@Nullable String spanId) {
    this.spanId = spanId;
    return this;
  }

  public EventBuilder body(String body) {
    this.body = body;
    return this;
  }

  public EventBuilder attribute(String name, String value) {
    attributes.put(name, value);
    return this;
  }

  public EventBuilder exception(@Nullable StackTrace exception) {
    this.exception = exception;
    return this;
  }

  /** The event as read so far, without a pattern. */
  public LogEvent build() {
    return new LogEvent(
        origin,
        time,
        severity,
        severityText,
        service,
        version,
        host,
        logger,
        thread,
        traceId,
        spanId,
        body,
        attributes.toAttributes(),
        exception,
        null,
        raw);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

import dev.clew.event.LogEvent;
import org.jspecify.annotations.Nullable;

/** The parts of an event that are one text each, in the order of their codes: append only. */
public enum ShapeField {
  SEVERITY_TEXT(0, ""),
  SERVICE(1, "service"),
  VERSION(2, "version"),
  LOGGER(3, "logger"),
  PATTERN(4, "pattern"),
  PATTERN_TEMPLATE(5, "pattern.template"),
  HOST(6, "host"),
  THREAD(7, "thread"),
  TRACE(8, "trace"),
  SPAN(9, "span"),
  BODY(10, "msg");

  static final ShapeField[] ALL = values();

  private final int place;
  private final String field;

  ShapeField(int place, String field) {
    this.place = place;
    this.field = field;
  }

  /** The name of the field of an event; empty when it is none. */
  public String field() {
    return field;
  }

  /** Its number among all of them, from 0. */
  int place() {
    return place;
  }

  /** The value {@code event} has; null when it has none. */
  public @Nullable String of(LogEvent event) {
    return switch (this) {
      case SEVERITY_TEXT -> event.severityText();
      case SERVICE -> event.service();
      case VERSION -> event.version();
      case LOGGER -> event.logger();
      case PATTERN -> event.pattern() == null ? null : event.pattern().id();
      case PATTERN_TEMPLATE -> event.pattern() == null ? null : event.pattern().template();
      case HOST -> event.host();
      case THREAD -> event.thread();
      case TRACE -> event.traceId();
      case SPAN -> event.spanId();
      case BODY -> event.body();
    };
  }

  /** True when events of one statement mostly share the value: it belongs to their shape. */
  boolean isShared() {
    return place <= PATTERN_TEMPLATE.place;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

import dev.clew.event.LogEvent;
import org.jspecify.annotations.Nullable;

/** The parts of an event that are one text each, in the order of their codes: append only. */
public enum ShapeField {
  SEVERITY_TEXT(""),
  SERVICE("service"),
  VERSION("version"),
  LOGGER("logger"),
  PATTERN("pattern"),
  PATTERN_TEMPLATE("pattern.template"),
  HOST("host"),
  THREAD("thread"),
  TRACE("trace"),
  SPAN("span"),
  BODY("msg");

  static final ShapeField[] ALL = values();

  private final String field;

  ShapeField(String field) {
    this.field = field;
  }

  /** The name of the field of an event; empty when it is none. */
  public String field() {
    return field;
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
    return ordinal() <= PATTERN_TEMPLATE.ordinal();
  }
}

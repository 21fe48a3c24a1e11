// SPDX-License-Identifier: Apache-2.0
package dev.clew.event;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one place that says which part of an event a field name means. */
final class Fields {
  private Fields() {}

  static List<String> of(LogEvent event, String name) {
    return switch (name) {
      case "level" -> level(event);
      case "service", "service.name" -> single(event.service());
      case "version", "service.version" -> single(event.version());
      case "host", "host.name" -> single(event.host());
      case "logger" -> single(event.logger());
      case "thread" -> single(event.thread());
      case "trace" -> single(event.traceId());
      case "span" -> single(event.spanId());
      case "file" -> List.of(event.origin().file());
      case "msg" -> List.of(event.body());
      case "pattern" -> event.pattern() == null ? List.of() : List.of(event.pattern().id());
      case "pattern.template" ->
          event.pattern() == null ? List.of() : List.of(event.pattern().template());
      case "exception" -> exceptions(event).map(StackTrace::type).distinct().toList();
      case "frame" ->
          exceptions(event)
              .flatMap(trace -> trace.frames().stream())
              .map(StackFrame::qualifiedFunction)
              .distinct()
              .toList();
      default -> single(event.attributes().get(name));
    };
  }

  private static List<String> level(LogEvent event) {
    return event.severity() == Severity.UNSPECIFIED
        ? List.of()
        : List.of(event.severity().name().toLowerCase(Locale.ROOT));
  }

  private static Stream<StackTrace> exceptions(LogEvent event) {
    return event.exception() == null ? Stream.empty() : event.exception().chain().stream();
  }

  private static List<String> single(@Nullable String value) {
    return value == null ? List.of() : List.of(value);
  }
}

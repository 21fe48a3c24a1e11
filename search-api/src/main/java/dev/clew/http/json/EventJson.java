// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A log event.
 *
 * @param level trace to fatal; null when the event does not say
 * @param levelText the word it says that with, as read
 * @param raw the bytes as text, without the last line terminator; only in the answer for one event
 * @param rawBase64 the bytes exactly, when they are not UTF-8; only in the answer for one event
 * @param clipped true when texts, frames or causes were cut in a list; otherwise not there
 */
public record EventJson(
    String id,
    Instant time,
    TimeQualityJson timeQuality,
    @Nullable String level,
    @Nullable String levelText,
    @Nullable String service,
    @Nullable String version,
    @Nullable String host,
    @Nullable String logger,
    @Nullable String thread,
    @Nullable String trace,
    @Nullable String span,
    String message,
    Map<String, String> attributes,
    @Nullable ExceptionJson exception,
    @Nullable PatternNameJson pattern,
    OriginJson origin,
    @JsonInclude(Include.NON_NULL) @Nullable String raw,
    @JsonInclude(Include.NON_NULL) @Nullable String rawBase64,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean clipped) {

  /** How far the time can be trusted: where it and its zone come from. */
  public record TimeQualityJson(String source, String zone, List<String> doubts) {}

  /** The pattern's identity and template. */
  public record PatternNameJson(String id, String template) {}

  /** Where the event was read: first physical line from 1, how many lines, byte offset from 0. */
  public record OriginJson(String file, long line, int lines, long offset) {}

  /** As one of many: very long texts show their start, and there is no raw text. */
  public static EventJson inList(LogEvent event) {
    return of(event, Detail.IN_LIST, null);
  }

  /** Whole, with its raw bytes. */
  public static EventJson alone(LogEvent event) {
    return of(event, Detail.ALONE, RawJson.of(event.raw()));
  }

  private static EventJson of(LogEvent event, Detail detail, @Nullable RawJson raw) {
    ExceptionJson exception =
        event.exception() == null ? null : ExceptionJson.of(event.exception(), detail);
    return new EventJson(
        event.id().value(),
        event.time().instant(),
        quality(event),
        level(event.severity()),
        event.severityText(),
        event.service(),
        event.version(),
        event.host(),
        event.logger(),
        event.thread(),
        event.traceId(),
        event.spanId(),
        detail.text(event.body()),
        attributes(event, detail),
        exception,
        pattern(event, detail),
        origin(event),
        raw == null ? null : raw.text(),
        raw == null ? null : raw.base64(),
        isWhole(event, detail) ? null : Boolean.TRUE);
  }

  /** The word for a level; null when unspecified. */
  public static @Nullable String level(Severity severity) {
    return severity == Severity.UNSPECIFIED ? null : severity.name().toLowerCase(Locale.ROOT);
  }

  private static TimeQualityJson quality(LogEvent event) {
    var quality = event.time().quality();
    return new TimeQualityJson(
        quality.source().name().toLowerCase(Locale.ROOT),
        quality.zone().name().toLowerCase(Locale.ROOT),
        quality.doubts().stream().map(doubt -> doubt.name().toLowerCase(Locale.ROOT)).toList());
  }

  private static Map<String, String> attributes(LogEvent event, Detail detail) {
    Map<String, String> shown = new LinkedHashMap<>();
    event.attributes().forEach((name, value) -> shown.put(name, detail.text(value)));
    return shown;
  }

  private static @Nullable PatternNameJson pattern(LogEvent event, Detail detail) {
    return event.pattern() == null
        ? null
        : new PatternNameJson(event.pattern().id(), detail.text(event.pattern().template()));
  }

  private static OriginJson origin(LogEvent event) {
    var origin = event.origin();
    return new OriginJson(origin.file(), origin.line(), origin.lines(), origin.offset());
  }

  private static boolean isWhole(LogEvent event, Detail detail) {
    return detail.isWhole(event.body())
        && event.attributes().values().stream().allMatch(detail::isWhole)
        && (event.pattern() == null || detail.isWhole(event.pattern().template()))
        && (event.exception() == null
            || (event.exception().chain().size() <= detail.causes()
                && event.exception().chain().stream()
                    .allMatch(
                        link ->
                            link.frames().size() <= detail.frames()
                                && detail.isWhole(link.message()))));
  }
}

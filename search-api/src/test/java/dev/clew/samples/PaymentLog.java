// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Payment's log: one JSON object a line, as logstash-logback-encoder writes them. */
final class PaymentLog {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Map<String, Integer> LEVELS =
      Map.of("INFO", 20000, "WARN", 30000, "ERROR", 40000);
  private static final long CLOCK_AHEAD = 7;

  private final LogFile file = new LogFile("logs/payment/payment.log.gz");
  private final Releases releases;

  PaymentLog(Releases releases) {
    this.releases = releases;
  }

  /** The thread and what stands in its diagnostic context. */
  record Where(String thread, String trace) {}

  void info(long time, Where where, String logger, String template, Object... values) {
    write(time, "INFO", where, logger, "", template, values);
  }

  void warn(long time, Where where, String logger, String template, Object... values) {
    write(time, "WARN", where, logger, "", template, values);
  }

  void error(
      long time, Where where, String logger, String trace, String template, Object... values) {
    write(time, "ERROR", where, logger, trace, template, values);
  }

  /** The text of a trace with the line numbers of the version that runs at this time. */
  String trace(long time, String template, Object... values) {
    return new JavaTrace("payment", releases.sources("payment", time)).of(template, values);
  }

  private void write(
      long time,
      String level,
      Where where,
      String logger,
      String trace,
      String template,
      Object... values) {
    Sources sources = releases.sources("payment", time);
    sources.requireStatement(sources.pathOf("payment", logger), level, template);
    StringBuilder json = new StringBuilder("{");
    text(json, "@timestamp", TIME.format(Instant.ofEpochMilli(time + CLOCK_AHEAD)));
    text(json, "@version", "1");
    text(json, "message", Template.fill(template, values));
    text(json, "logger_name", sources.className("payment", logger));
    text(json, "thread_name", where.thread());
    text(json, "level", level);
    json.append("\"level_value\":").append(LEVELS.get(level)).append(',');
    if (!trace.isEmpty()) {
      text(json, "stack_trace", trace);
    }
    if (!where.trace().isEmpty()) {
      text(json, "trace_id", where.trace());
    }
    text(json, "service.name", "payment");
    text(json, "service.version", releases.at("payment", time).version());
    json.setLength(json.length() - 1);
    file.add(time, json.append('}').toString());
  }

  private static void text(StringBuilder json, String key, String value) {
    String escaped =
        value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
    json.append('"').append(key).append("\":\"").append(escaped).append("\",");
  }

  LogFile file() {
    return file;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Checkout's log, in the pattern of its {@code logback.xml}; traces below their line. */
final class CheckoutLog {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final LogFile file = new LogFile("logs/checkout/checkout.log.gz");
  private final Releases releases;

  CheckoutLog(Releases releases) {
    this.releases = releases;
  }

  /** Where an event comes from: the thread and what stands in its diagnostic context. */
  record Where(String thread, String trace, String order) {

    static Where thread(String thread) {
      return new Where(thread, "", "");
    }

    Where withOrder(String number) {
      return new Where(thread, trace, number);
    }

    private String context() {
      if (trace.isEmpty()) {
        return "";
      }
      return order.isEmpty()
          ? "[trace=" + trace + "] "
          : "[trace=" + trace + " order=" + order + "] ";
    }
  }

  void info(long time, Where where, String logger, String template, Object... values) {
    write(time, "INFO", where, logger, template, "", values);
  }

  void warn(long time, Where where, String logger, String template, Object... values) {
    write(time, "WARN", where, logger, template, "", values);
  }

  void error(
      long time, Where where, String logger, String trace, String template, Object... values) {
    write(time, "ERROR", where, logger, template, trace, values);
  }

  /** What a library logs; its statements are not in the repository. */
  void library(long time, String level, String thread, String logger, String message) {
    line(time, level, Where.thread(thread), logger, message);
  }

  /** The text of a trace with the line numbers of the version that runs at this time. */
  String trace(long time, String template, Object... values) {
    return new JavaTrace("checkout", releases.sources("checkout", time)).of(template, values);
  }

  private void write(
      long time,
      String level,
      Where where,
      String logger,
      String template,
      String trace,
      Object... values) {
    Sources sources = releases.sources("checkout", time);
    sources.requireStatement(sources.pathOf("checkout", logger), level, template);
    String message = Template.fill(template, values);
    line(
        time,
        level,
        where,
        sources.className("checkout", logger),
        trace.isEmpty() ? message : message + "\n" + trace);
  }

  private void line(long time, String level, Where where, String logger, String message) {
    String stamp = TIME.format(Instant.ofEpochMilli(time));
    file.add(
        time,
        String.format(
            Locale.ROOT,
            "%s %-5s [%s] %s - %s%s",
            stamp,
            level,
            where.thread(),
            logger,
            where.context(),
            message));
  }

  /** Whether the version that runs at this time has such a log statement. */
  boolean prints(long time, String logger, String level, String template) {
    Sources sources = releases.sources("checkout", time);
    return sources.hasStatement(sources.pathOf("checkout", logger), level, template);
  }

  LogFile file() {
    return file;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples.rail;

import dev.clew.samples.JavaTrace;
import dev.clew.samples.LogFile;
import dev.clew.samples.Releases;
import dev.clew.samples.Sources;
import dev.clew.samples.Template;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The log of booking, in the pattern of its {@code logback.xml}. */
final class BookingLog {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final LogFile file = new LogFile("logs/booking/booking.log.gz");
  private final Releases releases;

  BookingLog(Releases releases) {
    this.releases = releases;
  }

  /** A thread and the request it works on. */
  record Where(String thread, String trace) {}

  void info(long time, Where where, String logger, String template, Object... values) {
    write(time, "INFO", where, logger, template, "", values);
  }

  void warn(long time, Where where, String logger, String template, Object... values) {
    write(time, "WARN", where, logger, template, "", values);
  }

  void error(
      long time, Where where, String logger, String trace, String template, Object... values) {
    write(time, "ERROR", where, logger, template, "\n" + trace, values);
  }

  /** The text of a trace with the line numbers of the version that runs at this time. */
  String trace(long time, String template) {
    return new JavaTrace("booking", releases.sources("booking", time)).of(template);
  }

  private void write(
      long time,
      String level,
      Where where,
      String logger,
      String template,
      String more,
      Object... values) {
    Sources sources = releases.sources("booking", time);
    sources.requireStatement(sources.pathOf("booking", logger), level, template);
    file.add(
        time,
        String.format(
            Locale.ROOT,
            "%s %-5s [%s] %s - [trace=%s] %s%s",
            TIME.format(Instant.ofEpochMilli(time)),
            level,
            where.thread(),
            sources.className("booking", logger),
            where.trace(),
            Template.fill(template, values),
            more));
  }

  LogFile file() {
    return file;
  }
}

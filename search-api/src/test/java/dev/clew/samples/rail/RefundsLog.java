// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples.rail;

import dev.clew.samples.LogFile;
import dev.clew.samples.Releases;
import dev.clew.samples.Sources;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The log of refunds: JSON of Go's {@code log/slog}, with the place of the statement. */
final class RefundsLog {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final long CLOCK_BEHIND = -5;

  private final LogFile file = new LogFile("logs/refunds/refunds.log.gz");
  private final Releases releases;

  RefundsLog(Releases releases) {
    this.releases = releases;
  }

  /** One event; {@code nanos} are what follows the milliseconds. */
  void log(
      long time,
      int nanos,
      String level,
      String source,
      String function,
      String message,
      Object... pairs) {
    Sources sources = releases.sources("refunds", time);
    String method = level.charAt(0) + level.substring(1).toLowerCase(Locale.ROOT);
    String path = "refunds/" + source;
    int line = Code.line(sources, path, "", "og." + method + "(\"" + message + "\"");
    String statement = Code.text(sources, path, line);
    StringBuilder json = new StringBuilder("{\"time\":\"");
    json.append(TIME.format(Instant.ofEpochMilli(time + CLOCK_BEHIND)));
    json.append(String.format(Locale.ROOT, "%06dZ\",\"level\":\"%s\"", nanos, level));
    json.append(",\"source\":{\"function\":\"").append(function).append("\",\"file\":\"/src/");
    json.append(path).append("\",\"line\":").append(line).append("},\"msg\":\"");
    json.append(message).append('"');
    for (int i = 0; i < pairs.length; i += 2) {
      if (!statement.contains('"' + pairs[i].toString() + '"')) {
        throw new IllegalStateException(path + " does not log " + pairs[i]);
      }
      json.append(",\"").append(pairs[i]).append("\":");
      json.append(
          pairs[i + 1] instanceof Number number
              ? number.toString()
              : '"' + Code.escaped(pairs[i + 1].toString()) + '"');
    }
    file.add(time, json.append('}').toString());
  }

  /** The text of a stack with the line numbers of the version that runs at this time. */
  String stack(long time, String template, Object... values) {
    return Traces.go(releases.sources("refunds", time), template, values);
  }

  LogFile file() {
    return file;
  }
}

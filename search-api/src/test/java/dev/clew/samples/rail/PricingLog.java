// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples.rail;

import dev.clew.samples.LogFile;
import dev.clew.samples.Releases;
import dev.clew.samples.Sources;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The log of pricing, as Python's {@code logging} writes it; tracebacks below their line. */
final class PricingLog {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final long CLOCK_AHEAD = 3;

  private final LogFile file = new LogFile("logs/pricing/pricing.log.gz");
  private final Releases releases;

  PricingLog(Releases releases) {
    this.releases = releases;
  }

  void info(long time, String trace, String module, String template, Object... values) {
    write(time, "info", trace, module, template, values, "");
  }

  void warning(long time, String trace, String module, String template, Object... values) {
    write(time, "warning", trace, module, template, values, "");
  }

  /** What {@code log.exception} prints. */
  void exception(
      long time, String trace, String module, String traceback, String template, Object... values) {
    write(time, "exception", trace, module, template, values, "\n" + traceback);
  }

  private void write(
      long time,
      String method,
      String trace,
      String module,
      String template,
      Object[] values,
      String more) {
    Sources sources = releases.sources("pricing", time);
    String path = "pricing/rail_pricing/" + module + ".py";
    Code.line(sources, path, "", "log." + method + "(\"" + template + "\"");
    String level = method.equals("exception") ? "ERROR" : method.toUpperCase(Locale.ROOT);
    String message = String.format(Locale.ROOT, template, values);
    String logger = module.equals("main") ? "__main__" : "rail_pricing." + module;
    String stamp = TIME.format(Instant.ofEpochMilli(time + CLOCK_AHEAD));
    file.add(time, stamp + " " + level + " " + logger + " [trace=" + trace + "] " + message + more);
  }

  LogFile file() {
    return file;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples.rail;

import dev.clew.samples.LogFile;
import dev.clew.samples.Releases;
import dev.clew.samples.Sources;
import java.util.Locale;
import java.util.Map;

/** The log of a Node service: one JSON object a line, as {@code pino} writes them. */
final class PinoLog {

  private static final Map<String, Integer> LEVELS = Map.of("info", 30, "warn", 40, "error", 50);

  private final LogFile file;
  private final Releases releases;
  private final String service;
  private final String host;

  PinoLog(String service, String host, Releases releases) {
    this.service = service;
    this.host = host;
    this.releases = releases;
    this.file = new LogFile("logs/" + service + "/" + service + ".log.gz");
  }

  void info(long time, String source, String message, Object... pairs) {
    write(time, "info", source, message, pairs, "");
  }

  void warn(long time, String source, String message, Object... pairs) {
    write(time, "warn", source, message, pairs, "");
  }

  /** With an {@code err}, whose first line of the stack says its message. */
  void failed(
      long time,
      String level,
      String source,
      String message,
      String type,
      String stack,
      Object... pairs) {
    String first = stack.lines().findFirst().orElseThrow();
    String err =
        String.format(
            Locale.ROOT,
            ",\"err\":{\"type\":\"%s\",\"message\":\"%s\",\"stack\":\"%s\"}",
            type,
            Code.escaped(first.substring(first.indexOf(": ") + 2)),
            Code.escaped(stack));
    write(time, level, source, message, pairs, err);
  }

  /** The text of a stack with the line numbers of the version that runs at this time. */
  String stack(long time, String template, Object... values) {
    return Traces.node(releases.sources(service, time), service, template, values);
  }

  private void write(
      long time, String level, String source, String message, Object[] pairs, String err) {
    Sources sources = releases.sources(service, time);
    String path = service + "/src/" + source;
    int line = Code.line(sources, path, "log." + level + "(", ", \"" + message + "\")");
    String statement = Code.text(sources, path, line);
    StringBuilder json = new StringBuilder();
    json.append("{\"level\":").append(LEVELS.get(level)).append(",\"time\":").append(time);
    json.append(",\"pid\":17,\"hostname\":\"").append(host).append("\",\"name\":\"");
    json.append(service).append('"');
    for (int i = 0; i < pairs.length; i += 2) {
      if (!statement.contains(pairs[i].toString())) {
        throw new IllegalStateException(path + " does not log " + pairs[i]);
      }
      json.append(",\"").append(pairs[i]).append("\":");
      json.append(
          pairs[i + 1] instanceof Number number
              ? number.toString()
              : '"' + Code.escaped(pairs[i + 1].toString()) + '"');
    }
    file.add(time, json + err + ",\"msg\":\"" + Code.escaped(message) + "\"}");
  }

  LogFile file() {
    return file;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The checked-in logs of the services whose code is in a scenario's repository, read as written.
 */
public final class SampleEvents {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern LOGBACK =
      Pattern.compile(
          "(\\S+) (\\S+) (\\w+) +\\[[^\\]]+\\] (\\S+) - (?:\\[trace=[^\\]]*\\] )?(.*)",
          Pattern.DOTALL);
  private static final Pattern PYTHON =
      Pattern.compile("(\\S+) ([\\d:]+),(\\d+) (\\w+) (\\S+) \\[trace=[^\\]]*\\] (.*)");
  private static final Pattern LOGFMT =
      Pattern.compile("time=(\\S+) level=(\\w+) caller=(\\w+\\.go:\\d+) msg=(\"[^\"]*\"|\\S+).*");
  private static final Map<Integer, String> PINO = Map.of(30, "INFO", 40, "WARN", 50, "ERROR");

  private SampleEvents() {}

  /**
   * What a service said.
   *
   * @param time by the clock of the scenario, which the clock of the service may be apart from
   * @param level {@code INFO}, {@code WARN} or {@code ERROR}
   * @param place what the event says of its place: a class, a module, {@code file.go:12}; may be
   *     empty
   * @param trace the lines of its stack trace; empty when it carries none
   */
  public record Said(
      String service,
      Instant time,
      String level,
      String place,
      String message,
      List<String> trace) {}

  /** All events of a scenario's folder, service by service. */
  public static List<Said> of(Path folder) throws IOException {
    List<Said> said = new ArrayList<>();
    for (String service :
        List.of("checkout", "payment", "inventory", "booking", "pricing", "refunds", "web")) {
      Path file = folder.resolve("logs").resolve(service).resolve(service + ".log.gz");
      if (Files.exists(file)) {
        said.addAll(read(service, text(file)));
      }
    }
    Path mailer = folder.resolve("logs/mailer/mailer.log.gz");
    if (Files.exists(mailer)) {
      said.addAll(read("mailer", text(mailer)));
    }
    return said;
  }

  private static List<Said> read(String service, String text) {
    return switch (service) {
      case "checkout", "booking" -> entries(text).map(entry -> logback(service, entry)).toList();
      case "pricing" -> entries(text).map(SampleEvents::python).toList();
      case "payment" -> text.lines().map(SampleEvents::logstash).toList();
      case "inventory" -> text.lines().map(SampleEvents::logfmt).toList();
      case "refunds" -> text.lines().map(SampleEvents::slog).toList();
      default -> text.lines().map(line -> pino(service, line)).toList();
    };
  }

  private static java.util.stream.Stream<String> entries(String text) {
    return Pattern.compile("\n(?=\\d{4}-)").splitAsStream(text);
  }

  private static Said logback(String service, String entry) {
    Matcher matcher = matching(LOGBACK, head(entry));
    Instant time = Instant.parse(matcher.group(1) + "T" + matcher.group(2) + "Z");
    return new Said(
        service, time, matcher.group(3), matcher.group(4), matcher.group(5), below(entry));
  }

  private static Said python(String entry) {
    Matcher matcher = matching(PYTHON, head(entry));
    Instant time =
        Instant.parse(matcher.group(1) + "T" + matcher.group(2) + "." + matcher.group(3) + "Z");
    String level = matcher.group(4).equals("WARNING") ? "WARN" : matcher.group(4);
    return new Said(
        "pricing", time.minusMillis(3), level, matcher.group(5), matcher.group(6), below(entry));
  }

  private static Said logstash(String line) {
    JsonNode node = JSON.readTree(line);
    return new Said(
        "payment",
        Instant.parse(node.get("@timestamp").asString()).minusMillis(7),
        node.get("level").asString(),
        node.get("logger_name").asString(),
        node.get("message").asString(),
        node.path("stack_trace").asString("").lines().toList());
  }

  private static Said logfmt(String line) {
    Matcher matcher = matching(LOGFMT, line);
    String message = matcher.group(4).replace("\"", "");
    Instant time = Instant.parse(matcher.group(1)).plusMillis(4);
    return new Said("inventory", time, matcher.group(2), matcher.group(3), message, List.of());
  }

  private static Said slog(String line) {
    JsonNode node = JSON.readTree(line);
    JsonNode source = node.get("source");
    String file = source.get("file").asString();
    return new Said(
        "refunds",
        Instant.parse(node.get("time").asString()).plusMillis(5),
        node.get("level").asString(),
        file.substring(file.lastIndexOf('/') + 1) + ":" + source.get("line").asInt(),
        node.get("msg").asString(),
        node.path("stack").asString("").lines().toList());
  }

  private static Said pino(String service, String line) {
    JsonNode node = JSON.readTree(line);
    return new Said(
        service,
        Instant.ofEpochMilli(node.get("time").asLong()),
        PINO.getOrDefault(node.get("level").asInt(), "?"),
        "",
        node.get("msg").asString(),
        node.path("err").path("stack").asString("").lines().toList());
  }

  private static Matcher matching(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalStateException(String.format(Locale.ROOT, "not as written: %s", text));
    }
    return matcher;
  }

  private static String head(String entry) {
    return entry.lines().findFirst().orElseThrow();
  }

  private static List<String> below(String entry) {
    return entry.lines().skip(1).toList();
  }

  private static String text(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

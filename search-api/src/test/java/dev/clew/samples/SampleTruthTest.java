// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the checked-in logs say of the code is true at the commit that was deployed. */
class SampleTruthTest {

  static final Path CHECKED_IN = Path.of("..", "sample-logs");
  private static final Pattern CHECKOUT =
      Pattern.compile(
          "(\\S+) (\\S+) (\\w+) +\\[[^\\]]+\\] (\\S+) - (?:\\[trace=[^\\]]*\\] )?(.*)",
          Pattern.DOTALL);
  static final Pattern INVENTORY =
      Pattern.compile(
          "time=(\\S+) level=(\\w+) caller=(\\w+\\.go):(\\d+) msg=(\"[^\"]*\"|\\S+)(.*)");
  private static final Pattern FRAME =
      Pattern.compile("\tat (com\\.acme\\.[\\w.]+)\\.([\\w$]+)\\((\\w+\\.java):(\\d+)\\)");
  private static final Pattern STATEMENT =
      Pattern.compile("log\\.(info|warn|error)\\(\\s*\"([^\"]*)\"");

  /** One event of a Java service; the trace is empty when it carries none. */
  record Said(Instant time, String level, String logger, String message, List<String> trace) {}

  @Test
  void framesNameTheLineOfTheCall(@TempDir Path scratch) throws Exception {
    int frames = 0;
    for (Scenario scenario : shop()) {
      Path folder = CHECKED_IN.resolve(scenario.name());
      try (DeployedSources sources = sources(scenario, scratch)) {
        for (Map.Entry<String, List<Said>> service : java(folder).entrySet()) {
          for (Said said : service.getValue()) {
            frames += checkFrames(said.trace(), sources.at(service.getKey(), said.time()));
          }
        }
      }
    }
    assertThat(frames).isGreaterThan(500);
  }

  @Test
  void messagesStandInTheSources(@TempDir Path scratch) throws Exception {
    for (Scenario scenario : shop()) {
      Path folder = CHECKED_IN.resolve(scenario.name());
      try (DeployedSources sources = sources(scenario, scratch)) {
        Map<String, List<Pattern>> known = new HashMap<>();
        for (Map.Entry<String, List<Said>> service : java(folder).entrySet()) {
          for (Said said : service.getValue()) {
            if (!said.logger().startsWith("com.acme.")) {
              continue;
            }
            List<String> source =
                sourceOf(said.logger(), sources.at(service.getKey(), said.time()));
            List<Pattern> statements =
                known.computeIfAbsent(
                    said.level() + String.join("\n", source),
                    key -> statements(said.level(), source));
            assertThat(statements)
                .as("%s of %s: %s", said.level(), said.logger(), said.message())
                .anyMatch(statement -> statement.matcher(said.message()).matches());
          }
        }
      }
    }
  }

  @Test
  void goCallersNameTheLineOfTheStatement(@TempDir Path scratch) throws Exception {
    for (Scenario scenario : shop()) {
      Path folder = CHECKED_IN.resolve(scenario.name());
      try (DeployedSources sources = sources(scenario, scratch)) {
        for (String line :
            text(folder.resolve("logs/inventory/inventory.log.gz")).lines().toList()) {
          Matcher matcher = INVENTORY.matcher(line);
          assertThat(matcher.matches()).as(line).isTrue();
          Instant time = Instant.parse(matcher.group(1)).plusMillis(4);
          String statement =
              sources
                  .at("inventory", time)
                  .get("inventory/" + matcher.group(3))
                  .get(Integer.parseInt(matcher.group(4)) - 1);
          String message = matcher.group(5).replace("\"", "");
          assertThat(statement).as(line).contains("og.").contains("(\"" + message + "\"");
          for (String pair : matcher.group(6).strip().split(" (?=\\w+=)", 0)) {
            assertThat(statement).contains("\"" + pair.substring(0, pair.indexOf('=')) + "\"");
          }
        }
      }
    }
  }

  @Test
  void deploysFollowTheirCommits(@TempDir Path scratch) throws Exception {
    for (Scenario scenario : shop()) {
      try (DeployedSources sources = sources(scenario, scratch)) {
        assertThat(sources.deployedBeforeCommitted()).isEmpty();
      }
    }
  }

  /** The scenarios of the shop in Java and Go. */
  private static List<Scenario> shop() {
    return SampleLogs.scenarios().stream()
        .filter(scenario -> !scenario.name().equals("lost-surcharge"))
        .toList();
  }

  private static DeployedSources sources(Scenario scenario, Path scratch) throws Exception {
    return new DeployedSources(
        CHECKED_IN.resolve(scenario.name()), scratch.resolve(scenario.name()));
  }

  /** A frame's line calls the frame above it, or makes the exception if it is the topmost. */
  private static int checkFrames(List<String> trace, Map<String, List<String>> files) {
    int frames = 0;
    for (int i = 1; i < trace.size(); i++) {
      Matcher frame = FRAME.matcher(trace.get(i));
      if (!frame.matches()) {
        continue;
      }
      frames++;
      List<String> source = sourceOf(frame.group(1), files);
      String code = source.get(Integer.parseInt(frame.group(4)) - 1);
      Matcher above = FRAME.matcher(trace.get(i - 1));
      if (above.matches() && !above.group(2).contains("$")) {
        assertThat(code).as(trace.get(i)).contains(above.group(2) + "(");
      } else if (!trace.get(i - 1).startsWith("\tat ")) {
        String thrown = trace.get(i - 1).replaceAll("^(Caused by: )?(\\w+\\.)*(\\w+).*", "$3");
        assertThat(code).as(trace.get(i)).contains("new " + thrown + "(");
      } else {
        assertThat(code).as(trace.get(i)).contains("(");
      }
    }
    return frames;
  }

  private static List<String> sourceOf(String className, Map<String, List<String>> files) {
    String suffix = "/src/main/java/" + className.replace('.', '/') + ".java";
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(suffix))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no source of " + className))
        .getValue();
  }

  static List<Pattern> statements(String level, List<String> source) {
    List<Pattern> patterns = new ArrayList<>();
    Matcher matcher = STATEMENT.matcher(String.join("\n", source));
    while (matcher.find()) {
      if (matcher.group(1).equalsIgnoreCase(level)) {
        String[] parts = matcher.group(2).split("\\{\\}", -1);
        List<String> quoted = new ArrayList<>();
        for (String part : parts) {
          quoted.add(Pattern.quote(part));
        }
        patterns.add(Pattern.compile(String.join("(.+)", quoted)));
      }
    }
    return patterns;
  }

  static Map<String, List<Said>> java(Path folder) throws IOException {
    List<Said> checkout = new ArrayList<>();
    for (String event :
        text(folder.resolve("logs/checkout/checkout.log.gz")).split("\n(?=\\d{4}-)", 0)) {
      int end = event.indexOf('\n') < 0 ? event.length() : event.indexOf('\n');
      Matcher matcher = CHECKOUT.matcher(event.substring(0, end));
      assertThat(matcher.matches()).as(event).isTrue();
      Instant time = Instant.parse(matcher.group(1) + "T" + matcher.group(2) + "Z");
      List<String> trace = event.substring(end).strip().lines().toList();
      checkout.add(new Said(time, matcher.group(3), matcher.group(4), matcher.group(5), trace));
    }
    List<Said> payment = new ArrayList<>();
    JsonMapper json = JsonMapper.builder().build();
    for (String line : text(folder.resolve("logs/payment/payment.log.gz")).lines().toList()) {
      JsonNode node = json.readTree(line);
      payment.add(
          new Said(
              Instant.parse(node.get("@timestamp").asString()).minusMillis(7),
              node.get("level").asString(),
              node.get("logger_name").asString(),
              node.get("message").asString(),
              node.path("stack_trace").asString("").lines().toList()));
    }
    return Map.of("checkout", checkout, "payment", payment);
  }

  static String text(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

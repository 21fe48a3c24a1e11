// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples of docs/root-cause.md are what the demo finds, and their sums come out. */
class RootCausePageTest {
  /** Weights are printed with three digits. */
  private static final double ROUNDED = 0.002;

  private static String page = "";
  private static JsonNode report = JsonMapper.shared().nullNode();

  @BeforeAll
  static void runTheExample() throws IOException {
    page = Files.readString(Cli.home().resolve("docs/root-cause.md")).replaceAll("\\s+", " ");
    report =
        JsonMapper.shared()
            .readTree(Cli.run("demo", "checkout-timeout", "--no-serve", "--json").out());
  }

  @Test
  void thePatternScoresWhatThePageComputes() {
    JsonNode pattern = report.path("patterns").get(0);
    assertThat(pattern.path("now").asInt()).isEqualTo(21);
    assertThat(pattern.path("before").asInt()).isEqualTo(1);
    double ratio = 0.245;
    double expected = 22 * ratio / (1 + ratio);
    double root = Math.sqrt(2 * (21 * Math.log(21 / expected) + Math.log(1 / (22 - expected))));
    double z = root / Math.sqrt(1 + 0.02 * 22 * ratio / Math.pow(1 + ratio, 2));
    double score = (1 - Math.exp(-z * z / 12)) * (1 - (ratio + 0.5) / 21.5);
    assertThat(pattern.path("score").asDouble()).isEqualTo(score, within(ROUNDED));
    assertThat(page)
        .contains(pattern.path("pattern").asString())
        .contains("= " + two(root))
        .contains(two(z))
        .contains("= " + three(pattern.path("score").asDouble()));
  }

  @Test
  void theVictimsFindingsMakeItsScore() {
    JsonNode payment = service("payment");
    double doubt = 1;
    for (JsonNode finding : payment.path("evidence")) {
      doubt *= 1 - finding.path("weight").asDouble();
      assertThat(page).contains(three(finding.path("weight").asDouble()));
    }
    assertThat(payment.path("score").asDouble()).isEqualTo(0.6 * (1 - doubt), within(ROUNDED));
    assertThat(page)
        .contains("= " + three(1 - doubt))
        .contains("= " + three(payment.path("score").asDouble()))
        .contains("Checkout has " + three(service("checkout").path("score").asDouble()))
        .contains(three(service("checkout").path("evidence").get(0).path("weight").asDouble()));
  }

  @Test
  void theSuspectsCluesMakeItsScore() {
    JsonNode suspect = report.path("suspects").get(0);
    double sum = 0;
    for (JsonNode clue : suspect.path("evidence")) {
      sum += clue.path("weight").asDouble();
    }
    assertThat(suspect.path("score").asDouble()).isEqualTo(sum, within(ROUNDED));
    String parts =
        StreamSupport.stream(suspect.path("evidence").spliterator(), false)
            .map(clue -> three(clue.path("weight").asDouble()))
            .collect(Collectors.joining(" + "));
    assertThat(page).contains(parts + " = " + three(suspect.path("score").asDouble()));
  }

  private static JsonNode service(String name) {
    return StreamSupport.stream(report.path("services").spliterator(), false)
        .filter(service -> service.path("service").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String two(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String three(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three hosts whose clocks are apart: db fails, therefore pay, therefore web. */
class CorrectedClocksCommandTest {
  private static final Map<String, Duration> AHEAD =
      Map.of("web", Duration.ZERO, "pay", Duration.ofSeconds(37), "db", Duration.ofMillis(2_500));
  private static final String FAILING = "%032x".formatted(31);

  @TempDir static Path folder;

  @BeforeAll
  static void index() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      boolean failing = i == 30;
      lines.add(line(i, 0, "web", "order received", false));
      lines.add(line(i, 10, "pay", "authorising", false));
      lines.add(line(i, 20, "db", "query", false));
      lines.add(line(i, 380, "db", failing ? "disk full" : "done", failing));
      lines.add(line(i, 390, "pay", failing ? "no database" : "authorised", failing));
      lines.add(line(i, 400, "web", failing ? "not ordered" : "ordered", failing));
    }
    Path log = Files.write(folder.resolve("shop.log"), lines);
    assertThat(Cli.run("index", log.toString(), "--data", data()).code()).isZero();
  }

  private static String line(int request, int millis, String service, String text, boolean error) {
    Instant time =
        Instant.parse("2026-03-10T10:00:00.001Z")
            .plusSeconds(10L * request)
            .plusMillis(millis)
            .plus(AHEAD.get(service));
    return ("{\"time\":\"%s\",\"level\":\"%s\",\"service\":\"%s\",\"host\":\"%s-1\","
            + "\"trace_id\":\"%032x\",\"message\":\"%s\"}")
        .formatted(time, error ? "ERROR" : "INFO", service, service, request + 1, text);
  }

  private static String data() {
    return folder.resolve("data").toString();
  }

  @Test
  void printsTheCauseBeforeItsEffectAndHowFarEachClockWasMoved() throws IOException {
    String page = Files.readString(Cli.home().resolve("docs/correlate.md"));
    Cli.Outcome read = Cli.run("correlate", FAILING, "--data", data());
    Cli.Outcome corrected = Cli.run("correlate", FAILING, "--skew", "correct", "--data", data());

    assertThat(page).contains("```\n" + corrected.out().split("\n\n", 2)[0] + "\n```");
    assertThat(read.out()).containsSubsequence("not ordered", "disk full", "no database");
    assertThat(corrected.out())
        .startsWith("corrected to the clock of host pay-1\n  host db-1: moved by +34.500 s ± ")
        .containsSubsequence("order received", "authorising", "query")
        .containsSubsequence("disk full", "no database", "not ordered")
        .containsPattern("\\(read 2026-03-10 10:05:");
  }

  @Test
  void ordersTheLanesOfATimelineByCorrectedTimes() {
    Cli.Outcome read = Cli.run("timeline", "--data", data());
    Cli.Outcome corrected = Cli.run("timeline", "--skew", "correct", "--data", data());

    assertThat(read.out()).containsSubsequence("\nweb ", "\ndb ", "\npay ");
    assertThat(corrected.out())
        .startsWith("corrected to the clock of host ")
        .containsSubsequence("\ndb ", "\npay ", "\nweb ");
    assertThat(Cli.run("timeline", "--skew", "correct", "--json", "--data", data()).out())
        .contains("\"uncertaintyMs\"");
  }

  @Test
  void refusesAnotherWord() {
    Cli.Outcome outcome = Cli.run("timeline", "--skew", "yes", "--data", data());

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("--skew yes: give read or correct");
  }
}

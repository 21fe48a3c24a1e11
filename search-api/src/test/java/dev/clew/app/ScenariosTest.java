// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.app.inquiry.Investigator;
import dev.clew.app.inquiry.Scenario;
import dev.clew.app.terminal.Surroundings;
import dev.clew.ingest.ReadSettings;
import dev.clew.suspect.Report;
import dev.clew.suspect.evidence.Suspect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sample scenarios as acceptance tests: the rank of the true cause is printed in every build.
 */
class ScenariosTest {
  static Stream<Scenario> scenarios() {
    return Scenario.all(Cli.home().resolve("sample-logs")).stream();
  }

  @Test
  void coversEveryKindOfCause() {
    assertThat(scenarios().map(Scenario::causeKind)).contains("commit", "config", "operational");
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void ranksTheTrueCauseFirst(Scenario scenario) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings = Cli.surroundings("", new ByteArrayOutputStream(), err);
    ZoneId zone = ZoneId.of(scenario.zone());
    Report report =
        new Investigator(surroundings, new ReadSettings(zone, Cli.NOW))
            .investigate(DemoCommand.inquiry(scenario));
    List<Suspect> suspects = report.suspects().suspects();
    int rank =
        1
            + IntStream.range(0, suspects.size())
                .filter(i -> scenario.isCause(suspects.get(i)))
                .findFirst()
                .orElse(-1);
    System.out.printf(
        "scenario %-22s true cause %s %s at rank %s of %d%n",
        scenario.name(),
        scenario.causeKind(),
        scenario.causeId(),
        rank == 0 ? "none" : rank,
        suspects.size());
    assertThat(rank).isEqualTo(1);
    assertThat(suspects.getFirst().evidence()).isNotEmpty();
    assertThat(report.suspects().cleared()).isNotEmpty();
    assertThat(err.toString(java.nio.charset.StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void printsTheStoryInTheTerminal() {
    Cli.Outcome demo = Cli.run("demo", "checkout-timeout", "--no-serve");
    assertThat(demo.code()).isZero();
    assertThat(demo.out())
        .contains(
            "What happened",
            "first failure",
            "Where it started",
            "New or more often than before",
            "Prime suspect",
            "Cleared");
    assertThat(demo.out()).contains("The first suspect is the true cause");
  }

  @Test
  void printsWhatTheReadmeShows() throws IOException {
    String readme = Files.readString(Cli.home().resolve("README.md"));
    int start = readme.indexOf("```\nWhat happened");
    List<String> shown =
        readme.substring(start + 4, readme.indexOf("\n```", start)).lines().toList();
    assertThat(shown).hasSizeGreaterThan(10);
    String demo = Cli.run("demo", "checkout-timeout", "--no-serve").out();
    assertThat(shown).allSatisfy(line -> assertThat(demo).contains(line));
  }

  @Test
  void printsTheStoryForMachines() {
    Cli.Outcome demo = Cli.run("demo", "config-change", "--json");
    assertThat(demo.code()).isZero();
    assertThat(demo.out().lines()).hasSize(1);
    assertThat(demo.out()).startsWith("{\"id\":\"config-change\"").contains("\"kind\":\"config\"");
  }

  @Test
  void saysThatNoCommitIsGuilty() {
    assertThat(Cli.run("demo", "expired-certificate", "--no-serve").out())
        .contains("No commit is guilty");
  }
}

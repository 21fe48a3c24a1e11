// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.app.inquiry.Investigator;
import dev.clew.app.inquiry.Scenario;
import dev.clew.app.terminal.Surroundings;
import dev.clew.ingest.ReadSettings;
import dev.clew.suspect.Report;
import dev.clew.suspect.evidence.Suspect;
import dev.clew.suspect.evidence.SuspectReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    Report report = investigate(scenario, err);
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
  void clearsTheInnocentOfFourLanguagesWithTheRightReason() {
    Map<String, String> reasons = new HashMap<>();
    polyglot().cleared().forEach(each -> reasons.put(each.title(), each.reason()));
    assertThat(reasons)
        .containsEntry("pricing: format with black", "changes only comments and layout")
        .containsEntry("pricing: test that an empty railcard is left out", "changes only tests")
        .containsEntry("Quotes leave out fields that say nothing", "changes only documentation")
        .containsEntry(
            "Merge branch 'student-railcards'",
            "a merge; the commits it brings are judged one by one")
        .containsEntry(
            "RAIL-44: no line for a surcharge of zero",
            "no deploy had brought it when the failure began")
        .containsEntry(
            "RAIL-40: dayjs 1.11.13",
            "nothing speaks for it; it had run in web for 27 h without this failure")
        .containsEntry(
            "mailer: say undefined when a mail has no surcharge to name",
            "nothing speaks for it; it is only in the code of mailer, which is not failing");
    assertThat(reasons.get("fix(booking): a quote without a surcharge is a quote"))
        .matches("committed \\d+ min after the first failure");
  }

  @Test
  void ranksTheTemptingOfFourLanguagesFarBelow() {
    List<Suspect> suspects = polyglot().suspects();
    assertThat(suspects.getFirst().strength()).isEqualTo(Suspect.Strength.STRONG);
    assertThat(suspects.stream().skip(1).map(Suspect::title))
        .contains(
            "pricing: an unknown train has no surcharge instead of a KeyError",
            "pricing: compile the messages again",
            "Bump fastapi from 0.115.8 to 0.115.12");
    assertThat(suspects.stream().skip(1)).allMatch(each -> each.score() < 0.4);
  }

  @Test
  void namesTheServiceWhoseFolderOfTheSharedRepositoryACommitChanges() {
    Map<String, String> services = new HashMap<>();
    polyglot().suspects().forEach(each -> services.put(each.title(), each.service()));
    assertThat(services)
        .containsEntry("pricing: keep answers small", "pricing")
        .containsEntry("refactor(booking): numbers of bookings are six digits long", "booking");
  }

  private static SuspectReport polyglot() {
    Scenario scenario = Scenario.read(Cli.home().resolve("sample-logs/lost-surcharge"));
    return investigate(scenario, new ByteArrayOutputStream()).suspects();
  }

  private static Report investigate(Scenario scenario, ByteArrayOutputStream err) {
    Surroundings surroundings = Cli.surroundings("", new ByteArrayOutputStream(), err);
    ReadSettings settings = new ReadSettings(ZoneId.of(scenario.zone()), Cli.NOW);
    return new Investigator(surroundings, settings).investigate(DemoCommand.inquiry(scenario));
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

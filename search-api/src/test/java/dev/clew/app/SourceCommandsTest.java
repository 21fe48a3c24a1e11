// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.code.GitFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a line to its statement and from a commit to its messages, on the command line. */
class SourceCommandsTest {
  private static final Instant DAY = Instant.parse("2026-01-05T10:00:00Z");

  @TempDir Path folder;

  @Test
  void theExampleOfThePageAboutSourcesPrintsWhatThePageShows() throws IOException {
    String page = Files.readString(Cli.home().resolve("docs/source.md"));
    Cli.Outcome outcome =
        Cli.runWithInput(
            "Card gateway took 3218 ms for order 82717",
            "statement",
            "--repo",
            Cli.home().resolve("sample-logs/checkout-timeout/repo.bundle").toString(),
            "--bare",
            "--history");
    assertThat(page)
        .contains(
            "echo 'Card gateway took 3218 ms for order 82717' | clew statement"
                + " --repo sample-logs/checkout-timeout/repo.bundle --bare --history")
        .contains(outcome.out());
    assertThat(outcome.code()).isZero();
  }

  @Test
  void aCommitLeadsToItsMessagesAndToWhetherTheyWereSeen() throws IOException {
    String data = index("2026-01-06T08:00:00Z WARN charge of order 17 took 31000 ms");
    Cli.Outcome outcome = Cli.run("messages", "--repo", repository(), "HEAD", "--data", data);
    assertThat(outcome.out().lines().map(String::strip))
        .contains(
            "added   Gate.java:3  refund of order {id} is late",
            "never seen",
            "changed Gate.java:2  charge of order {id} took {ms} ms",
            "before: charge of order {id} lasted {ms} ms",
            "seen 1 time, first 2026-01-06T08:00");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void messagesAreOneObjectForPrograms() {
    JsonNode answer =
        new JsonMapper()
            .readTree(Cli.run("messages", "--repo", repository(), "HEAD", "--json").out());
    assertThat(answer.at("/commit/subject").asString()).isEqualTo("second");
    assertThat(answer.at("/messages/0/change").asString()).isEqualTo("changed");
    assertThat(answer.at("/messages/0/seen").isNull()).isTrue();
    assertThat(answer.get("messages").size()).isEqualTo(2);
  }

  @Test
  void aCommitWithoutMessagesAndOneThatIsMissingAreTold() {
    Cli.Outcome without = Cli.run("messages", "--repo", repository(), "HEAD~2");
    assertThat(without.out()).contains("no message was added, changed or removed");
    assertThat(without.code()).isEqualTo(1);
    Cli.Outcome missing = Cli.run("messages", "--repo", repository(), "no-such-tag");
    assertThat(missing.err()).contains("has no commit no-such-tag");
    assertThat(missing.code()).isEqualTo(2);
  }

  @Test
  void aStatementSaysHowOftenItPrintedAndWhenFirst() throws IOException {
    String data =
        index(
            "2026-01-06T08:00:00Z WARN charge of order 17 took 31000 ms",
            "2026-01-06T09:00:00Z WARN charge of order 18 took 32000 ms");
    Cli.Outcome outcome =
        Cli.runWithInput(
            "charge of order 99 took 7 ms",
            "statement",
            "--repo",
            repository(),
            "--bare",
            "--data",
            data);
    assertThat(outcome.out()).contains("seen 2 times, first 2026-01-06T08:00");
  }

  private String repository() {
    Path place = folder.resolve("repo");
    if (!Files.exists(place)) {
      GitFixture git = GitFixture.in(place);
      git.file("README.md", "a gate").commit("begin", "ann", DAY);
      git.file("Gate.java", gate("charge of order {} lasted {} ms", ""))
          .commit("first", "ann", DAY.plusSeconds(60));
      git.file(
              "Gate.java",
              gate(
                  "charge of order {} took {} ms",
                  "log.error(\"refund of order {} is late\", id);"))
          .commit("second", "ben", DAY.plusSeconds(120));
    }
    return place.toString();
  }

  private static String[] gate(String message, String more) {
    return new String[] {
      "class Gate { void charge(int id, int ms) {",
      "  log.warn(\"" + message + "\", id, ms);",
      "  " + more,
      "} }"
    };
  }

  private String index(String... lines) throws IOException {
    Path log = Files.write(folder.resolve("pay.log"), List.of(lines));
    Path data = folder.resolve("data");
    assertThat(Cli.run("index", "--data", data.toString(), log.toString()).code()).isZero();
    return data.toString();
  }
}

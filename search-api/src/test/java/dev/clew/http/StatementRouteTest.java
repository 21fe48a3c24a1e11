// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.change.Deploy;
import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import dev.clew.event.LogEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An event of a service leads to the statement of the code that was deployed. */
class StatementRouteTest {
  private static final Instant START = Instant.parse("2026-11-21T14:00:00Z");

  @TempDir Path folder;

  private static List<LogEvent> logs(String message) {
    return new Logs().into("pay.log").add(600, message, event -> event.service("pay")).events();
  }

  private static String[] source(String text) {
    return new String[] {
      "class Gateway {",
      "  void charge(Order o) {",
      "    log.error(\"" + text + "\", o.id());",
      "  }",
      "}"
    };
  }

  @Test
  void namesStatementValuesAndHistoryAtTheDeployedCommit() {
    GitFixture git = GitFixture.in(folder.resolve("pay.git"));
    git.file("README.md", "pay").commit("Begin", "ann", START.minusSeconds(9_000));
    String deployed =
        git.file("src/Gateway.java", source("charge of order {} failed"))
            .commit("Say what failed", "bob", START.minusSeconds(6_000));
    git.file("src/Gateway.java", source("charge failed: {}"))
        .commit("Say it otherwise", "cem", START.minusSeconds(3_000));
    try (GitRepository repository = git.open();
        Served served =
            Served.with(
                logs("charge of order 1032 failed"),
                Map.of("*", repository),
                List.of(new Deploy(START, "pay", "2", deployed, "bob")))) {
      String id = served.get("/api/search").at("/events/0/id").asString();
      JsonNode answer = served.get("/api/statement", "event", id, "history", "yes");

      assertThat(answer.get("commit").asString()).isEqualTo(deployed);
      assertThat(answer.get("commitFrom").asString()).contains("deploy");
      JsonNode first = answer.at("/statements/0");
      assertThat(first.get("path").asString()).isEqualTo("src/Gateway.java");
      assertThat(first.get("first").asInt()).isEqualTo(3);
      assertThat(first.get("function").asString()).isEqualTo("charge");
      assertThat(first.at("/variables/0/name").asString()).isEqualTo("o.id()");
      assertThat(first.at("/variables/0/value").asString()).isEqualTo("1032");
      assertThat(first.at("/history/introduced/id").asString()).isEqualTo(deployed);
      assertThat(first.at("/seen/count").asLong()).isEqualTo(1);
      assertThat(first.at("/seen/event").asString()).isEqualTo(id);
    }
  }

  @Test
  void givesUpWhenTheTimeIsShorterThanTheSourcesTake() {
    GitFixture git = GitFixture.in(folder.resolve("large.git"));
    for (int i = 0; i < 400; i++) {
      git.file(
          "src/Gateway%d.java".formatted(i), source("charge %d of order {} failed".formatted(i)));
    }
    git.commit("Begin", "ann", START.minusSeconds(9_000));
    try (GitRepository repository = git.open();
        Served served =
            Served.with(
                logs("charge 7 of order 1032 failed"), Map.of("*", repository), List.of())) {
      String id = served.get("/api/search").at("/events/0/id").asString();
      JsonNode problem = served.problem("/api/statement", "event", id, "timeout", "1");

      assertThat(problem.get("type").asString()).isEqualTo("/docs/errors#out-of-time");
    }
  }

  @Test
  void saysWhatIsMissing() {
    try (Served served = Served.events(logs("charge failed"))) {
      String id = served.get("/api/search").at("/events/0/id").asString();
      assertThat(served.get("/api/statement", "event", id).at("/unknowns/0").asString())
          .contains("--repo pay=GITDIR");
      assertThat(served.problem("/api/statement").get("detail").asString()).startsWith("event: ");
    }
  }
}

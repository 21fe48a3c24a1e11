// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.change.Change;
import dev.clew.change.Deploy;
import dev.clew.change.FlagChange;
import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ChangesRouteTest {
  @TempDir private Path folder;

  @Test
  void putsCommitsAndOtherChangesOnOneAxis() {
    GitFixture git = GitFixture.in(folder.resolve("pay.git"));
    git.file("a.txt", "1").commit("Old", "ann", Logs.START.minusSeconds(500));
    String id = git.file("a.txt", "2").commit("Raise the limit", "bob", Logs.START.plusSeconds(5));
    Logs logs = new Logs().add(0, "first", event -> event).add(60, "last", event -> event);
    try (GitRepository repository = git.open();
        Served served =
            Served.with(
                logs.events(),
                Map.of("pay", repository),
                List.of(
                    new FlagChange(Logs.START.plusSeconds(50), null, "fast", "off", "on", "kim"),
                    new Deploy(Logs.START.plusSeconds(10), "pay", "2", id, null)))) {
      JsonNode answer = served.get("/api/changes");

      assertThat(kinds(answer)).containsExactly("commit", "deploy", "flag");
      assertThat(answer.at("/changes/0").toString())
          .isEqualTo(
              "{\"kind\":\"commit\",\"time\":\"2026-11-21T14:00:05Z\",\"service\":\"pay\",\"id\":\""
                  + id
                  + "\",\"label\":\"Raise the limit\",\"by\":\"bob\"}");
      assertThat(kinds(served.get("/api/changes", "from", "2026-11-21T13:00:00Z")))
          .containsExactly("commit", "commit", "deploy", "flag");
      assertThat(served.get("/api/status").toString())
          .contains("\"repositories\":[\"pay\"],\"changes\":2");
    }
  }

  @Test
  void showsACommitMadeWhileItServes() {
    GitFixture git = GitFixture.in(folder.resolve("pay.git"));
    git.file("a.txt", "1").commit("One", "ann", Logs.START.plusSeconds(1));
    Logs logs = new Logs().add(0, "first", event -> event).add(60, "last", event -> event);
    try (GitRepository repository = git.open();
        Served served = Served.with(logs.events(), Map.of("*", repository), List.of())) {
      assertThat(served.get("/api/changes").get("changes").size()).isEqualTo(1);

      git.file("a.txt", "2").commit("Two", "ann", Logs.START.plusSeconds(2));

      JsonNode changes = served.get("/api/changes").get("changes");
      assertThat(changes.size()).isEqualTo(2);
      assertThat(changes.at("/1/service").isNull()).isTrue();
    }
  }

  @Test
  void listsTheNewestWhenThereAreVeryMany() {
    List<Change> many = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      many.add(new Deploy(Logs.START.plusSeconds(i), "pay", Integer.toString(i), null, null));
    }
    Logs logs = new Logs().add(0, "first", event -> event).add(900, "last", event -> event);
    try (Served served = Served.with(logs.events(), Map.of(), many)) {
      JsonNode answer = served.get("/api/changes");

      assertThat(answer.get("changes").size()).isEqualTo(500);
      assertThat(answer.get("complete").asBoolean()).isFalse();
      assertThat(answer.at("/changes/499/label").asString()).contains("599");
      assertThat(served.get("/api/histogram").get("changesComplete").asBoolean()).isFalse();
    }
  }

  @Test
  void showsWhatTheLogsGiveAwayWithTheLineThatDoes() {
    Logs logs =
        new Logs()
            .add(0, "Stopping pay 1.4.0", event -> event.service("pay"))
            .add(2, "Starting pay 1.5.0 (commit 9f31c2a)", event -> event.service("pay"))
            .add(60, "last", event -> event.service("pay"));
    try (Served served = Served.inferring(logs.events())) {
      JsonNode change = served.get("/api/changes").at("/changes/0");

      assertThat(change.get("kind").asString()).isEqualTo("deploy");
      assertThat(change.get("label").asString()).isEqualTo("pay 1.4.0 → 1.5.0 deployed (9f31c2a)");
      assertThat(change.get("inferred").toString())
          .isEqualTo(
              "{\"how\":\"says that it starts\",\"event\":\""
                  + logs.events().get(1).id().value()
                  + "\",\"file\":\"app.log\",\"line\":2}");
      assertThat(served.get("/api/timeline").at("/changes/0")).isEqualTo(change);
    }
  }

  private static List<String> kinds(JsonNode answer) {
    List<String> kinds = new ArrayList<>();
    answer.get("changes").forEach(change -> kinds.add(change.get("kind").asString()));
    return kinds;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SourceRouteTest {
  private static final String PATH = "src/Gateway.java";
  private static final Instant START = Instant.parse("2026-05-04T12:00:00Z");

  @TempDir private static Path folder;

  private static GitRepository repository;
  private static Served served;
  private static String first;
  private static String second;
  private static String head;

  @BeforeAll
  static void serve() {
    GitFixture git = GitFixture.in(folder.resolve("pay.git")).clonedFrom("git@codeberg.org:a/pay");
    first = git.file("src/Old.java", source("5_000")).commit("Begin", "ann", START);
    second =
        git.move("src/Old.java", PATH)
            .file(PATH, source("50"))
            .commit("Fail fast", "bob", START.plusSeconds(60));
    head =
        git.file(PATH, source("50", "  // more", "  // words"))
            .commit("Say more", "cem", START.plusSeconds(120));
    repository = git.open();
    served = Served.with(List.of(), Map.of("pay", repository), List.of());
  }

  @AfterAll
  static void stop() {
    served.close();
    repository.close();
  }

  @Test
  void showsWhoWroteEachLineAndWhatBecameOfTheFunction() {
    JsonNode answer = served.get("/api/source", "commit", second, "path", PATH, "line", "3");

    assertThat(answer.at("/commit/id").asString()).isEqualTo(second);
    assertThat(answer.at("/commit/page").asString())
        .isEqualTo("https://codeberg.org/a/pay/commit/" + second);
    assertThat(answer.at("/lines/2/text").asString()).isEqualTo("    connect(50);");
    assertThat(answer.at("/lines/2/commit").asString()).isEqualTo(second);
    assertThat(answer.at("/lines/1/commit").asString()).isEqualTo(first);
    assertThat(answer.at("/lines/1/path").asString()).isEqualTo("src/Old.java");
    assertThat(answer.at("/function/name").asString()).isEqualTo("charge");
    assertThat(answer.at("/function/history/0/commit/id").asString()).isEqualTo(second);
    assertThat(answer.at("/function/history/1/kind").asString()).isEqualTo("introduced");
    assertThat(answer.at("/function/complete").asBoolean()).isTrue();
  }

  @Test
  void saysWhereTheLineIsAtHead() {
    JsonNode answer = served.get("/api/source", "commit", second, "path", PATH, "line", "3");

    assertThat(answer.at("/head/commit").asString()).isEqualTo(head);
    assertThat(answer.at("/head/line").asInt()).isEqualTo(5);
    assertThat(answer.at("/head/same").asBoolean()).isTrue();
    assertThat(
            served
                .get("/api/source", "commit", head, "path", PATH, "line", "5")
                .get("head")
                .isNull())
        .isTrue();
  }

  @Test
  void stepsBeforeACommitAlsoThroughARename() {
    JsonNode answer =
        served.get("/api/source", "commit", second, "path", PATH, "line", "3", "before", "on");

    assertThat(answer.at("/commit/id").asString()).isEqualTo(first);
    assertThat(answer.get("path").asString()).isEqualTo("src/Old.java");
    assertThat(answer.get("line").asInt()).isEqualTo(3);
    assertThat(answer.at("/lines/2/text").asString()).isEqualTo("    connect(5_000);");
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(detail("commit", second, "path", "src/None.java")).contains("no text file");
    assertThat(detail("commit", second, "path", "../../etc/passwd")).contains("no text file");
    assertThat(detail("commit", second, "path", PATH, "line", "700")).contains("6 lines");
    assertThat(detail("commit", "0".repeat(40), "path", PATH)).contains("none of 1 repositories");
    assertThat(detail("commit", "HEAD", "path", PATH)).contains("not the id of a commit");
    assertThat(detail("path", PATH)).contains("commit: it is needed");
    assertThat(detail("commit", first, "path", "src/Old.java", "before", "on"))
        .contains("first commit");
  }

  private static String detail(String... parameters) {
    return served.problem("/api/source", parameters).get("detail").asString();
  }

  private static String[] source(String millis, String... more) {
    List<String> lines = new java.util.ArrayList<>(List.of("class Gateway {"));
    lines.addAll(List.of(more));
    lines.addAll(
        List.of("  void charge() {", "    connect(" + millis + ");", "    log();", "  }", "}"));
    return lines.toArray(String[]::new);
  }
}

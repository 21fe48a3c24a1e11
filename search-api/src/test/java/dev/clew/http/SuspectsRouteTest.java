// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.change.Change;
import dev.clew.change.Deploy;
import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import dev.clew.event.EventBuilder;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A commit changes a line, it is deployed, and from then on that very line throws. */
class SuspectsRouteTest {
  private static final int DEPLOYED = 3_600;
  private static final String WHEN_DEPLOYED = "2026-11-21T15:00:00Z";

  @TempDir private static Path folder;

  private static GitRepository repository;
  private static Served served;
  private static String begin;
  private static String guilty;
  private static String event;

  @BeforeAll
  static void serve() {
    GitFixture git = GitFixture.in(folder.resolve("pay.git"));
    String path = "src/main/java/com/acme/Gateway.java";
    begin =
        git.file(path, source("5_000"))
            .file("README.md", "pay")
            .commit("Begin", "ann", at(-90_000));
    guilty = git.file(path, source("50")).commit("Fail fast", "bob", at(DEPLOYED - 600));
    git.file("README.md", "pay", "more words").commit("Say more", "cem", at(DEPLOYED - 300));
    repository = git.clonedFrom("git@github.com:acme/pay.git").open();
    List<Change> changes =
        List.of(
            new Deploy(at(-80_000), "pay", "1", begin, "ann"),
            new Deploy(at(DEPLOYED), "pay", "2", guilty, "bob"));
    served = Served.with(logs().events(), Map.of("pay", repository), changes);
    event = served.get("/api/search", "q", "level:error").at("/events/0/id").asString();
  }

  @AfterAll
  static void stop() {
    served.close();
    repository.close();
  }

  @Test
  void lineOfAnEventIsTheOneThatSuspectsShow() {
    JsonNode quick = served.get("/api/code", "event", event);
    JsonNode whole = served.get("/api/suspects", "event", event);

    assertThat(quick.at("/running/commit").asString()).isEqualTo(guilty);
    assertThat(quick.get("running")).isEqualTo(whole.at("/running/0"));
    assertThat(quick.get("frame")).isEqualTo(whole.at("/frames/0"));
    String plain = served.get("/api/search", "q", "level:info").at("/events/0/id").asString();
    assertThat(served.get("/api/code", "event", plain).get("frame").isNull()).isTrue();
    assertThat(served.problem("/api/code").get("type").asString()).endsWith("unknown-event");
  }

  @Test
  void namesTheCommitBehindAnError() {
    JsonNode answer = served.get("/api/suspects", "event", event);

    assertThat(answer.at("/suspects/0/kind").asString()).isEqualTo("commit");
    assertThat(answer.at("/suspects/0/id").asString()).isEqualTo(guilty);
    assertThat(answer.at("/suspects/0/author").asString()).isEqualTo("bob");
    assertThat(answer.at("/suspects/0/page").asString())
        .isEqualTo("https://github.com/acme/pay/commit/" + guilty);
    assertThat(answer.at("/suspects/0/evidence").isEmpty()).isFalse();
    assertThat(answer.at("/symptom/event").asString()).isEqualTo(event);
    assertThat(answer.at("/symptom/exception").asString())
        .isEqualTo("java.net.SocketTimeoutException");
  }

  @Test
  void showsTheDiffAndTheSourceThatTheEvidenceSpeaksOf() {
    JsonNode answer = served.get("/api/suspects", "event", event);

    assertThat(answer.at("/suspects/0/diff/0/lines").toString())
        .contains(
            "{\"op\":\"-\",\"text\":\"    connect(5_000);\",\"old\":4,\"new\":null}",
            "{\"op\":\"+\",\"text\":\"    connect(50);\",\"old\":null,\"new\":4}");
    JsonNode frame = answer.at("/frames/0");
    assertThat(frame.get("path").asString()).isEqualTo("src/main/java/com/acme/Gateway.java");
    assertThat(frame.get("changedCommit").asString()).isEqualTo(guilty);
    assertThat(frame.get("changedBy").asString()).isEqualTo("bob");
  }

  @Test
  void linksEachProofToItsPage() {
    JsonNode answer = served.get("/api/suspects", "event", event);

    String pay = "https://github.com/acme/pay/";
    String gateway = "/src/main/java/com/acme/Gateway.java#L4";
    assertThat(answer.at("/suspects/0/evidence").toString())
        .contains("\"page\":\"" + pay + "blob/" + guilty + gateway);
    assertThat(answer.at("/suspects/0/compare").asString())
        .isEqualTo(pay + "compare/" + begin + "..." + guilty);
    assertThat(answer.at("/frames/0/page").asString()).isEqualTo(pay + "blob/" + guilty + gateway);
    assertThat(answer.at("/frames/0/blame").asString())
        .isEqualTo(pay + "blame/" + guilty + gateway);
    assertThat(answer.at("/frames/0/editor").isNull()).isTrue();
  }

  @Test
  void comparesTheStartOfTheRunWithTheTimeBefore() {
    JsonNode answer = served.get("/api/suspects", "event", event);

    assertThat(answer.at("/window/from").asString()).isEqualTo("2026-11-21T14:45:10Z");
    assertThat(answer.at("/baseline/from").asString()).isEqualTo("2026-11-21T14:00:00Z");
    assertThat(answer.at("/baseline/to").asString()).isEqualTo("2026-11-21T14:45:10Z");
    assertThat(answer.at("/onset/time").asString()).isEqualTo("2026-11-21T15:00:10Z");
  }

  @Test
  void explainsASelectionToo() {
    JsonNode answer = served.get("/api/suspects", "from", WHEN_DEPLOYED);

    assertThat(answer.at("/suspects/0/id").asString()).isEqualTo(guilty);
    assertThat(answer.at("/symptom/level").asString()).isEqualTo("error");
    assertThat(answer.at("/comparison/patterns/0/kind").asString()).isEqualTo("new");
  }

  @Test
  void saysThatThereIsNothingToCompareWith() {
    JsonNode answer = served.get("/api/suspects");

    assertThat(answer.get("baseline").isNull()).isTrue();
  }

  @Test
  void namesTheCommitInATableToo() {
    JsonNode answer =
        served.get("/api/query", "q", "service:pay | suspects | head 1", "from", WHEN_DEPLOYED);

    assertThat(answer.get("kind").asString()).isEqualTo("table");
    assertThat(answer.at("/query/words").asString())
        .contains("the changes that may have caused them");
    assertThat(cell(answer, "id").asString()).isEqualTo(guilty);
    assertThat(cell(answer, "author").asString()).isEqualTo("bob");
    assertThat(cell(answer, "for").toString()).contains("+0.");
    assertThat(answer.get("complete").asBoolean()).isTrue();
  }

  @Test
  void narrowsTheTableAsThePageOfTheQueryLanguageShows() throws IOException {
    String shown = "suspects | where kind = commit and score > 0.1 | fields score, id, title, for";
    assertThat(Files.readString(Path.of("..", "docs", "query.md"))).contains(shown);

    JsonNode answer =
        served.get("/api/query", "q", "service:pay | " + shown, "from", WHEN_DEPLOYED);

    assertThat(answer.get("columns").size()).isEqualTo(4);
    assertThat(cell(answer, "id").asString()).isEqualTo(guilty);
    assertThat(cell(answer, "title").asString()).isEqualTo("Fail fast");
    assertThat(cell(answer, "score").asDouble()).isBetween(0.1, 1.0);
  }

  private static JsonNode cell(JsonNode answer, String column) {
    for (int i = 0; i < answer.get("columns").size(); i++) {
      if (answer.at("/columns/" + i + "/name").asString().equals(column)) {
        return answer.at("/rows/0/" + i);
      }
    }
    throw new AssertionError("no column " + column);
  }

  @Test
  void takesAnEventOrASelectionNotBoth() {
    JsonNode problem = served.problem("/api/suspects", "event", event, "q", "x");

    assertThat(problem.get("detail").asString()).startsWith("event: ");
  }

  @Test
  void knowsNothingOfAnEventThatIsNotThere() {
    assertThat(served.problem("/api/suspects", "event", "nope").get("status").asInt())
        .isEqualTo(404);
  }

  private static Logs logs() {
    Logs logs = new Logs().into("pay.log");
    for (int second = 0; second < 2 * DEPLOYED; second += 10) {
      logs.add(second, "charged order " + second, SuspectsRouteTest::pay);
      if (second > DEPLOYED && second % 20 == 10) {
        logs.add(
            second,
            "charge of order " + second + " failed",
            failed -> pay(failed).severity("ERROR").exception(timeout()));
      }
    }
    return logs;
  }

  private static EventBuilder pay(EventBuilder event) {
    return event.service("pay").severity("INFO").logger("com.acme.Gateway");
  }

  private static StackTrace timeout() {
    StackFrame frame = new StackFrame("com.acme.Gateway", "charge", "Gateway.java", 4);
    return new StackTrace(
        "java.net.SocketTimeoutException", "connect timed out after 50 ms", List.of(frame), null);
  }

  private static String[] source(String millis) {
    return new String[] {
      "package com.acme;",
      "class Gateway {",
      "  void charge() {",
      "    connect(" + millis + ");",
      "  }",
      "  void connect(int timeoutMillis) {}",
      "}"
    };
  }

  private static Instant at(long seconds) {
    return Logs.START.plusSeconds(seconds);
  }
}

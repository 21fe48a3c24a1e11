// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.change.Change;
import dev.clew.change.Deploy;
import dev.clew.change.hook.ChangeJournal;
import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import dev.clew.event.EventBuilder;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import dev.clew.journal.LineJournal;
import dev.clew.note.ErrorGroup;
import dev.clew.note.Notebook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An hour of logs of two services; a deploy in the middle brings an error of its own. */
class ErrorsRouteTest {
  private static final int DEPLOYED = 1_800;
  private static final StackFrame JDK = new StackFrame("java.net.Socket", "read", "Socket.java", 9);
  private static final StackFrame OWN =
      new StackFrame("com.acme.Gateway", "charge", "Gateway.java", 3);
  private static final List<String> NAMES = List.of("ada", "bea", "cid", "dot", "eve", "fay");

  @TempDir private static Path folder;

  private static GitRepository repository;
  private static LineJournal notes;
  private static ChangeJournal journal;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    GitFixture git = GitFixture.in(folder.resolve("pay.git"));
    String commit =
        git.file("src/com/acme/Gateway.java", "package com.acme;", "class Gateway {", "}", "")
            .commit("Begin", "ann", at(-900));
    repository = git.open();
    List<Change> changes =
        List.of(
            new Deploy(at(-600), "pay", "1", commit, "ann"),
            new Deploy(at(DEPLOYED), "pay", "2", commit, "bob"));
    notes = Notebook.journal(folder, note -> {});
    journal = ChangeJournal.open(folder.resolve(ChangeJournal.NAME), note -> {});
    served = Served.keeping(logs().events(), Map.of("pay", repository), changes, journal, notes);
  }

  @AfterAll
  static void stop() throws Exception {
    served.close();
    repository.close();
    notes.close();
    journal.close();
  }

  private static Instant at(int seconds) {
    return Logs.START.plusSeconds(seconds);
  }

  private static Logs logs() {
    Logs logs = new Logs().into("pay.log");
    for (int second = 0; second < 3_600; second += 10) {
      String host = second % 20 == 0 ? "a" : "b";
      String version = second < DEPLOYED ? "1" : "2";
      logs.add(second, "charged order " + second, event -> pay(event, "INFO", version, host));
      if (second % 600 == 0) {
        logs.add(second, "slow: retried " + second, event -> pay(event, "ERROR", version, host));
      }
      if (second > DEPLOYED + 30) {
        String trace = "t" + second;
        StackTrace thrown = second % 100 == 0 ? refused() : timeout();
        logs.add(
            second,
            "charge of order " + second + " failed",
            event -> pay(event, "ERROR", version, "a").traceId(trace).exception(thrown));
      }
      if (second % 300 == 0) {
        logs.add(
            second,
            "careful with order " + second,
            event -> pay(event, "WARN", version, host).exception(timeout()));
      }
    }
    logs.into("cart.log");
    for (int i = 0; i < 18; i++) {
      String name = NAMES.get(i % NAMES.size());
      logs.add(i, "cart of " + name + " is lost", event -> event.service("cart").severity("FATAL"));
    }
    return logs;
  }

  private static EventBuilder pay(EventBuilder event, String level, String version, String host) {
    return event.service("pay").severity(level).version(version).host(host);
  }

  private static StackTrace timeout() {
    return new StackTrace(
        "PaymentFailed",
        "no answer",
        List.of(OWN),
        new StackTrace("TimeoutError", "too late", List.of(JDK, OWN), null));
  }

  private static StackTrace refused() {
    return new StackTrace(
        "PaymentFailed",
        "not now",
        List.of(OWN),
        new StackTrace("ConnectionRefused", "closed", List.of(JDK), null));
  }

  @Test
  void groupsFailingEventsByServiceInnermostExceptionAndStatement() {
    JsonNode answer = served.get("/api/errors");

    assertThat(answer.at("/errorCount").asInt()).isEqualTo(5);
    assertThat(answer.at("/complete").asBoolean()).isTrue();
    assertThat(names(answer))
        .containsExactly(
            "pay TimeoutError charge of order <num> failed",
            "cart  cart of <word> is lost",
            "pay ConnectionRefused charge of order <num> failed",
            "pay TimeoutError careful with order <num>",
            "pay  slow: retried <num>");
    assertThat(answer.at("/total/value").asLong()).isEqualTo(176 + 18 + 12 + 6);
    assertThat(answer.at("/unlisted").asLong()).isZero();
  }

  @Test
  void eachCountIsThatOfItsQueryAndOfItsSteps() {
    for (JsonNode error : served.get("/api/errors").get("errors")) {
      long count = error.at("/count/value").asLong();
      JsonNode found = served.get("/api/search", "q", error.get("query").asString());
      long steps = 0;
      for (JsonNode step : error.get("counts")) {
        steps += step.asLong();
      }

      assertThat(found.at("/total/value").asLong()).as(error.toString()).isEqualTo(count);
      assertThat(steps).as(error.toString()).isEqualTo(count);
    }
  }

  @Test
  void tellsWhichDeployAnErrorCameAfterAndWhetherItIsNew() {
    JsonNode answer = served.get("/api/errors");

    JsonNode late = error(answer, "TimeoutError", "charge");
    assertThat(late.at("/deploy/version").asString()).isEqualTo("2");
    assertThat(late.at("/deploy/afterMs").asLong()).isEqualTo(40_000);
    assertThat(late.at("/fresh").asBoolean()).isTrue();
    assertThat(late.at("/state").asString()).isEqualTo("new");
    assertThat(late.at("/versions").toString())
        .isEqualTo(
            "{\"seen\":[{\"value\":\"2\",\"count\":159,\"first\":\"2026-11-21T14:30:40Z\"}],"
                + "\"count\":1,\"of\":2}");
    assertThat(late.at("/hosts/count").asInt()).isEqualTo(1);
    assertThat(late.at("/hosts/of").asInt()).isEqualTo(2);
    JsonNode old = error(answer, "", "slow");
    assertThat(old.at("/deploy/version").asString()).isEqualTo("1");
    assertThat(old.at("/fresh").asBoolean()).isFalse();
    assertThat(old.at("/state").asString()).isEqualTo("open");
    assertThat(old.at("/versions/count").asInt()).isEqualTo(2);
  }

  @Test
  void beginsBeforeTheTimeAskedForWhereItWasThereBefore() {
    JsonNode old =
        error(served.get("/api/errors", "from", at(DEPLOYED + 60).toString()), "", "slow");

    assertThat(old.get("first").asString()).isEqualTo(at(2_400).toString());
    assertThat(old.get("began").asString()).isEqualTo(at(0).toString());
    assertThat(old.get("fresh").asBoolean()).isFalse();
  }

  @Test
  void showsARecentExampleAndTheFirstFrameOfTheApplication() {
    JsonNode late = error(served.get("/api/errors"), "TimeoutError", "charge");
    JsonNode example = served.get("/api/events/" + late.get("event").asString()).get("event");

    assertThat(example.get("message").asString()).isEqualTo("charge of order 3590 failed");
    assertThat(late.at("/frame/path").asString()).isEqualTo("src/com/acme/Gateway.java");
    assertThat(late.at("/frame/function").asString()).isEqualTo("charge");
    assertThat(
            error(served.get("/api/errors"), "ConnectionRefused", "charge").get("frame").isNull())
        .isTrue();
  }

  @Test
  void keyIsTheOneThatSuspectsAndVerdictsUse() {
    JsonNode late = error(served.get("/api/errors"), "TimeoutError", "charge");
    String event = late.get("event").asString();
    String group = late.get("group").asString();

    assertThat(served.get("/api/suspects", "event", event).get("group").asString())
        .isEqualTo(group);
    assertThat(late.get("id").asString()).isEqualTo(ErrorGroup.id(group));
    for (String[] key :
        new String[][] {{"group", group}, {"group", ErrorGroup.id(group)}, {"event", event}}) {
      JsonNode alone = served.get("/api/errors", key[0], key[1]);
      assertThat(alone.get("errors").size()).isOne();
      assertThat(alone.at("/errors/0/id").asString()).isEqualTo(late.get("id").asString());
      assertThat(alone.at("/errorCount").asInt()).isEqualTo(5);
    }
    assertThat(served.get("/api/errors", "group", "none").get("errors").size()).isZero();
  }

  @Test
  void showsWhatPeopleSaid() {
    JsonNode lost = error(served.get("/api/errors"), "", "cart");
    String group = lost.get("group").asString();
    tell(group, "dismissed", "c0");
    assertThat(state("cart")).isEqualTo("dismissed");

    tell(group, "confirmed", "c1");

    assertThat(state("cart")).isEqualTo("confirmed");
    JsonNode said = error(served.get("/api/errors"), "", "cart").get("verdicts");
    assertThat(said.size()).isEqualTo(2);
    assertThat(said.get(1).get("by").asString()).isEqualTo("kim");
  }

  @Test
  void listsInTheOrderAskedForAndSaysWhatIsLeftOut() {
    JsonNode latest = served.get("/api/errors", "order", "latest", "limit", "1");
    assertThat(names(latest)).containsExactly("pay TimeoutError charge of order <num> failed");
    assertThat(latest.at("/unlisted").asLong()).isEqualTo(212 - 159);
    JsonNode newest = served.get("/api/errors", "order", "newest", "limit", "2");
    assertThat(names(newest).getFirst()).startsWith("pay ConnectionRefused");
  }

  @Test
  void narrowsByQueryAndTime() {
    assertThat(names(served.get("/api/errors", "q", "service:cart"))).hasSize(1);
    assertThat(served.get("/api/errors", "to", at(10).toString()).at("/total/value").asLong())
        .isEqualTo(10 + 2);
    JsonNode none = served.get("/api/errors", "q", "level:debug");
    assertThat(none.get("errors").size()).isZero();
    assertThat(none.at("/complete").asBoolean()).isTrue();
  }

  private static void tell(String group, String verdict, String id) {
    String body =
        """
        {"group": "%s", "kind": "commit", "id": "%s", "title": "t", "verdict": "%s", "by": "kim"}"""
            .formatted(group, id, verdict);
    byte[] sent = body.getBytes(StandardCharsets.UTF_8);
    assertThat(served.post("/api/verdicts", sent, "Content-Type", "application/json").statusCode())
        .isEqualTo(200);
  }

  private static String state(String service) {
    return error(served.get("/api/errors"), "", service).get("state").asString();
  }

  private static List<String> names(JsonNode answer) {
    return Stream.iterate(0, i -> i + 1)
        .limit(answer.get("errors").size())
        .map(i -> answer.get("errors").get(i))
        .map(
            error ->
                "%s %s %s"
                    .formatted(
                        error.get("service").asString(),
                        orEmpty(error.get("exception")),
                        error.get("template").asString()))
        .toList();
  }

  private static String orEmpty(@Nullable JsonNode text) {
    return text == null || text.isNull() ? "" : text.asString();
  }

  private static JsonNode error(JsonNode answer, String exception, String start) {
    for (JsonNode error : answer.get("errors")) {
      if (orEmpty(error.get("exception")).equals(exception)
          && error.get("template").asString().startsWith(start)) {
        return error;
      }
    }
    throw new AssertionError("no " + exception + " " + start + " in " + answer);
  }
}

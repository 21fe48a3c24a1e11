// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.change.Change;
import dev.clew.change.Deploy;
import dev.clew.change.hook.ChangeJournal;
import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import dev.clew.journal.LineJournal;
import dev.clew.note.Notebook;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Verdicts on suspects and folders of paths, told to a server and shown by it. */
class NotesRouteTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String GATEWAY = "services/pay/com/acme/Gateway.java";
  private static final StackFrame MOVED =
      new StackFrame("com.old.pay.Gateway", "charge", "Gateway.java", 4);

  @TempDir private Path folder;

  private GitRepository repository;
  private ChangeJournal journal;
  private LineJournal notes;
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    if (!Files.exists(folder.resolve("pay.git"))) {
      GitFixture git = GitFixture.in(folder.resolve("pay.git"));
      git.file(GATEWAY, source("5_000")).commit("Begin", "ann", Logs.START.minusSeconds(90_000));
      git.file(GATEWAY, source("50")).commit("Fail fast", "bob", Logs.START.plusSeconds(3_000));
    }
    repository = GitRepository.open(folder.resolve("pay.git"));
    journal = ChangeJournal.open(folder.resolve(ChangeJournal.NAME), note -> {});
    notes = Notebook.journal(folder, note -> {});
    served = Served.keeping(logs().events(), Map.of("pay", repository), deploys(), journal, notes);
  }

  @AfterEach
  void stop() throws IOException {
    served.close();
    notes.close();
    journal.close();
    repository.close();
  }

  @Test
  void aMappingIsTriedThenKeptAndLeadsFramesToTheirSource() throws IOException {
    JsonNode before = suspects();
    assertThat(before.at("/obstacles/0/kind").asString()).isEqualTo("no-file");
    assertThat(before.at("/frames/0/path").isNull()).isTrue();
    String commit = before.at("/running/0/commit").asString();

    JsonNode nowhere = attempt("src", commit);
    assertThat(nowhere.get("found").asBoolean()).isFalse();
    assertThat(nowhere.at("/near/0").asString()).isEqualTo(GATEWAY);
    JsonNode tried = attempt("services/pay/com/acme", commit);
    assertThat(tried.get("found").asBoolean()).isTrue();
    assertThat(tried.get("path").asString()).isEqualTo(GATEWAY);
    assertThat(tried.at("/lines/2/text").asString()).isEqualTo("    connect(50);");
    assertThat(suspects().at("/obstacles/0/kind").asString()).isEqualTo("no-file");

    String mapping = "{\"prefix\":\"com/old/pay\",\"folder\":\"services/pay/com/acme\"}";
    assertThat(post("/api/mappings", mapping).statusCode()).isEqualTo(200);
    shownByEveryRoute(commit);
    stop();
    serve();
    shownByEveryRoute(commit);

    String end = mapping.replace("}", ",\"ends\":true}");
    assertThat(post("/api/mappings", end).body()).contains("\"mappings\":[]");
    assertThat(suspects().at("/obstacles/0/kind").asString()).isEqualTo("no-file");
  }

  private void shownByEveryRoute(String commit) {
    JsonNode after = suspects();
    assertThat(after.get("obstacles")).isEmpty();
    assertThat(after.at("/frames/0/path").asString()).isEqualTo(GATEWAY);
    assertThat(after.at("/frames/0/reason").asString()).contains("mapping");
    assertThat(
            served
                .get(
                    "/api/source",
                    "commit",
                    commit,
                    "path",
                    "com/old/pay/Gateway.java",
                    "line",
                    "4")
                .get("path")
                .asString())
        .isEqualTo(GATEWAY);
  }

  @Test
  void aVerdictIsShownToTheNextReaderOfTheSameError() throws IOException {
    JsonNode answer = suspects();
    String group = answer.get("group").asString();
    assertThat(group).startsWith("pay | TimeoutError | ");
    assertThat(answer.get("verdicts")).isEmpty();

    HttpResponse<String> told = judge(group, "confirmed", "kim", "seen <b>twice</b>");
    assertThat(told.statusCode()).isEqualTo(200);
    stop();
    serve();

    JsonNode verdict = suspects().at("/verdicts/0");
    assertThat(verdict.get("verdict").asString()).isEqualTo("confirmed");
    assertThat(verdict.get("by").asString()).isEqualTo("kim");
    assertThat(verdict.get("reason").asString()).isEqualTo("seen <b>twice</b>");
    assertThat(verdict.get("time").asString()).isEqualTo("2026-11-21T15:00:00Z");
    assertThat(served.get("/api/verdicts", "group", group).at("/verdicts/0")).isEqualTo(verdict);
    assertThat(served.get("/api/verdicts", "group", "another").get("verdicts")).isEmpty();
    assertThat(served.get("/api/verdicts").at("/verdicts/0")).isEqualTo(verdict);

    judge(group, "withdrawn", "lee", null);
    assertThat(suspects().get("verdicts")).isEmpty();
  }

  @Test
  void refusesWhatCannotBeKept() {
    assertThat(problem(post("/api/verdicts", "{}"))).isEqualTo("unreadable-note");
    assertThat(problem(post("/api/verdicts", "null"))).isEqualTo("unreadable-note");
    assertThat(problem(post("/api/verdicts", "[1"))).isEqualTo("unreadable-note");
    assertThat(problem(judge("g", "guilty", "kim", null))).isEqualTo("unreadable-note");
    assertThat(problem(judge("g", "confirmed", " ", null))).isEqualTo("unreadable-note");
    assertThat(problem(post("/api/mappings", "{\"prefix\":\"/a\",\"folder\":\"../b\"}")))
        .isEqualTo("unreadable-note");
    String large = "{\"prefix\":\"/a\",\"folder\":\"" + "b".repeat(70_000) + "\"}";
    assertThat(problem(post("/api/mappings", large))).isEqualTo("body-too-large");
    assertThat(served.get("/api/mappings").get("mappings")).isEmpty();
  }

  @Test
  void takesNothingThatAWebSiteCouldSend() {
    byte[] body = "{\"prefix\":\"/a\",\"folder\":\"b\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(problem(served.post("/api/mappings", body, "Content-Type", "text/plain")))
        .isEqualTo("wrong-media-type");
    assertThat(problem(served.post("/api/mappings", body))).isEqualTo("wrong-media-type");
    assertThat(
            problem(
                served.post(
                    "/api/mappings",
                    body,
                    "Content-Type",
                    "application/json",
                    "Origin",
                    "https://evil.example")))
        .isEqualTo("foreign-origin");
    assertThat(served.get("/api/mappings").get("mappings")).isEmpty();
  }

  @Test
  void aServerThatKeepsNothingSaysSoAndTakesNothing() {
    try (Served reading = Served.events(List.of())) {
      assertThat(reading.get("/api/status").get("keeps").asBoolean()).isFalse();
      assertThat(reading.get("/api/mappings").get("keeps").asBoolean()).isFalse();
      HttpResponse<String> refused =
          reading.post(
              "/api/verdicts",
              "{}".getBytes(StandardCharsets.UTF_8),
              "Content-Type",
              "application/json");
      assertThat(refused.statusCode()).isEqualTo(405);
    }
    assertThat(served.get("/api/status").get("keeps").asBoolean()).isTrue();
  }

  @Test
  void namesTheCommitOfATagABranchOrAnId() {
    String head = repository.head().orElseThrow();
    assertThat(served.get("/api/commit", "revision", "main").get("id").asString()).isEqualTo(head);
    assertThat(
            served.get("/api/commit", "revision", head.substring(0, 8)).get("subject").asString())
        .isEqualTo("Fail fast");
    assertThat(served.problem("/api/commit", "revision", "v9").get("status").asInt())
        .isEqualTo(404);
    for (String walk : List.of("", "HEAD~1", ":/Begin", "main^{/Begin}", "main..main", "-x")) {
      assertThat(served.problem("/api/commit", "revision", walk).get("status").asInt())
          .as(walk)
          .isEqualTo(400);
    }
  }

  private JsonNode attempt(String to, String commit) {
    return served.get(
        "/api/mappings/try",
        "prefix",
        "com/old/pay",
        "folder",
        to,
        "path",
        "com/old/pay/Gateway.java",
        "line",
        "4",
        "commit",
        commit);
  }

  private HttpResponse<String> judge(
      String group, String verdict, String by, @Nullable String reason) {
    ObjectNode body =
        JSON.createObjectNode()
            .put("group", group)
            .put("kind", "commit")
            .put("id", repository.head().orElseThrow())
            .put("title", "Fail fast")
            .put("verdict", verdict)
            .put("by", by)
            .put("reason", reason);
    return post("/api/verdicts", body.toString());
  }

  private HttpResponse<String> post(String address, String body) {
    return served.post(
        address,
        body.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/json; charset=utf-8",
        "Origin",
        "http://127.0.0.1:" + served.port());
  }

  private static String problem(HttpResponse<String> response) {
    String type = JSON.readTree(response.body()).get("type").asString();
    return type.substring(type.indexOf('#') + 1);
  }

  private JsonNode suspects() {
    String event = served.get("/api/search", "q", "level:error").at("/events/0/id").asString();
    return served.get("/api/suspects", "event", event);
  }

  private List<Change> deploys() {
    return List.of(
        new Deploy(
            Logs.START.plusSeconds(3_550), "pay", "2", repository.head().orElseThrow(), "bob"));
  }

  private static Logs logs() {
    Logs logs = new Logs().into("pay.log");
    for (int second = 0; second < 7_200; second += 60) {
      logs.add(second, "charged order " + second, event -> event.service("pay").severity("INFO"));
      if (second > 3_600) {
        logs.add(
            second,
            "charge of order " + second + " failed",
            event ->
                event
                    .service("pay")
                    .severity("ERROR")
                    .exception(new StackTrace("TimeoutError", "too late", List.of(MOVED), null)));
      }
    }
    return logs;
  }

  private static String[] source(String millis) {
    return new String[] {
      "package com.acme;",
      "class Gateway {",
      "  void charge() {",
      "    connect(" + millis + ");",
      "  }",
      "}"
    };
  }
}

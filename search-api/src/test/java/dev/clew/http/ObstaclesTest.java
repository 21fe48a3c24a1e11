// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.change.Change;
import dev.clew.change.Deploy;
import dev.clew.code.Fetched;
import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import dev.clew.event.EventBuilder;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every state that keeps a stack trace from leading to a commit says what to give. */
class ObstaclesTest {
  private static final StackFrame OWN =
      new StackFrame("com.acme.Gateway", "charge", "Gateway.java", 4);

  @TempDir private Path folder;

  @Test
  void asksForTheRepository() {
    JsonNode answer = ask(Map.of(), null, null, OWN);
    assertThat(kinds(answer)).containsExactly("no-repository");
    assertThat(answer.at("/obstacles/0/fix").asString()).contains("--repo pay=GITDIR");
  }

  @Test
  void asksForTheVersionElseForItsCommit() {
    try (GitRepository repository = repository()) {
      JsonNode without = ask(Map.of("pay", repository), null, null, OWN);
      assertThat(kinds(without)).contains("no-version");
      assertThat(without.at("/running/0/sure").asBoolean()).isFalse();
      assertThat(without.at("/running/0/how").asString()).contains("before the first failure");

      JsonNode with = ask(Map.of("pay", repository), "2.4.0", null, OWN);
      assertThat(kinds(with)).contains("unknown-commit").doesNotContain("no-version");
      assertThat(with.at("/obstacles/0/text").asString()).contains("pay ran 2.4.0");
    }
  }

  @Test
  void saysThatAMirrorIsOlderThanTheFailure() {
    try (GitRepository repository = repository()) {
      String head = repository.head().orElseThrow();
      String address = "https://git.example.com/pay.git";
      repository.withFetched(new Fetched(address, Logs.START.minusSeconds(7_800), null));
      JsonNode old = ask(Map.of("pay", repository), "2", head, OWN);
      assertThat(kinds(old)).containsExactly("not-fetched");
      assertThat(old.at("/obstacles/0/checked/0").asString())
          .contains(address, "before the failure");

      repository.withFetched(new Fetched(address, Logs.START.plusSeconds(90_000), null));
      assertThat(kinds(ask(Map.of("pay", repository), "2", head, OWN))).isEmpty();
      repository.withFetched(
          new Fetched(address, Logs.START.plusSeconds(90_000), address + " was not fetched: no"));
      JsonNode failed = ask(Map.of("pay", repository), "2", head, OWN);
      assertThat(failed.at("/obstacles/0/text").asString()).endsWith("was not fetched: no.");
    }
  }

  @Test
  void saysHowTheCommitWasFound() {
    try (GitRepository repository = repository()) {
      JsonNode answer = ask(Map.of("*", repository), "2", repository.head().orElseThrow(), OWN);
      assertThat(kinds(answer)).isEmpty();
      assertThat(answer.at("/running/0/how").asString()).contains("named by its deploy");
      assertThat(answer.at("/running/0/subject").asString()).isEqualTo("Fail fast");
      assertThat(answer.at("/running/0/version").asString()).isEqualTo("2");
    }
  }

  @Test
  void tellsLibrariesFromFilesThatAreNotThere() {
    try (GitRepository repository = repository()) {
      String head = repository.head().orElseThrow();
      StackFrame library = new StackFrame("", "get", "/app/node_modules/got/index.js", 4);
      assertThat(kinds(ask(Map.of("pay", repository), "2", head, library)))
          .containsExactly("no-app-frames");
      StackFrame other = new StackFrame("com.acme.Other", "charge", "Other.java", 4);
      assertThat(kinds(ask(Map.of("pay", repository), "2", head, other)))
          .containsExactly("no-file");
      StackFrame built = new StackFrame("", "t", "/app/dist/main.min.js", 1, 4_000);
      JsonNode answer = ask(Map.of("pay", repository), "2", head, built);
      assertThat(kinds(answer)).containsExactly("minified", "no-file");
      assertThat(answer.at("/frames/0/tried/0").asString()).isEqualTo("app/dist/main.min.js");
    }
  }

  @Test
  void saysThatNoTraceWasLogged() {
    try (GitRepository repository = repository()) {
      String head = repository.head().orElseThrow();
      assertThat(kinds(ask(Map.of("pay", repository), "2", head, null))).contains("no-trace");
    }
  }

  private JsonNode ask(
      Map<String, GitRepository> repositories,
      @Nullable String version,
      @Nullable String commit,
      @Nullable StackFrame frame) {
    List<Change> changes =
        commit == null
            ? List.of()
            : List.of(new Deploy(Logs.START.plusSeconds(3_600), "pay", version, commit, "bob"));
    try (Served served = Served.with(logs(version, frame).events(), repositories, changes)) {
      String event = served.get("/api/search", "q", "level:error").at("/events/0/id").asString();
      return served.get("/api/suspects", "event", event);
    }
  }

  private static List<String> kinds(JsonNode answer) {
    return StreamSupport.stream(answer.get("obstacles").spliterator(), false)
        .map(obstacle -> obstacle.get("kind").asString())
        .toList();
  }

  private static Logs logs(@Nullable String version, @Nullable StackFrame frame) {
    Logs logs = new Logs().into("pay.log");
    for (int second = 0; second < 7_200; second += 30) {
      logs.add(second, "charged order " + second, event -> pay(event, version, "INFO"));
      if (second > 3_600) {
        logs.add(
            second,
            "charge of order " + second + " failed",
            event -> failed(pay(event, version, "ERROR"), frame));
      }
    }
    return logs;
  }

  private static EventBuilder pay(EventBuilder event, @Nullable String version, String level) {
    EventBuilder built = event.service("pay").severity(level);
    return version == null ? built : built.version(version);
  }

  private static EventBuilder failed(EventBuilder event, @Nullable StackFrame frame) {
    return frame == null
        ? event
        : event.exception(new StackTrace("TimeoutError", "too late", List.of(frame), null));
  }

  private GitRepository repository() {
    GitFixture git = GitFixture.in(folder.resolve("pay.git"));
    String path = "src/com/acme/Gateway.java";
    git.file(path, source("5_000")).commit("Begin", "ann", Logs.START.minusSeconds(90_000));
    git.file(path, source("50")).commit("Fail fast", "bob", Logs.START.plusSeconds(3_000));
    return git.open();
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

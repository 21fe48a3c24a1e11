// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.browser.BrowserScript;
import dev.clew.change.Change;
import dev.clew.change.ConfigChange;
import dev.clew.change.Deploy;
import dev.clew.change.hook.ChangeJournal;
import dev.clew.code.Fetched;
import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import dev.clew.event.EventBuilder;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import dev.clew.journal.LineJournal;
import dev.clew.note.Notebook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every state of the Suspects panel in a real browser, each on a server and a repository of its
 * own: what is missing, what was looked at, and the way on, which is taken. Then what people tell:
 * verdicts, and folders of paths.
 */
class SuspectStatesTest {
  private static final String GATEWAY = "services/pay/com/acme/Gateway.java";
  private static final StackFrame OWN =
      new StackFrame("com.acme.Gateway", "charge", "Gateway.java", 4);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<Map<String, String>> states = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  @Test
  void eachStateShowsWhatIsMissingAndAWayOnThatWorks() throws Exception {
    StackFrame moved = new StackFrame("com.old.pay.Gateway", "charge", "Gateway.java", 4);
    StackFrame built = new StackFrame("", "t", "/app/dist/main.min.js", 1, 4_000);
    StackFrame library = new StackFrame("", "get", "/app/node_modules/got/index.js", 4);

    state("no-repository", Map.of(), "2", OWN, List.of());
    GitRepository damaged = repository("damaged");
    state("unreadable-repository", pay(damaged), "2", OWN, deployed(damaged));
    loseObjects("damaged");
    GitRepository mirror =
        repository("mirror")
            .withFetched(
                new Fetched(
                    "https://git.example.com/acme/pay.git",
                    Logs.START.minus(Duration.ofDays(5)),
                    "https://git.example.com/acme/pay.git was not fetched: it did not answer"));
    state("not-fetched", pay(mirror), "2", OWN, deployed(mirror));
    state("no-version", pay(repository("unversioned")), null, OWN, List.of());
    state("unknown-commit", pay(repository("unknown")), "2.4.0", OWN, List.of());
    GitRepository plain = repository("plain");
    state("no-trace", pay(plain), "2", null, deployed(plain));
    state("no-app-frames", pay(plain), "2", library, deployed(plain));
    state("minified", pay(plain), "2", built, deployed(plain));
    state("no-file", pay(repository("moved")), "2", moved, deployed(plain));
    GitRepository quiet = quiet();
    state("nothing-touches", pay(quiet), "2", OWN, quietly(quiet));
    state("judged", pay(repository("judged")), "2", OWN, deployed(plain));

    Served reading =
        Served.with(logs("2", moved).events(), pay(repository("reading")), deployed(plain));
    open.add(reading);
    add("reading", reading);

    browse();
  }

  private void state(
      String name,
      Map<String, GitRepository> repositories,
      @Nullable String version,
      @Nullable StackFrame frame,
      List<Change> changes)
      throws IOException {
    Path kept = Files.createDirectories(folder.resolve("kept").resolve(name));
    ChangeJournal journal = ChangeJournal.open(kept.resolve(ChangeJournal.NAME), note -> {});
    LineJournal notes = Notebook.journal(kept, note -> {});
    Served served =
        Served.keeping(logs(version, frame).events(), repositories, changes, journal, notes);
    open.addAll(List.of(journal, notes, served));
    add(name, served);
  }

  private void add(String name, Served served) {
    Map<String, String> state = new LinkedHashMap<>();
    state.put("name", name);
    state.put("url", "http://127.0.0.1:" + served.port());
    state.put("event", served.get("/api/search", "q", "level:error").at("/events/0/id").asString());
    states.add(state);
  }

  private void browse() throws IOException, InterruptedException {
    Path input = Files.write(folder.resolve("states.json"), JSON.writeValueAsBytes(states));
    BrowserScript.run("states.mjs", input.toString(), "--shots", BrowserScript.shots().toString())
        .holds();
  }

  private static Map<String, GitRepository> pay(GitRepository repository) {
    return Map.of("pay", repository);
  }

  private static List<Change> deployed(GitRepository repository) {
    return List.of(
        new Deploy(
            Logs.START.plusSeconds(3_550), "pay", "2", repository.head().orElseThrow(), "bob"));
  }

  private GitRepository repository(String name) {
    GitFixture git = GitFixture.in(folder.resolve(name + ".git"));
    git.file(GATEWAY, source("5_000")).commit("Begin", "ann", Logs.START.minusSeconds(90_000));
    git.file(GATEWAY, source("50"))
        .commit("Fail <b>fast</b> | `now`", "bob", Logs.START.plusSeconds(3_000));
    return opened(git.open());
  }

  /** Its failing file is old; what is new are a file elsewhere and a setting. */
  private GitRepository quiet() {
    GitFixture git = GitFixture.in(folder.resolve("quiet.git"));
    git.file(GATEWAY, source("5_000"))
        .commit("Begin", "ann", Logs.START.minus(Duration.ofDays(30)));
    git.file("services/mail/Mail.java", "class Mail {", "  int tries = 3;", "}")
        .commit("Try thrice", "bob", Logs.START.plusSeconds(3_000));
    return opened(git.open());
  }

  private static List<Change> quietly(GitRepository repository) {
    String head = repository.head().orElseThrow();
    String first = repository.commit(head).parents().getFirst();
    return List.of(
        new Deploy(Logs.START.minusSeconds(80_000), "pay", "1", first, "bob"),
        new Deploy(Logs.START.plusSeconds(3_540), "pay", "2", head, "bob"),
        new ConfigChange(
            Logs.START.plusSeconds(3_550), "pay", null, "pay.yaml", "pool.size", "20", "2", "lee"));
  }

  private GitRepository opened(GitRepository repository) {
    open.add(repository);
    return repository;
  }

  /** As a disk loses them: the history is there, the files are not. */
  private void loseObjects(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(name + ".git"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().contains("objects") && !isCommit(file)) {
          Files.delete(file);
        }
      }
    }
  }

  private static boolean isCommit(Path object) throws IOException {
    try (InputStream in = new InflaterInputStream(Files.newInputStream(object))) {
      return new String(in.readNBytes(6), StandardCharsets.US_ASCII).equals("commit");
    }
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
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementsTest {
  private static final Instant DAY = Instant.parse("2026-01-05T10:00:00Z");

  @TempDir Path folder;

  private static String[] gateway(String message) {
    return new String[] {
      "class Gateway {",
      "  void charge(Order order) {",
      "    log.info(\"charging order {}\", order.id());",
      "    log.warn(\"" + message + "\", order.id(), ms);",
      "  }",
      "}"
    };
  }

  @Test
  void namesTheStatementAndTheValuesOfItsVariables() {
    GitFixture.in(folder)
        .file("src/Gateway.java", gateway("charge of order {} took {} ms"))
        .commit("first", "ann", DAY);
    try (GitRepository repository = GitRepository.open(folder)) {
      List<Match> found =
          new Statements(repository)
              .find(
                  new Printed("charge of order 17 took 31000 ms", "WARN", "shop.Gateway"),
                  repository.head().orElseThrow(),
                  3);
      assertThat(found.getFirst().statement().path()).isEqualTo("src/Gateway.java");
      assertThat(found.getFirst().statement().said().first()).isEqualTo(4);
      assertThat(found.getFirst().statement().said().function()).isEqualTo("charge");
      assertThat(found.getFirst().values())
          .containsExactly(new Match.Value("order.id()", "17"), new Match.Value("ms", "31000"));
      assertThat(found.getFirst().reasons())
          .contains("the logger is that of its class or file", "the level agrees");
    }
  }

  @Test
  void ofEqualTextsTheOneOfTheLoggerComesFirstAndWithoutLoggerItSaysThatItIsAmbiguous() {
    GitFixture.in(folder)
        .file("a/Alpha.java", "class Alpha { void f() { LOG.info(\"starting up\"); } }")
        .file("b/Beta.java", "class Beta { void f() { LOG.info(\"starting up\"); } }")
        .commit("first", "ann", DAY);
    try (GitRepository repository = GitRepository.open(folder)) {
      Statements statements = new Statements(repository);
      String head = repository.head().orElseThrow();
      assertThat(statements.find(new Printed("starting up", "INFO", "x.Beta"), head, 2))
          .extracting(match -> match.statement().path())
          .containsExactly("b/Beta.java", "a/Alpha.java");
      assertThat(statements.find(new Printed("starting up", "", ""), head, 1).getFirst().reasons())
          .contains("ambiguous: 1 other fits as well", "the same text stands in 2 places");
    }
  }

  @Test
  void aStatementOfVariablesOnlyIsFoundByItsLoggerAndLevel() {
    GitFixture.in(folder)
        .file("Env.java", "class Env { void f(String m, String v) { log.info(m + v); } }")
        .file("Server.java", "class Server { void f() { Env.f(\"environment:\", v); } }")
        .commit("first", "ann", DAY);
    try (GitRepository repository = GitRepository.open(folder)) {
      assertThat(
              new Statements(repository)
                  .find(
                      new Printed("environment:user=/", "INFO", "Env"),
                      repository.head().orElseThrow(),
                      1))
          .extracting(match -> match.statement().path())
          .containsExactly("Env.java");
    }
  }

  @Test
  void followsAStatementThroughChangesAndRenamesToTheCommitThatBroughtIt() {
    GitFixture git = GitFixture.in(folder);
    git.file("Readme.txt", "x").commit("root", "ann", DAY);
    git.file("old/Gateway.java", gateway("charge of order {} took {} ms"))
        .commit("brings it", "ben", DAY.plusSeconds(100));
    git.move("old/Gateway.java", "new/Gateway.java")
        .commit("moves it", "cat", DAY.plusSeconds(200));
    git.file("new/Gateway.java", gateway("charge of order {} took {} milliseconds"))
        .commit("rewords it", "dan", DAY.plusSeconds(300));
    try (GitRepository repository = GitRepository.open(folder)) {
      Statements statements = new Statements(repository);
      String head = repository.head().orElseThrow();
      Match match =
          statements
              .find(new Printed("charge of order 1 took 2 milliseconds", "", ""), head, 1)
              .getFirst();
      StatementHistory history = new Historian(statements).of(match.statement(), head);
      assertThat(history.versions())
          .extracting(version -> version.commit().subject() + " " + version.path())
          .containsExactly("rewords it new/Gateway.java", "brings it old/Gateway.java");
      assertThat(history.introduced()).isNotNull();
      assertThat(String.valueOf(history.introduced())).contains("brings it");
    }
  }

  @Test
  void followsAStatementIntoTheFileThatACommitTookItFrom() {
    GitFixture git = GitFixture.in(folder);
    String[] rest = {
      "class Gateway {",
      "  void pay() { open(); check(); send(); close(); }",
      "  void open() { socket.open(); }",
      "  void check() { rules.check(this); }",
    };
    git.file("Readme.txt", "x").commit("root", "ann", DAY);
    git.file(
            "Gateway.java",
            with(rest, "  void a() { log.warn(\"charge of order {} is late\", id); }"))
        .commit("brings it", "ben", DAY.plusSeconds(100));
    git.file("Gateway.java", with(rest, ""))
        .file(
            "Late.java",
            "final class Late {",
            "  static void say(String id) { log.warn(\"charge of order {} is late\", id); }",
            "}")
        .commit("moves it", "cat", DAY.plusSeconds(200));
    try (GitRepository repository = GitRepository.open(folder)) {
      Statements statements = new Statements(repository);
      String head = repository.head().orElseThrow();
      Match match =
          statements.find(new Printed("charge of order 1 is late", "", ""), head, 1).getFirst();
      StatementHistory history = new Historian(statements).of(match.statement(), head);
      assertThat(history.versions())
          .extracting(version -> version.commit().subject() + " " + version.path())
          .containsExactly("moves it Late.java", "brings it Gateway.java");
      assertThat(String.valueOf(history.introduced())).contains("brings it");
    }
  }

  private static String[] with(String[] lines, String more) {
    List<String> all = new ArrayList<>(List.of(lines));
    all.add(more);
    all.add("}");
    return all.toArray(String[]::new);
  }

  @Test
  void tellsWhichMessagesACommitAddsChangesAndRemoves() {
    GitFixture git = GitFixture.in(folder);
    git.file(
            "a.py",
            "def pay(o):",
            "    log.info('paying order %s', o)",
            "    log.debug('going on')",
            "    log.info('bye for now')")
        .commit("first", "ann", DAY);
    git.file(
            "a.py",
            "def pay(order):",
            "    log.info('paying the order %s', order)",
            "    log.warning('retry number %d of %d', n, all)",
            "    log.info('bye for now')")
        .commit("second", "ben", DAY.plusSeconds(100));
    try (GitRepository repository = GitRepository.open(folder)) {
      assertThat(
              new CommitMessages(new Statements(repository))
                  .of(repository.head().orElseThrow())
                  .changes())
          .extracting(change -> change.kind() + " " + change.statement().text())
          .containsExactlyInAnyOrder(
              "CHANGED paying the order {order}",
              "ADDED retry number {n} of {all}",
              "REMOVED going on");
    }
  }

  @Test
  void findsTheStatementAmongFilesThatOnlyShareWordsWithTheLine() {
    GitFixture git = GitFixture.in(folder);
    for (int i = 0; i < 100; i++) {
      git.file("a/Words%d.java".formatted(i), "class W { String a = \"order\", b = \"took\"; }");
    }
    git.file("z/Gateway.java", gateway("charge of order {} took {} ms")).commit("one", "ann", DAY);
    try (GitRepository repository = GitRepository.open(folder)) {
      Search found =
          new Statements(repository)
              .search(
                  List.of(
                      new Printed("charge of order 17 took 31000 ms", "", ""),
                      new Printed("charging order 18", "", ""),
                      new Printed("nothing of that", "", "")),
                  repository.head().orElseThrow(),
                  1,
                  () -> false);
      assertThat(found.files()).isEqualTo(101);
      assertThat(found.matches())
          .extracting(all -> all.stream().map(match -> match.statement().said().first()).toList())
          .containsExactly(List.of(4), List.of(3), List.of());
    }
  }

  @Test
  void aSearchForWhichNobodyWaitsEnds() {
    GitFixture.in(folder)
        .file("src/Gateway.java", gateway("charge of order {} took {} ms"))
        .commit("first", "ann", DAY);
    try (GitRepository repository = GitRepository.open(folder)) {
      assertThat(
              new Statements(repository)
                  .search(
                      List.of(new Printed("charging order 18", "", "")),
                      repository.head().orElseThrow(),
                      1,
                      () -> true)
                  .matches())
          .containsExactly(List.of());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Suspect;
import dev.clew.suspect.evidence.SuspectReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceSuspectsTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final String CLIENT = "src/main/java/com/acme/Client.java";
  private static final String LIMITS = "src/main/java/com/acme/Limits.java";

  @TempDir private Path temp;
  private GitFixture git;
  private String first;

  @BeforeEach
  void create() {
    git = GitFixture.in(temp);
    first =
        git.file(
                CLIENT,
                "package com.acme;",
                "class Client {",
                "  String send(Request request) {",
                "    return call(request, Limits.READ_TIMEOUT);",
                "  }",
                "}")
            .file(
                LIMITS,
                "package com.acme;",
                "class Limits {",
                "  static final int READ_TIMEOUT = 5000;",
                "}")
            .commit("first", "ann", NOON);
  }

  @Test
  void findsTheConstantThatTheFailingFunctionUsesInAnotherFile() {
    String guilty =
        git.file(
                LIMITS,
                "package com.acme;",
                "class Limits {",
                "  static final int READ_TIMEOUT = 2500;",
                "}")
            .commit("tidy up", "bob", NOON.plusSeconds(60));
    git.file("src/main/java/com/acme/Cart.java", "class Cart { int size() { return 1; } }")
        .commit("feat: cart", "cem", NOON.plusSeconds(120));
    SuspectReport report = rank(null, null, 10);
    assertThat(report.suspects().get(0).id()).isEqualTo(guilty);
    assertThat(report.suspects().get(0).evidence())
        .extracting(Evidence::text)
        .anyMatch(text -> text.contains("lowers a value from 5000 to 2500"))
        .anyMatch(text -> text.startsWith("gave READ_TIMEOUT its value"));
    assertThat(report.suspects().get(0).diff())
        .singleElement()
        .satisfies(hunk -> assertThat(hunk.file()).isEqualTo(LIMITS));
    assertThat(report.frames())
        .first()
        .satisfies(frame -> assertThat(frame.path()).isEqualTo(CLIENT));
  }

  @Test
  void clearsWhatCannotChangeTheProgramWithTheReason() {
    String comment =
        git.file(
                CLIENT,
                "package com.acme;",
                "// sends",
                "class Client {",
                "  String send(Request request) {",
                "    return call(request,   Limits.READ_TIMEOUT);",
                "  }",
                "}")
            .commit("comment", "bob", NOON.plusSeconds(60));
    String docs = git.file("README.md", "timeout").commit("docs", "bob", NOON.plusSeconds(120));
    SuspectReport report = rank(null, null, 10);
    assertThat(report.cleared())
        .extracting(cleared -> cleared.id() + " " + cleared.reason())
        .contains(
            comment + " changes only comments and layout", docs + " changes only documentation");
    assertThat(report.suspects()).extracting(Suspect::id).containsExactly(first);
  }

  @Test
  void staysBeforeTheMomentAndTheCommitThatRan() {
    String second =
        git.file(LIMITS, "class Limits {", "  static final int READ_TIMEOUT = 2500;", "}")
            .commit("two", "bob", NOON.plusSeconds(60));
    String third =
        git.file(LIMITS, "class Limits {", "  static final int READ_TIMEOUT = 1500;", "}")
            .commit("three", "bob", NOON.plusSeconds(120));
    assertThat(rank(second, null, 10).suspects())
        .extracting(Suspect::id)
        .contains(second)
        .doesNotContain(third);
    assertThat(rank(third, NOON.plusSeconds(60), 10).suspects())
        .extracting(Suspect::id)
        .contains(second)
        .doesNotContain(third);
  }

  @Test
  void looksAtTheCommitThatTheLinesOfTheTraceFitWhereNoneIsNamed() {
    String moved =
        git.file(
                CLIENT,
                "package com.acme;",
                "// sends",
                "// and waits",
                "class Client {",
                "  String last() {",
                "    return null;",
                "  }",
                "  String send(Request request) {",
                "    return call(request, Limits.READ_TIMEOUT);",
                "  }",
                "  String call(Request request, int millis) {",
                "    throw new Late();",
                "  }",
                "}")
            .commit("say more", "bob", NOON.plusSeconds(60));
    git.file(CLIENT, "package com.acme;", "class Client {", "  String send;", "}")
        .commit("all new", "cem", NOON.plusSeconds(120));
    StackTrace trace =
        new StackTrace(
            "com.acme.Late",
            "",
            List.of(
                new StackFrame("com.acme.Client", "call", "Client.java", 12),
                new StackFrame("com.acme.Client", "send", "Client.java", 9)),
            null);
    try (GitRepository repository = git.open()) {
      SuspectReport report = TraceSuspects.rank(repository, null, null, List.of(trace), "", 10);
      assertThat(report.running())
          .singleElement()
          .satisfies(
              ran -> {
                assertThat(ran.commit()).isEqualTo(moved);
                assertThat(ran.how())
                    .isEqualTo(
                        "inferred from 2 of 2 frames, 2 of them with the call on their line; no other of 3 commits agrees");
              });
      assertThat(report.suspects()).extracting(Suspect::title).doesNotContain("all new");
    }
  }

  @Test
  void saysWhatItDoesNotShow() {
    git.file(LIMITS, "class Limits {", "  static final int READ_TIMEOUT = 2500;", "}")
        .commit("two", "bob", NOON.plusSeconds(60));
    SuspectReport report = rank(null, null, 1);
    assertThat(report.suspects()).hasSize(1);
    assertThat(report.unknowns()).contains("1 weaker suspects are not shown");
    assertThat(rank("nowhere", null, 1).unknowns())
        .singleElement()
        .asString()
        .contains("there is no commit nowhere");
  }

  @Test
  void ranksPlainLogLinesByTheStatementThatPrintsThem() {
    String guilty =
        git.file(
                "src/main/java/com/acme/Stock.java",
                "class Stock {",
                "  void check() {",
                "    log.error(\"stock of {} is negative: {}\", sku, n);",
                "  }",
                "}")
            .commit("feat: check", "bob", NOON.plusSeconds(60));
    git.file("src/main/java/com/acme/Cart.java", "class Cart { int size() { return 1; } }")
        .commit("feat: cart", "cem", NOON.plusSeconds(120));
    try (GitRepository repository = git.open()) {
      SuspectReport report =
          TraceSuspects.rank(repository, null, null, List.of(), "stock of A-12 is negative: -3", 5);
      assertThat(report.suspects().get(0).id()).isEqualTo(guilty);
      assertThat(report.suspects().get(0).evidence())
          .extracting(Evidence::text)
          .anyMatch(text -> text.startsWith("introduced the message"));
    }
  }

  @Test
  void followsAFailingTestIntoWhatItCalls() {
    String guilty = cartOf("return price * 2;", "tidy", 60);
    git.file("src/main/java/com/acme/Cart.java", "class Cart { int size() { return 1; } }")
        .commit("feat: cart", "cem", NOON.plusSeconds(180));
    Suspect suspect = rankTest("com.acme.PriceTest", "addsUp").suspects().get(0);
    assertThat(suspect.id()).isEqualTo(guilty);
    assertThat(suspect.evidence())
        .extracting(Evidence::text)
        .anyMatch(text -> text.contains("total, which the failing test calls"));
  }

  @Test
  void knowsWhoEditedAFunctionWhenNothingOfTheEditIsLeft() {
    cartOf("return price;", "one", 60);
    String gone = cartOf("return check(price);", "two", 70);
    cartOf("return price;", "three", 80);
    assertThat(rankTest("com.acme.PriceTest", "addsUp").suspects())
        .filteredOn(suspect -> suspect.id().equals(gone))
        .flatExtracting(Suspect::evidence)
        .extracting(Evidence::text)
        .anyMatch(text -> text.startsWith("edited the function total"));
  }

  @Test
  void takesATestByItsNameWhenTheCommitDoesNotHoldIt() {
    String guilty = cartOf("return price * 2;", "tidy", 60);
    git.file("src/main/java/com/acme/Cart.java", "class Cart { int size() { return 1; } }")
        .commit("feat: cart", "cem", NOON.plusSeconds(180));
    try (GitRepository repository = git.open()) {
      assertThat(
              TraceSuspects.rank(
                      repository,
                      null,
                      null,
                      List.of(),
                      "--- com.acme.PriceTest::totalOfTwo\nexpected 2 but was 4",
                      5)
                  .suspects()
                  .get(0)
                  .id())
          .isEqualTo(guilty);
    }
  }

  @Test
  void itsEvidenceAddsUpToTheScore() {
    cartOf("return price * 2;", "tidy", 60);
    assertThat(rankTest("com.acme.PriceTest", "addsUp").suspects())
        .isNotEmpty()
        .allSatisfy(
            suspect ->
                assertThat(suspect.evidence().stream().mapToDouble(Evidence::weight).sum())
                    .isCloseTo(suspect.score(), within(1e-9)));
  }

  private String cartOf(String line, String subject, int seconds) {
    return git.file(
            "src/main/java/com/acme/Price.java",
            "package com.acme;",
            "class Price {",
            "  int total(int price) {",
            "    " + line,
            "  }",
            "}")
        .file(
            "src/test/java/com/acme/PriceTest.java",
            "package com.acme;",
            "class PriceTest {",
            "  void addsUp() {",
            "    assertEquals(1, new Price().total(1));",
            "  }",
            "}")
        .commit(subject, "bob", NOON.plusSeconds(seconds));
  }

  private SuspectReport rankTest(String type, String method) {
    StackTrace trace =
        new StackTrace(
            "java.lang.AssertionError",
            "expected:<1> but was:<2>",
            List.of(
                new StackFrame("org.junit.Assert", "fail", "Assert.java", 89),
                new StackFrame(type, method, "PriceTest.java", 4)),
            null);
    try (GitRepository repository = git.open()) {
      return TraceSuspects.rank(
          repository, null, null, List.of(trace), "expected:<1> but was:<2>", 9);
    }
  }

  private SuspectReport rank(String at, Instant before, int limit) {
    StackTrace trace =
        new StackTrace(
            "java.net.SocketTimeoutException",
            "no answer in 2500 ms",
            List.of(
                new StackFrame("com.acme.Client", "send", "Client.java", 4),
                new StackFrame("java.lang.Thread", "run", "Thread.java", 840)),
            null);
    try (GitRepository repository = git.open()) {
      return TraceSuspects.rank(
          repository,
          at,
          before,
          List.of(trace),
          "java.net.SocketTimeoutException: no answer in 2500 ms",
          limit);
    }
  }
}

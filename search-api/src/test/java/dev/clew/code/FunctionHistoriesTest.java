// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.code.FunctionHistory.Change;
import dev.clew.code.FunctionHistory.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionHistoriesTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  @TempDir private Path temp;
  private GitFixture git;
  private int minute;

  @BeforeEach
  void create() {
    git = GitFixture.in(temp.resolve("repo.git"));
  }

  @Test
  void tellsWhichCommitsTouchedAFunctionThroughRenamesOfItAndOfItsFile() {
    commit("other file", "Old.java", "x", "one();");
    String begun = commit("begin", "Pay.java", "charge", "send(5_000);");
    commit("more around it", "Pay.java", "charge", "send(5_000);", "int limit;");
    String tuned = commit("tune", "Pay.java", "charge", "send(50);", "int limit;");
    git.move("Pay.java", "Gateway.java");
    commit("move the file", "Gateway.java", "charge", "send(50);", "int limit;");
    String named = commit("rename it", "Gateway.java", "chargeNow", "send(50);", "int limit;");
    String at = commit("other lines", "Gateway.java", "chargeNow", "send(50);", "long limit;");
    try (GitRepository repository = git.open()) {
      FunctionHistory history =
          FunctionHistories.of(repository, "Gateway.java", at, 6, 20).orElseThrow();
      assertThat(history.function()).isEqualTo("chargeNow");
      assertThat(history.complete()).isTrue();
      assertThat(history.changes())
          .extracting(change -> change.commit().id())
          .containsExactly(named, tuned, begun);
      assertThat(history.changes())
          .extracting(Change::kind)
          .containsExactly(Kind.RENAMED, Kind.CHANGED, Kind.INTRODUCED);
      Change change = history.changes().get(1);
      assertThat(change.path()).isEqualTo("Pay.java");
      assertThat(change.added()).isEqualTo(1);
      assertThat(change.removed()).isEqualTo(1);
    }
  }

  @Test
  void countsWhatWasRemovedToo() {
    commit("begin", "Pay.java", "charge", "check(); send();");
    String gone = commit("no check", "Pay.java", "charge", "");
    try (GitRepository repository = git.open()) {
      FunctionHistory history =
          FunctionHistories.of(repository, "Pay.java", gone, 2, 20).orElseThrow();
      assertThat(history.changes().getFirst().commit().id()).isEqualTo(gone);
      assertThat(history.changes().getFirst().removed()).isEqualTo(1);
    }
  }

  @Test
  void saysThatItGoesBackFurther() {
    String at = "";
    for (int i = 0; i < 5; i++) {
      at = commit("change " + i, "Pay.java", "charge", "send(" + i + ");");
    }
    try (GitRepository repository = git.open()) {
      FunctionHistory history =
          FunctionHistories.of(repository, "Pay.java", at, 3, 3).orElseThrow();
      assertThat(history.changes()).hasSize(3);
      assertThat(history.complete()).isFalse();
      assertThat(FunctionHistories.of(repository, "Pay.java", at, 1, 3)).isEmpty();
      assertThat(FunctionHistories.of(repository, "Gone.java", at, 1, 3)).isEmpty();
    }
  }

  private String commit(
      String subject, String path, String function, String body, String... fields) {
    List<String> lines = new ArrayList<>(List.of("class Pay {"));
    for (String field : fields) {
      lines.add("  " + field);
      lines.add("");
      lines.add("");
    }
    lines.addAll(
        List.of(
            "  void " + function + "(Order order) {",
            "    Amount amount = order.amount();",
            "    " + body,
            "    log.info(amount);",
            "    audit.note(order);",
            "  }",
            "}"));
    return git.file(path, lines.toArray(String[]::new))
        .commit(subject, "ann", NOON.plusSeconds(60L * minute++));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import dev.clew.event.StackFrame;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line comes from the version before ten lines were put in front of the function. */
class LineRepairTest {
  private static final String PATH = "src/com/acme/Pay.java";

  @TempDir private Path temp;
  private GitFixture git;
  private String first;
  private String second;

  @BeforeEach
  void create() {
    git = GitFixture.in(temp);
    first = git.file(PATH, source(0)).commit("Begin", "ann", Instant.EPOCH);
    second = git.file(PATH, source(10)).commit("Say more", "bob", Instant.EPOCH.plusSeconds(60));
  }

  @Test
  void findsTheSameCodeThroughTheVersionInWhichTheLineFits() {
    try (GitRepository repository = git.open()) {
      ResolvedFrame frame = resolve(repository, "charge", 6, second);
      assertThat(frame.line()).isEqualTo(16);
      assertThat(frame.reason())
          .contains("line 6 is not in charge", "as of " + first.substring(0, 8), "line 16");
      assertThat(frame.changed()).isNotNull();
      assertThat(frame.changed().id()).isEqualTo(first);
    }
  }

  @Test
  void looksAtVersionsAfterTheCommitToo() {
    try (GitRepository repository = git.open()) {
      ResolvedFrame frame = resolve(repository, "charge", 16, first);
      assertThat(frame.line()).isEqualTo(6);
      assertThat(frame.reason()).contains("past the end");
    }
  }

  @Test
  void namesTheFunctionWhereNoVersionFits() {
    try (GitRepository repository = git.open()) {
      ResolvedFrame frame = resolve(repository, "lambda$charge$0", 1, second);
      assertThat(frame.line()).isEqualTo(15);
      assertThat(frame.changed()).isNull();
      assertThat(frame.reason()).contains("here charge is at lines 15 to 17");
    }
  }

  @Test
  void leavesAloneWhatFitsOrCannotBeTold() {
    try (GitRepository repository = git.open()) {
      assertThat(resolve(repository, "charge", 16, second).reason()).isNull();
      assertThat(resolve(repository, "inherited", 6, second).reason()).isNull();
      assertThat(resolve(repository, "<init>", 3, second).reason()).isNull();
      assertThat(resolve(repository, "inherited", 600, second).reason()).contains("past the end");
      assertThat(resolve(repository, "inherited", 600, second).line()).isZero();
    }
  }

  @Test
  void tellsWhereALineIsAtHead() {
    try (GitRepository repository = git.open()) {
      FrameResolver resolver = new FrameResolver(repository);
      assertThat(resolver.atHead(PATH, 6, first).orElseThrow())
          .isEqualTo(new FrameResolver.AtHead(second, PATH, 16, true));
      assertThat(resolver.atHead(PATH, 6, second)).isEmpty();
    }
  }

  private static ResolvedFrame resolve(
      GitRepository repository, String function, int line, String at) {
    return new FrameResolver(repository)
        .resolve(new StackFrame("com.acme.Pay", function, "Pay.java", line), at);
  }

  private static String[] source(int more) {
    List<String> lines = new ArrayList<>(List.of("package com.acme;", "class Pay {"));
    for (int i = 0; i < more; i++) {
      lines.add("  // said " + i);
    }
    lines.addAll(
        List.of(
            "  int limit = 3;",
            "",
            "  void charge() {",
            "    gateway.send(limit);",
            "  }",
            "",
            "  void refund() {",
            "    gateway.back(limit);",
            "  }",
            "}"));
    return lines.toArray(String[]::new);
  }
}

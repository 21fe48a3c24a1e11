// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each commit moves {@code charge} and {@code send}, one after the other, some lines down. */
class CommitVoteTest {
  private static final String PATH = "src/com/acme/Pay.java";

  @TempDir private Path temp;
  private GitFixture git;
  private final List<String> commits = new ArrayList<>();

  @BeforeEach
  void create() {
    git = GitFixture.in(temp);
    commits.add(shifted(0).commit("Begin", "ann", at(0)));
    commits.add(shifted(10).commit("Say more", "bob", at(1)));
    commits.add(git.file("README.md", "Pay").commit("Describe", "bob", at(2)));
    commits.add(shifted(20).commit("Say most", "cem", at(3)));
  }

  @Test
  void findsTheCommitsWhoseLinesFit() {
    FittingCommits fitting = judge(null, trace(16, 20)).orElseThrow();
    assertThat(fitting.commits()).containsExactly(commits.get(2), commits.get(1));
    assertThat(fitting.isSure()).isTrue();
    assertThat(fitting.how())
        .isEqualTo(
            "inferred from 2 of 2 frames, 2 of them with the call on their line;"
                + " 2 of 4 commits agree, from %s to %s"
                    .formatted(commits.get(1).substring(0, 8), commits.get(2).substring(0, 8)));
  }

  @Test
  void staysWithTheNewestWhereItFits() {
    FittingCommits fitting = judge(null, trace(26, 30)).orElseThrow();
    assertThat(fitting.isNewest()).isTrue();
    assertThat(fitting.isSure()).isFalse();
    assertThat(fitting.commits()).containsExactly(commits.get(3));
  }

  @Test
  void isNotSureOfFramesThatContradictEachOther() {
    FittingCommits fitting = judge(null, trace(6, 20)).orElseThrow();
    assertThat(fitting.isSure()).isFalse();
    assertThat(fitting.against()).isEqualTo(1);
  }

  @Test
  void isNotSureOfOneLine() {
    StackFrame charge = new StackFrame("com.acme.Pay", "charge", "Pay.java", 6);
    StackTrace one = new StackTrace("Refused", "", List.of(charge), null);
    assertThat(judge(null, one).orElseThrow().isSure()).isFalse();
  }

  @Test
  void looksAtNothingYoungerThanTheFailure() {
    FittingCommits fitting = judge(at(1), trace(26, 30)).orElseThrow();
    assertThat(fitting.commits()).doesNotContain(commits.get(3));
    assertThat(fitting.isSure()).isFalse();
  }

  @Test
  void isSilentWithoutFramesOfTheRepository() {
    StackFrame far = new StackFrame("org.other.Far", "go", "Far.java", 6);
    assertThat(judge(null, new StackTrace("Refused", "", List.of(far), null))).isEmpty();
    assertThat(judge(null, new StackTrace("Refused", "", List.of(), null))).isEmpty();
  }

  @Test
  void isNotLedByLinesThatNoFileHas() {
    assertThat(judge(null, trace(Integer.MAX_VALUE, 1)).orElseThrow().isSure()).isFalse();
  }

  private Optional<FittingCommits> judge(@Nullable Instant before, StackTrace trace) {
    try (GitRepository repository = git.open()) {
      String head = repository.head().orElseThrow();
      return new CommitVote(repository).judge(List.of(trace), head, before);
    }
  }

  private static StackTrace trace(int charge, int send) {
    return new StackTrace(
        "com.acme.Refused",
        "no",
        List.of(
            new StackFrame("com.acme.Pay", "charge", "Pay.java", charge),
            new StackFrame("com.acme.Pay", "send", "Pay.java", send)),
        null);
  }

  private GitFixture shifted(int lines) {
    List<String> source = new ArrayList<>(List.of("package com.acme;", "", "class Pay {"));
    for (int i = 0; i < lines; i++) {
      source.add("  int field" + i + ";");
    }
    source.addAll(
        List.of(
            "",
            "  void charge() {",
            "    throw new Refused();",
            "  }",
            "",
            "  void send() {",
            "    charge();",
            "  }",
            "}"));
    return git.file(PATH, source.toArray(String[]::new));
  }

  private static Instant at(int minute) {
    return Instant.EPOCH.plusSeconds(60L * minute);
  }
}

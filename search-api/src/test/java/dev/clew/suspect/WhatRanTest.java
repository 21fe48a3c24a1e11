// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.change.inferred.Inferred;
import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.explain.EventSet;
import dev.clew.ingest.Ingest;
import dev.clew.ingest.ReadSettings;
import dev.clew.query.Query;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.lucene.LuceneLogStores;
import dev.clew.suspect.evidence.Running;
import dev.clew.suspect.evidence.Running.By;
import dev.clew.suspect.evidence.SuspectReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three commits; the failure is at noon, after all of them. */
class WhatRanTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  @TempDir private Path temp;
  private final List<String> lines = new ArrayList<>();
  private GitFixture git;
  private String first;
  private String second;
  private String third;

  @BeforeEach
  void create() throws IOException {
    git = GitFixture.in(Files.createDirectory(temp.resolve("code")));
    first = git.file("pay.py", "one = 1").commit("one", "ann", NOON.minusSeconds(90_000));
    second = git.file("pay.py", "two = 2").commit("two", "bob", NOON.minusSeconds(80_000));
    third = git.file("pay.py", "three = 3").commit("three", "cem", NOON.minusSeconds(70_000));
  }

  @Test
  void isTheVersionThatTheFailingEventsCarry() throws IOException {
    git.tag("v1.4.0", second);
    Running ran = running("1.4.0");
    assertThat(ran.by()).isEqualTo(By.VERSION);
    assertThat(ran.commit()).isEqualTo(second);
    assertThat(ran.how())
        .isEqualTo("the failing events of pay carry the version 1.4.0, told by the tag v1.4.0");
  }

  @Test
  void isWhatALineOfTheServiceSaysItWasBuiltFrom() throws IOException {
    say(-3_000, "a", "git.commit.id=" + second);
    Running ran = running(null);
    assertThat(ran.by()).isEqualTo(By.BUILD);
    assertThat(ran.commit()).isEqualTo(second);
    assertThat(ran.how()).isEqualTo("pay says what it was built from, app.log:1");
    assertThat(ran.event()).isNotNull();
  }

  @Test
  void isTheLastBuildBeforeTheFailureHoweverItIsWritten() throws IOException {
    say(-5_000, "a", "build " + first.substring(0, 7));
    say(-3_000, "a", "version=1.4.2 revision=" + second.substring(0, 10));
    say(3_000, "a", "vcs.revision=" + third);
    assertThat(running(null).commit()).isEqualTo(second);
  }

  @Test
  void isNotKnownWhereHostsDisagree() throws IOException {
    say(-3_000, "a", "commit: " + first);
    say(-2_990, "b", "commit: " + second);
    SuspectReport report = report(null);
    assertThat(report.running().getFirst().by()).isEqualTo(By.GUESS);
    assertThat(report.unknowns())
        .contains(
            "lines of pay say that different commits run: %s, %s"
                .formatted(second.substring(0, 8), first.substring(0, 8)));
  }

  @Test
  void isNoIdThatIsOfNoCommitOrThatALineMerelyHolds() throws IOException {
    say(-3_000, "a", "commit: 0123456789abcdef0123456789abcdef01234567");
    say(-2_000, "a", "order " + second + " paid");
    say(-1_000, "a", "commit " + first + " reverts commit " + second);
    assertThat(running(null).by()).isEqualTo(By.GUESS);
  }

  private Running running(@Nullable String version) throws IOException {
    return report(version).running().getFirst();
  }

  private SuspectReport report(@Nullable String version) throws IOException {
    for (int i = 0; i < 20; i++) {
      line(-600 + i, "INFO", "a", "paid", version);
      line(i, "ERROR", "a", "no money left", version);
    }
    Path file = Files.write(temp.resolve("app.log"), lines);
    try (LogStore store = LuceneLogStores.open(temp.resolve("index"));
        GitRepository repository = git.open()) {
      new Ingest(
              store,
              new ReadSettings(ZoneOffset.UTC, NOON),
              InputStream.nullInputStream(),
              InstantSource.fixed(NOON))
          .index(List.of(file), (done, total) -> {});
      return Investigation.investigate(
              within(store, NOON, NOON.plusSeconds(600)),
              within(store, NOON.minusSeconds(900), NOON),
              Map.of("pay", repository),
              () -> Inferred.from(store, TimeRange.ALL).changes(),
              Optional.empty())
          .suspects();
    }
  }

  private static EventSet within(LogStore store, Instant from, Instant to) {
    return new EventSet(
        store,
        new Selection(new Query.All(), new TimeRange(EventTime.nanos(from), EventTime.nanos(to))));
  }

  private void say(int second, String host, String message) {
    line(second, "INFO", host, message, null);
  }

  private void line(
      int second, String level, String host, String message, @Nullable String version) {
    lines.add(
        "{\"time\":\"%s\",\"level\":\"%s\",\"service\":\"pay\",\"host\":\"%s\",%s\"message\":\"%s\"}"
            .formatted(
                NOON.plusSeconds(second),
                level,
                host,
                version == null ? "" : "\"version\":\"" + version + "\",",
                message));
  }
}

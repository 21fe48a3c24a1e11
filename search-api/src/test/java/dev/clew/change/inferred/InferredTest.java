// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.inferred;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.change.Change;
import dev.clew.change.ConfigChange;
import dev.clew.change.Deploy;
import dev.clew.change.Restart;
import dev.clew.event.TimeRange;
import dev.clew.ingest.Ingest;
import dev.clew.ingest.ReadSettings;
import dev.clew.store.LogStore;
import dev.clew.store.lucene.LuceneLogStores;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InferredTest {
  private static final Instant START = Instant.parse("2026-05-04T12:00:00Z");

  @TempDir private Path folder;
  private final List<String> lines = new ArrayList<>();

  @Test
  void tellsADeployFromAVersionThatChangesForGood() {
    requests("pay", "web-1", "1.4.0", 7, 0, 60);
    requests("pay", "web-1", "1.5.0", 7, 60, 120);

    Inferred found = inferred();

    assertThat(found.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.label()).isEqualTo("pay 1.4.0 → 1.5.0 deployed");
              assertThat(change.time()).isEqualTo(minute(60));
              assertThat(change.by()).isNull();
              assertThat(change.inferred().text())
                  .isEqualTo("inferred: first event with version 1.5.0 after 1.4.0, app.log:61");
            });
  }

  @Test
  void tellsARollbackAsASecondDeploy() {
    requests("pay", "web-1", "1.4.0", 7, 0, 60);
    requests("pay", "web-1", "1.5.0", 7, 60, 75);
    requests("pay", "web-1", "1.4.0", 7, 75, 200);

    assertThat(inferred().changes())
        .extracting(Change::label)
        .containsExactly("pay 1.4.0 → 1.5.0 deployed", "pay 1.5.0 → 1.4.0 deployed");
  }

  @Test
  void takesARollOverSeveralHostsForOneChange() {
    for (int i = 0; i < 3; i++) {
      requests("pay", "web-" + i, "1.4.0", 10 + i, 0, 60 + 3 * i);
      line("pay", "web-" + i, "1.5.0", 20 + i, 60 + 3 * i, "Starting pay 1.5.0 (commit 9f31c2ab)");
      requests("pay", "web-" + i, "1.5.0", 20 + i, 61 + 3 * i, 120);
    }

    assertThat(inferred().changes())
        .extracting(Change::label)
        .containsExactly("pay 1.4.0 → 1.5.0 deployed (9f31c2ab) on 3 hosts");
  }

  @Test
  void countsTheHostsWhereANewVersionBegins() {
    for (int i = 0; i < 3; i++) {
      requests("pay", "web-" + i, "1.4.0", 7, 0, 60 + 3 * i);
      requests("pay", "web-" + i, "1.5.0", 7, 60 + 3 * i, 200);
    }

    assertThat(inferred().changes())
        .extracting(Change::label)
        .containsExactly("pay 1.4.0 → 1.5.0 deployed on 3 hosts");
  }

  @Test
  void saysWhyVersionsSideBySideTellNothing() {
    for (int minute = 0; minute < 120; minute++) {
      requests("pay", "", minute % 2 == 0 ? "1.4.0" : "1.5.0", 7, minute, minute + 1);
    }

    Inferred found = inferred();

    assertThat(found.changes()).isEmpty();
    assertThat(found.notes())
        .containsExactly(
            "pay: values of version alternate 119 times, so when one took over is not known");
  }

  @Test
  void tellsARestartFromAProcessThatAnotherOneReplaces() {
    requests("mail", "web-1", null, 41, 0, 60);
    requests("mail", "web-1", null, 97, 61, 120);

    assertThat(inferred().changes())
        .singleElement()
        .isInstanceOf(Restart.class)
        .satisfies(
            change -> {
              assertThat(change.label()).isEqualTo("mail restarted");
              assertThat(change.inferred().how()).isEqualTo("process 97 in place of 41");
            });
  }

  @Test
  void saysWhyWorkersAndJobsAreNoRestarts() {
    for (int job = 0; job < 40; job++) {
      requests("cron", "web-1", null, 100 + job, 3 * job, 3 * job + 1);
    }
    requests("pool", "web-1", null, 51, 0, 60);
    requests("pool", "web-1", null, 52, 30, 120);

    Inferred found = inferred();

    assertThat(found.changes()).isEmpty();
    assertThat(found.notes())
        .containsExactly(
            "cron on web-1: more than 12 processes, as of workers or jobs, so no restart is inferred from process ids",
            "pool on web-1: processes run side by side, so no restart is inferred from process ids");
  }

  @Test
  void takesAProgramThatStartsAgainWithItsVersionForARestart() {
    line("pay", "web-1", null, 1, 0, "Starting pay 1.5.0");
    line("pay", "web-1", null, 1, 1, "Ready, gateway is up");
    line("pay", "web-1", null, 2, 60, "Starting pay 1.5.0");
    line("pay", "web-1", null, 3, 62, "Starting pay 1.5.0");
    line("pay", "web-1", null, 4, 64, "Starting pay 1.5.0");

    assertThat(inferred().changes())
        .extracting(Change::label)
        .containsExactly("pay 1.5.0 restarted", "pay 1.5.0 restarted, 3 times");
  }

  @Test
  void findsTheVersionThatEndedWhereTheProgramSaysSo() {
    line("pay", "web-1", null, 1, 0, "Stopping pay 1.4.0");
    line("pay", "web-1", null, 2, 1, "Starting pay 1.5.0 (commit 9f31c2a)");

    assertThat(inferred().changes())
        .singleElement()
        .isInstanceOfSatisfying(
            Deploy.class,
            deploy -> {
              assertThat(deploy.before()).isEqualTo("1.4.0");
              assertThat(deploy.version()).isEqualTo("1.5.0");
              assertThat(deploy.commit()).isEqualTo("9f31c2a");
              assertThat(deploy.inferred().text())
                  .isEqualTo("inferred: says that it starts as process 2, app.log:2");
            });
  }

  @Test
  void believesAServiceManagerOnlyOfProgramsThatLog() {
    line("pay", "web-1", null, 9, 0, "Request 1 answered");
    line("systemd", "web-1", null, 1, 5, "Started pay.service - Takes payments.");
    line("systemd", "web-1", null, 1, 6, "Started logrotate.service - Rotate log files.");

    assertThat(inferred().changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.label()).isEqualTo("pay restarted");
              assertThat(change.inferred().how()).isEqualTo("systemd says that it started it");
            });
  }

  @Test
  void findsNothingInAnEmptyStore() {
    assertThat(inferred().changes()).isEmpty();
  }

  @Test
  void readsTheDocumentedExampleAsThePageSays() throws IOException {
    Path module = Path.of("").toAbsolutePath();
    Path home = module.endsWith("search-api") ? module.getParent() : module;
    Matcher example =
        Pattern.compile("```jsonl\\n(.*?)```\\n```text\\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(home.resolve("docs/changes.md")));
    assertThat(example.find()).isTrue();
    example.group(1).lines().forEach(lines::add);

    assertThat(inferred().changes())
        .extracting(
            change -> change.time() + " " + change.label() + " — " + change.inferred().text())
        .containsExactlyElementsOf(example.group(2).lines().toList());
  }

  @Test
  void saysWhichProgramsLogOnTheHostThatWasChanged() {
    requests("mail", "WEB-1", null, 41, 0, 9);
    requests("pay", "web-1", null, 42, 0, 30);
    requests("cart", "web-2", null, 43, 0, 30);
    ConfigChange onHost = new ConfigChange(START, null, "web-1", null, "dns", "a", "b", null);
    ConfigChange ofCart = new ConfigChange(START, "cart", "web-1", null, "dns", "a", "b", null);

    assertThat(
            stored(store -> new InferredChanges(store).apply(List.of(onHost, ofCart))).stream()
                .map(Change::label))
        .containsExactlyInAnyOrder(
            "dns on web-1, where pay, mail log: a → b", "dns on web-1: a → b");
  }

  private void requests(
      String service, String host, String version, int pid, int fromMinute, int toMinute) {
    for (int minute = fromMinute; minute < toMinute; minute++) {
      line(service, host, version, pid, minute, "Request " + minute + " answered");
    }
  }

  private void line(
      String service, String host, String version, int pid, int minute, String message) {
    lines.add(
        "{\"time\":\"%s\",\"level\":\"info\",\"service\":\"%s\"%s%s,\"pid\":%d,\"msg\":\"%s\"}"
            .formatted(
                minute(minute),
                service,
                host.isEmpty() ? "" : ",\"host\":\"" + host + "\"",
                version == null ? "" : ",\"version\":\"" + version + "\"",
                pid,
                message));
  }

  private static Instant minute(int minute) {
    return START.plusSeconds(60L * minute);
  }

  private Inferred inferred() {
    return stored(store -> Inferred.from(store, TimeRange.ALL));
  }

  private <T> T stored(Function<LogStore, T> question) {
    try (LogStore store = LuceneLogStores.open(folder.resolve("index"))) {
      Path file = Files.write(folder.resolve("app.log"), lines);
      new Ingest(
              store,
              new ReadSettings(ZoneOffset.UTC, START),
              InputStream.nullInputStream(),
              InstantSource.fixed(START))
          .index(List.of(file), (done, total) -> {});
      return question.apply(store);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

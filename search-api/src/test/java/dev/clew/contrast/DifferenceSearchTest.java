// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import static dev.clew.contrast.PlantedLog.selection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.contrast.Differences.Verdict;
import dev.clew.contrast.Finding.Change;
import dev.clew.contrast.Finding.Having;
import dev.clew.contrast.Finding.Shift;
import dev.clew.contrast.Finding.Silence;
import dev.clew.contrast.measure.Shares;
import dev.clew.contrast.member.Trait;
import dev.clew.store.LogStore;
import dev.clew.store.Until;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferenceSearchTest {
  @TempDir Path folder;

  private static Stream<Finding> findings(Differences differences) {
    return differences.groups().stream()
        .flatMap(group -> Stream.concat(Stream.of(group.leading()), group.together().stream()));
  }

  private static List<String> sentences(Differences differences) {
    Sentences sentences = new Sentences(differences);
    return findings(differences).map(sentences::of).toList();
  }

  /** Requests of which every eleventh fails; shard 7 is at fault, but for one. */
  private static PlantedLog requests() {
    PlantedLog log = new PlantedLog(1);
    for (int i = 0; i < 550; i++) {
      boolean fails = i % 11 == 0;
      int shard = fails ? i == 0 ? 3 : 7 : i % 32 == 5 ? 7 : i % 7;
      String trace = "%08x%08x%08x%08x".formatted(i, i * 31, i * 17, i * 7);
      log.add(i, "INFO", "order received", e -> e.traceId(trace).attribute("shard", "" + shard));
      log.add(i + 0.1, "INFO", "charging card", e -> e.traceId(trace));
      if (fails) {
        log.add(i + 0.2, "ERROR", "order failed", e -> e.traceId(trace));
      } else {
        log.add(i + 0.2, "INFO", "order placed", e -> e.traceId(trace));
      }
    }
    return log;
  }

  @Test
  void saysWhatFailingRequestsHaveAndHealthyOnesHaveNot() {
    try (LogStore store = requests().inLucene(folder)) {
      Differences found =
          new DifferenceSearch(store)
              .ofRequests(selection("level:error"), selection("*"), "trace", Until.NEVER);
      assertThat(found.here().members()).isEqualTo(50);
      assertThat(found.there().members()).isEqualTo(500);
      assertThat(sentences(found))
          .contains(
              "98 % of these and 3.2 % of the other requests have shard=7 (49 of 50, 16 of 500)",
              "100 % of these and 0 % of the other requests have the step “order failed”"
                  + " (50 of 50, 0 of 500)",
              "0 % of these and 100 % of the other requests have the step “order placed”"
                  + " (0 of 50, 500 of 500)")
          .noneMatch(sentence -> sentence.contains("charging card"));
    }
  }

  @Test
  void countsExactlyWhatAListOfTheEventsGives() {
    try (LogStore store = requests().inLucene(folder)) {
      Differences found =
          new DifferenceSearch(store)
              .ofEvents(selection("shard:7"), selection("-shard:7"), Until.NEVER);
      assertThat(found.here().members()).isEqualTo(65);
      assertThat(found.there().members()).isEqualTo(1585);
      assertThat(found.leftOut()).extracting(LeftOut::name).contains("shard");
      assertThat(findings(found))
          .filteredOn(finding -> finding instanceof Having)
          .extracting(finding -> ((Having) finding).shares())
          .contains(new Shares(65, 65, 485, 1585));
    }
  }

  @Test
  void putsTogetherWhatIsAboutTheSameEvents() {
    PlantedLog log = new PlantedLog(2);
    for (int i = 0; i < 400; i++) {
      boolean fails = i % 4 == 0;
      log.add(
          i,
          fails ? "ERROR" : "INFO",
          fails ? "pool exhausted on db-main" : "order placed",
          e -> e.logger(fails ? "Pool" : "Orders").attribute("region", fails ? "west" : "east"));
    }
    try (LogStore store = log.inLucene(folder)) {
      Differences found =
          new DifferenceSearch(store).ofEvents(selection("pool"), selection("order"), Until.NEVER);
      assertThat(found.groups()).hasSize(2);
      assertThat(found.groups().getFirst().together()).hasSize(3);
    }
  }

  @Test
  void findsAHostThatFellSilentWhileTheOthersWentOn() {
    PlantedLog log = new PlantedLog(3);
    for (int second = 0; second < 7200; second += 10) {
      for (String host : List.of("web-1", "web-2", "web-3")) {
        if (!host.equals("web-2") || second < 5400) {
          log.add(second, "INFO", "heartbeat", e -> e.host(host));
        }
        log.add(second + 1, "INFO", "cache hit", e -> e.host(host));
      }
    }
    try (LogStore store = log.inLucene(folder)) {
      Differences found =
          new DifferenceSearch(store)
              .ofEvents(selection("*", 3600, 7200), selection("*", 0, 3600), Until.NEVER);
      List<Silence> silences =
          findings(found)
              .filter(finding -> finding instanceof Silence)
              .map(finding -> (Silence) finding)
              .toList();
      assertThat(silences).hasSize(1);
      Silence silence = silences.getFirst();
      assertThat(silence.host()).isEqualTo("web-2");
      assertThat(silence.pattern().orElseThrow().template()).isEqualTo("heartbeat");
      assertThat(silence.perMinute()).isEqualTo(6);
      assertThat(silence.others()).isEqualTo(181);
    }
  }

  @Test
  void findsNumbersThatGrewAndValuesInsideOfMessages() {
    PlantedLog log = new PlantedLog(4);
    for (int i = 0; i < 600; i++) {
      boolean slow = i >= 300;
      int millis = 20 + log.random.nextInt(10) + (slow ? 60 : 0);
      int replica = slow && i % 10 != 0 ? 4 : 1 + i % 4;
      log.add(
          i, "INFO", "query on replica " + replica + " took " + millis + "ms", e -> e.host("db"));
    }
    try (LogStore store = log.inLucene(folder)) {
      Differences found =
          new DifferenceSearch(store)
              .ofEvents(selection("*", 300, 600), selection("*", 0, 300), Until.NEVER);
      assertThat(findings(found))
          .filteredOn(finding -> finding instanceof Shift)
          .extracting(finding -> ((Shift) finding).name(), finding -> finding.measure().effect())
          .contains(org.assertj.core.groups.Tuple.tuple("took <duration>", Math.PI));
      assertThat(findings(found))
          .anyMatch(
              finding ->
                  finding instanceof Having having
                      && having.trait() instanceof Trait.VariableValue value
                      && value.value().equals("4")
                      && having.change() == Change.MORE);
    }
  }

  @Test
  void findsPatternsThatAreNewAndGoneWithRates() {
    PlantedLog log = new PlantedLog(5);
    for (int i = 0; i < 1200; i++) {
      log.add(i, "INFO", "order placed", e -> e);
      if (i % 10 == 0) {
        log.add(i, "INFO", i < 600 ? "warming the cache" : "card declined", e -> e);
      }
    }
    try (LogStore store = log.inLucene(folder)) {
      Differences found =
          new DifferenceSearch(store)
              .ofEvents(selection("*", 600, 1200), selection("*", 0, 600), Until.NEVER);
      assertThat(sentences(found))
          .contains(
              "new: “card declined”, 6.01 a minute and 0 before (60 of 660, 0 of 660)",
              "gone: “warming the cache”, 0 a minute and 6 before (0 of 660, 60 of 660)")
          .noneMatch(sentence -> sentence.contains("order placed"));
    }
  }

  @Test
  void findsNoDifferenceBetweenRandomHalves() {
    int different = 0;
    for (int seed = 0; seed < 60; seed++) {
      PlantedLog log = new PlantedLog(seed);
      for (int i = 0; i < 500; i++) {
        int kind = log.random.nextInt(12);
        String half = log.random.nextBoolean() ? "a" : "b";
        log.add(
            i,
            kind == 0 ? "ERROR" : "INFO",
            "step " + "abcdefghijkl".charAt(kind) + "x took " + log.random.nextInt(900) + " ms",
            e ->
                e.host("web-" + log.random.nextInt(5))
                    .attribute("half", half)
                    .attribute("user", "u" + log.random.nextInt(40)));
      }
      Differences found =
          new DifferenceSearch(log.inMemory())
              .ofEvents(selection("half:a"), selection("half:b"), Until.NEVER);
      assertThat(found.tests()).isGreaterThan(30);
      different += found.verdict() == Verdict.NO_DIFFERENCE ? 0 : 1;
    }
    // where nothing differs, any finding is a false one: at most one run in twenty has some
    assertThat(different).isLessThanOrEqualTo(6);
  }

  @Test
  void findsNoDifferenceBetweenTwoHoursOfTheSameTrafficThatComesInBursts() {
    int different = 0;
    for (int seed = 100; seed < 120; seed++) {
      PlantedLog log = new PlantedLog(seed);
      for (int minute = 0; minute < 120; minute++) {
        for (int kind = 0; kind < 8; kind++) {
          // a batch job, now and then
          int times = kind == 0 ? (log.random.nextInt(6) == 0 ? 20 : 0) : log.random.nextInt(5);
          String body = "step " + "abcdefgh".charAt(kind) + "x done";
          for (int i = 0; i < times; i++) {
            log.add(minute * 60 + log.random.nextInt(60), "INFO", body, e -> e.host("web"));
          }
        }
      }
      Differences found =
          new DifferenceSearch(log.inMemory())
              .ofEvents(selection("*", 3600, 7200), selection("*", 0, 3600), Until.NEVER);
      different += found.verdict() == Verdict.DIFFERENT ? 1 : 0;
    }
    assertThat(different).isLessThanOrEqualTo(2);
  }

  @Test
  void saysWhenThereIsNotEnoughData() {
    PlantedLog log = new PlantedLog(6);
    for (int i = 0; i < 6; i++) {
      int number = i;
      log.add(i, "INFO", "step", e -> e.attribute("shard", number < 3 ? "1" : "2"));
    }
    DifferenceSearch search = new DifferenceSearch(log.inMemory());
    assertThat(search.ofEvents(selection("shard:1"), selection("shard:2"), Until.NEVER).verdict())
        .isEqualTo(Verdict.NOT_ENOUGH_DATA);
    Differences nothing = search.ofEvents(selection("x"), selection("step"), Until.NEVER);
    assertThat(nothing.verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
    assertThat(nothing.notes()).containsExactly("the first set has no events");
  }

  @Test
  void namesNoIdAndSaysWhatItLeftOut() {
    PlantedLog log = new PlantedLog(7);
    for (int i = 0; i < 300; i++) {
      int number = i;
      log.add(
          i,
          number % 3 == 0 ? "ERROR" : "INFO",
          "order " + number + " done",
          e -> e.attribute("order", "o" + number));
    }
    Differences found =
        new DifferenceSearch(log.inMemory())
            .ofEvents(selection("level:error"), selection("level:info"), Until.NEVER);
    assertThat(found.leftOut()).extracting(LeftOut::name).contains("order", "level");
    assertThat(findings(found)).noneMatch(finding -> finding.toString().contains("o12"));
  }

  @Test
  void answersWithWhatItHasWhenTimeIsUp() {
    Differences found =
        new DifferenceSearch(requests().inMemory())
            .ofEvents(selection("level:error"), selection("level:info"), () -> true);
    assertThat(found.complete()).isFalse();
    assertThat(found.verdict()).isNotEqualTo(Verdict.NO_DIFFERENCE);
    assertThat(new Sentences(found).verdict()).doesNotContain("no difference");
  }

  @Test
  void countsAllEventsOfLargeSetsThoughItReadsSomeOfThem() {
    PlantedLog log = new PlantedLog(8);
    int west = 0;
    for (int i = 0; i < 13_000; i++) {
      boolean fails = i % 2 == 0;
      boolean far = log.random.nextInt(10) < (fails ? 7 : 1);
      west += fails && far ? 1 : 0;
      log.add(
          i,
          fails ? "ERROR" : "INFO",
          fails ? "charge of order " + i + " failed" : "order " + i + " charged",
          e ->
              e.logger(fails ? "Charges" : "Orders")
                  .host("web-" + log.random.nextInt(3))
                  .attribute("region", far ? "west" : "east"));
    }
    try (LogStore store = log.inLucene(folder)) {
      Differences found =
          new DifferenceSearch(store)
              .ofEvents(selection("level:error"), selection("level:info"), Until.NEVER);
      assertThat(found.here().members()).isEqualTo(6_500);
      assertThat(found.here().isPart()).isTrue();
      int failing = west;
      assertThat(findings(found))
          .anyMatch(
              finding ->
                  finding instanceof Having having
                      && having.trait().equals(new Trait.FieldValue("region", "west"))
                      && having.shares().here() == failing
                      && !having.measure().sampled());
      assertThat(found.groups().getFirst().together())
          .extracting(finding -> ((Having) finding).trait().field())
          .containsExactly("pattern");
      assertThat(sentences(found)).noneMatch(sentence -> sentence.contains("host="));
      assertThat(found.complete()).isTrue();
    }
  }

  @Test
  void readsSomeRequestsOfManyAndSaysSo() {
    PlantedLog log = new PlantedLog(9);
    for (int i = 0; i < 14_000; i++) {
      boolean fails = i % 100 == 0;
      String trace = "%08x%08x%08x%08x".formatted(i, i * 31, i * 17, i * 7);
      String shard = fails ? "7" : "" + i % 5;
      log.add(i, "INFO", "received", e -> e.traceId(trace).attribute("shard", shard));
      log.add(i + 0.1, "INFO", "charging", e -> e.traceId(trace));
      log.add(i + 0.2, fails ? "ERROR" : "INFO", "done", e -> e.traceId(trace));
    }
    try (LogStore store = log.inLucene(folder)) {
      Differences found =
          new DifferenceSearch(store)
              .ofRequests(selection("level:error"), selection("*"), "trace", Until.NEVER);
      assertThat(found.here().members()).isEqualTo(140);
      assertThat(found.there().members()).isBetween(490L, 500L);
      assertThat(sentences(found)).anyMatch(sentence -> sentence.contains("have shard=7 (140 of"));
      assertThat(found.notes()).anyMatch(note -> note.startsWith("500 of "));
    }
  }
}

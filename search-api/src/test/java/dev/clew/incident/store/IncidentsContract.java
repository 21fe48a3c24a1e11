// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clew.incident.Ask;
import dev.clew.incident.Block;
import dev.clew.incident.Check;
import dev.clew.incident.Chosen;
import dev.clew.incident.Entry;
import dev.clew.incident.Evidence;
import dev.clew.incident.EvidenceKind;
import dev.clew.incident.Gravity;
import dev.clew.incident.Incident;
import dev.clew.incident.IncidentException;
import dev.clew.incident.Incidents;
import dev.clew.incident.Item;
import dev.clew.incident.ItemKind;
import dev.clew.incident.ItemRevised;
import dev.clew.incident.ItemText;
import dev.clew.incident.MarkKind;
import dev.clew.incident.Opening;
import dev.clew.incident.Pin;
import dev.clew.incident.Review;
import dev.clew.incident.ReviewStep;
import dev.clew.incident.Revised;
import dev.clew.incident.Section;
import dev.clew.incident.Span;
import dev.clew.incident.Status;
import dev.clew.incident.Version;
import dev.clew.incident.Whole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What any database of incidents must do. */
abstract class IncidentsContract {
  static final Instant NOW = Instant.parse("2026-03-10T15:00:00.123456789Z");
  static final String HOSTILE =
      "<script>alert(1)</script> ' \" ; DROP TABLE incident; -- \u202e\u0007\u001b[31m 🎫 [E1] =1+1\r\n\t%s ?";

  abstract Incidents incidents();

  Incident opened() {
    return incidents()
        .open(new Opening("Orders fail", Gravity.SEV2, "Ito", "Europe/London", "Ana"), NOW);
  }

  static Pin pin(String answer) {
    return pin(answer, answer);
  }

  static Pin pin(String answer, String essence) {
    return new Pin(
        EvidenceKind.ROWS,
        "the timeouts",
        new Ask("/api/search", Map.of("q", "a=b & \"ü\" + 1%", "from", "2026-03-10T14:00:00Z")),
        null,
        "/i?v=1&q=x",
        new Span(NOW.minusSeconds(60), NOW),
        "index",
        NOW,
        "Ana",
        answer.getBytes(StandardCharsets.UTF_8),
        essence,
        431L,
        NOW.minusNanos(1),
        NOW.plusNanos(1));
  }

  static ItemText item(Instant time, String text, @Nullable String evidence) {
    return new ItemText(time, ItemKind.EVENT, text, "checkout", evidence, "Ana");
  }

  private static List<String> texts(Incident incident) {
    return incident.items().stream().map(Item::text).toList();
  }

  private static Evidence only(Incident incident) {
    assertThat(incident.evidence()).hasSize(1);
    return incident.evidence().getFirst();
  }

  @Test
  void opensWithAnEmptyBlockForEachSection() {
    Incident incident = opened();
    assertThat(incident.id()).isEqualTo("INC-1");
    assertThat(incident.status()).isEqualTo(Status.OPEN);
    assertThat(incident.created()).isEqualTo(NOW);
    assertThat(incident.reviews()).containsExactly(new ReviewStep(Review.DRAFT, "Ana", NOW));
    assertThat(incident.blocks().stream().map(block -> block.section() + " " + block.role()))
        .hasSize(Section.values().length + 1)
        .contains("ROOT_CAUSE FACTS", "ROOT_CAUSE INTERPRETATION", "SUMMARY TEXT");
    assertThat(incident.blocks())
        .allMatch(block -> block.text().isEmpty() && block.revision() == 1);
    assertThat(incidents().find("INC-1")).contains(incident);
    assertThat(opened().id()).isEqualTo("INC-2");
    assertThat(incidents().list().stream().map(heading -> heading.id()))
        .containsExactly("INC-2", "INC-1");
  }

  @Test
  void findsNothingUnderIdsThatNameNothing() {
    opened();
    for (String id :
        List.of("INC-2", "INC-01", "INC-", "1", "inc-1", "INC-99999999999999", "", "INC-1 ")) {
      assertThat(incidents().find(id)).isEmpty();
      assertThatThrownBy(() -> incidents().history(id))
          .isInstanceOf(IncidentException.Unknown.class);
    }
    assertThatThrownBy(() -> incidents().copy("INC-1", "E1"))
        .isInstanceOf(IncidentException.Unknown.class);
    assertThatThrownBy(() -> incidents().versions("INC-1", "B99"))
        .isInstanceOf(IncidentException.Unknown.class);
  }

  @Test
  void altersTheHeadOnlyFromTheRevisionThatHolds() {
    opened();
    Revised told =
        new Revised(1, "Bo", "Cards fail", Gravity.SEV1, null, Review.IN_REVIEW, "", null);
    Incident revised = incidents().revise("INC-1", told, NOW.plusSeconds(1));
    assertThat(revised.title()).isEqualTo("Cards fail");
    assertThat(revised.lead()).isNull();
    assertThat(revised.zone()).isEqualTo("Europe/London");
    assertThat(revised.reviews())
        .hasSize(2)
        .last()
        .isEqualTo(new ReviewStep(Review.IN_REVIEW, "Bo", NOW.plusSeconds(1)));
    IncidentException.Conflict conflict =
        catchThrowableOfType(
            IncidentException.Conflict.class, () -> incidents().revise("INC-1", told, NOW));
    assertThat(conflict.current()).isEqualTo(revised);
    assertThat(incidents().history("INC-1").stream().map(Entry::what))
        .containsExactly("opened", "revised");
  }

  @Test
  void marksMeasureTheCourseToTheNanosecond() {
    opened();
    Instant start = Instant.parse("2026-03-10T14:12:31.000000001Z");
    incidents().mark("INC-1", MarkKind.RESOLVED, start.plusSeconds(100), null, "Ana", NOW);
    incidents().mark("INC-1", MarkKind.STARTED, start, null, "Ana", NOW);
    Incident incident =
        incidents().mark("INC-1", MarkKind.DETECTED, start.plusNanos(5), null, "Ana", NOW);
    assertThat(incident.marks().stream().map(mark -> mark.kind()))
        .containsExactly(MarkKind.STARTED, MarkKind.DETECTED, MarkKind.RESOLVED);
    assertThat(incident.durations().toDetect()).isEqualTo(Duration.ofNanos(5));
    assertThat(incident.durations().toAcknowledge()).isNull();
    assertThat(incident.durations().toResolve()).isEqualTo(Duration.ofSeconds(100));
    assertThat(incident.items().stream().map(Item::id))
        .containsExactly("M-started", "M-detected", "M-resolved");
    assertThat(incidents().list().getFirst().started()).isEqualTo(start);
    Incident less = incidents().mark("INC-1", MarkKind.STARTED, null, null, "Ana", NOW);
    assertThat(less.marks()).hasSize(2);
    assertThat(less.durations().toResolve()).isNull();
  }

  @Test
  void keepsAnswersByteForByteAndEachOnce() {
    opened();
    Evidence evidence = incidents().pin("INC-1", pin("{\"é\":1}"), NOW).evidence();
    assertThat(evidence.id()).isEqualTo("E1");
    assertThat(incidents().copy("INC-1", "E1"))
        .isEqualTo("{\"é\":1}".getBytes(StandardCharsets.UTF_8));
    assertThat(evidence.sha256())
        .isEqualTo(Digest.hex("{\"é\":1}".getBytes(StandardCharsets.UTF_8)));
    assertThat(evidence.ask()).isEqualTo(pin("").ask());
    assertThat(evidence.first()).isEqualTo(NOW.minusNanos(1));
    assertThat(evidence.check()).isEqualTo(Check.UNCHECKED);
    assertThat(incidents().pin("INC-1", pin("{\"é\": 1}", "{\"é\":1}"), NOW).known()).isTrue();
    assertThat(incidents().pin("INC-1", pin("{}"), NOW).evidence().id()).isEqualTo("E2");
    assertThat(only(opened2Pinned()).sha256()).isEqualTo(evidence.sha256());
  }

  private Incident opened2Pinned() {
    Incident other = opened();
    incidents().pin(other.id(), pin("{\"é\":1}"), NOW);
    return incidents().find(other.id()).orElseThrow();
  }

  @Test
  void aSuspectIsAnotherPieceThanItsNeighbour() {
    opened();
    for (String id : List.of("a1", "b2", "a1")) {
      Pin pin = pin("{}");
      incidents()
          .pin(
              "INC-1",
              new Pin(
                  EvidenceKind.SUSPECT,
                  "s",
                  pin.ask(),
                  new Chosen("commit", id),
                  null,
                  null,
                  "index",
                  NOW,
                  "Ana",
                  pin.copy(),
                  "x",
                  null,
                  null,
                  null),
              NOW);
    }
    assertThat(incidents().find("INC-1").orElseThrow().evidence().stream().map(Evidence::chosen))
        .containsExactly(new Chosen("commit", "a1"), new Chosen("commit", "b2"));
  }

  @Test
  void removedEvidenceSupportsNothingAndComesBackWhole() {
    opened();
    incidents().pin("INC-1", pin("{}"), NOW);
    incidents().add("INC-1", item(NOW, "it broke", "E1"), null, NOW);
    Incident incident = incidents().write("INC-1", "B2", 1, "much [E1], and [E7]", "Ana", NOW);
    assertThat(only(incident).used()).containsExactly("B2", "T1");
    assertThat(incident.items().getFirst().sourced()).isTrue();
    Incident without = incidents().remove("INC-1", "E1", true, "Bo", NOW);
    assertThat(without.evidence()).isEmpty();
    assertThat(without.removed()).hasSize(1);
    assertThat(without.items().getFirst().sourced()).isFalse();
    assertThat(incidents().list().getFirst().evidence()).isZero();
    assertThatThrownBy(() -> incidents().add("INC-1", item(NOW, "x", "E1"), null, NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(incidents().copy("INC-1", "E1")).hasSize(2);
    assertThat(incidents().remove("INC-1", "E1", false, "Bo", NOW)).isEqualTo(incident);
    assertThat(incidents().evidence("INC-1", "E1").title()).isEqualTo("the timeouts");
    assertThat(only(incidents().retitle("INC-1", "E1", "431 timeouts", "Bo", NOW)).title())
        .isEqualTo("431 timeouts");
  }

  @Test
  void keepsWhatAskingAgainSaid() {
    opened();
    incidents().pin("INC-1", pin("{}"), NOW);
    Check check = new Check(Check.State.NOW, "431", "418", NOW, "fewer");
    assertThat(only(incidents().checked("INC-1", Map.of("E1", check), "Ana", NOW)).check())
        .isEqualTo(check);
  }

  @Test
  void itemsStandByTimeThenAsTheyWerePlaced() {
    opened();
    incidents().add("INC-1", item(NOW, "one", null), null, NOW);
    incidents().add("INC-1", item(NOW, "three", null), null, NOW);
    incidents().add("INC-1", item(NOW.minusSeconds(1), "zero", null), null, NOW);
    incidents().add("INC-1", item(NOW, "two", null), "T1", NOW);
    Incident incident = incidents().add("INC-1", item(NOW.plusNanos(1), "four", null), "T1", NOW);
    assertThat(texts(incident)).containsExactly("zero", "one", "two", "three", "four");
    assertThat(incident.items()).noneMatch(Item::sourced);
  }

  @Test
  void anItemIsAlteredOnlyFromTheRevisionThatHolds() {
    opened();
    incidents().add("INC-1", item(NOW, "one", null), null, NOW);
    ItemRevised told = new ItemRevised(1, NOW.minusSeconds(9), "eins", null, false, "Bo");
    Item item = incidents().revise("INC-1", "T1", told, NOW).items().getFirst();
    assertThat(item.text()).isEqualTo("eins");
    assertThat(item.by()).isEqualTo("Bo");
    assertThat(item.revision()).isEqualTo(2);
    IncidentException.Conflict conflict =
        catchThrowableOfType(
            IncidentException.Conflict.class, () -> incidents().revise("INC-1", "T1", told, NOW));
    assertThat(conflict.current()).isEqualTo(item);
    Incident without =
        incidents().revise("INC-1", "T1", new ItemRevised(2, null, null, null, true, "Bo"), NOW);
    assertThat(without.items()).isEmpty();
    assertThat(incidents().add("INC-1", item(NOW, "two", null), null, NOW).items().getFirst().id())
        .isEqualTo("T2");
  }

  @Test
  void aBlockWrittenByTwoKeepsBothTexts() {
    opened();
    incidents().write("INC-1", "B1", 1, "what Ana wrote", "Ana", NOW);
    IncidentException.Conflict conflict =
        catchThrowableOfType(
            IncidentException.Conflict.class,
            () -> incidents().write("INC-1", "B1", 1, "what Bo wrote", "Bo", NOW));
    assertThat(conflict.current()).isInstanceOf(Block.class);
    assertThat(((Block) conflict.current()).text()).isEqualTo("what Ana wrote");
    incidents().write("INC-1", "B1", 2, "what Bo wrote", "Bo", NOW.plusSeconds(1));
    assertThat(incidents().versions("INC-1", "B1").stream().map(Version::text))
        .containsExactly("", "what Ana wrote", "what Bo wrote");
  }

  @Test
  void savesWhileSomebodyWritesAreOneVersionUnlessMuchWasTakenOut() {
    opened();
    String text = "x".repeat(300);
    incidents().write("INC-1", "B1", 1, text, "Ana", NOW);
    incidents().write("INC-1", "B1", 2, text + " and more", "Ana", NOW.plusSeconds(2));
    incidents().write("INC-1", "B1", 3, "gone", "Ana", NOW.plusSeconds(4));
    incidents().write("INC-1", "B1", 4, "gone again", "Ana", NOW.plusSeconds(400));
    Incident last = incidents().write("INC-1", "B1", 5, "gone again", "Ana", NOW.plusSeconds(402));
    assertThat(incidents().versions("INC-1", "B1").stream().map(Version::text))
        .containsExactly("", text + " and more", "gone", "gone again");
    assertThat(last.blocks().getFirst().revision()).isEqualTo(5);
  }

  @Test
  void commentsStandAtTheirBlock() {
    opened();
    incidents().comment("INC-1", "B3", "sure?", "Bo", NOW);
    Incident incident = incidents().resolve("INC-1", "B3", "C1", true, "Ana", NOW);
    assertThat(incident.blocks().get(2).comments())
        .singleElement()
        .matches(comment -> comment.resolved());
    assertThatThrownBy(() -> incidents().resolve("INC-1", "B1", "C1", true, "Ana", NOW))
        .isInstanceOf(IncidentException.Unknown.class);
  }

  @Test
  void keepsHostileTextsAsTheyAre() {
    opened();
    String title = "'; DROP TABLE incident; -- <b>\u202e🎫";
    incidents()
        .revise(
            "INC-1",
            new Revised(1, title.substring(0, 20), title, null, null, null, null, null),
            NOW);
    incidents().write("INC-1", "B1", 1, HOSTILE, "Ana", NOW);
    incidents().comment("INC-1", "B1", HOSTILE, "Ana", NOW);
    incidents().add("INC-1", item(NOW, HOSTILE, null), null, NOW);
    incidents().pin("INC-1", pin(HOSTILE), NOW);
    Incident incident = incidents().find("INC-1").orElseThrow();
    assertThat(incident.title()).isEqualTo(title);
    assertThat(incident.blocks().getFirst().text()).isEqualTo(HOSTILE);
    assertThat(incident.blocks().getFirst().comments().getFirst().text()).isEqualTo(HOSTILE);
    assertThat(texts(incident)).containsExactly(HOSTILE);
    assertThat(incidents().copy("INC-1", "E1")).isEqualTo(HOSTILE.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void refusesTextsThatNoDatabaseKeepsAndThoseTooLong() {
    opened();
    for (String text : List.of("a\u0000b", "a\ud800b", "x".repeat(Incidents.LONGEST_BLOCK + 1))) {
      assertThatThrownBy(() -> incidents().write("INC-1", "B1", 1, text, "Ana", NOW))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("text: it h");
    }
    assertThatThrownBy(() -> incidents().write("INC-1", "B1", 1, "x", " ", NOW))
        .hasMessageStartingWith("by: it is empty");
    assertThatThrownBy(() -> new Opening("a\nb", null, null, "UTC", "Ana"))
        .hasMessageStartingWith("title: it holds a line break");
    assertThatThrownBy(() -> new Opening("a", null, null, "Mars/Base", "Ana"))
        .hasMessageStartingWith("zone: \"Mars/Base\" is not known");
    assertThatThrownBy(
            () -> incidents().pin("INC-1", pin("x".repeat(Incidents.MOST_COPY + 1)), NOW))
        .isInstanceOf(IncidentException.Full.class);
    assertThat(incidents().find("INC-1").orElseThrow().blocks().getFirst().revision()).isEqualTo(1);
  }

  @Test
  void linksLeadOnlyToThisServer() {
    String name = incidents().link("/i?v=1&q=level%3Aerror", NOW);
    assertThat(incidents().link("/i?v=1&q=level%3Aerror", NOW.plusSeconds(1))).isEqualTo(name);
    assertThat(incidents().link("/i?v=2", NOW)).isNotEqualTo(name);
    assertThat(incidents().linked(name)).contains("/i?v=1&q=level%3Aerror");
    assertThat(incidents().linked("nothing")).isEmpty();
    for (String path :
        List.of(
            "//evil.example/",
            "/\\evil.example",
            "https://evil.example",
            "i",
            "",
            "/a\tb",
            "/a b",
            "/ü")) {
      assertThatThrownBy(() -> incidents().link(path, NOW))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aWholeIncidentMovesWithEverythingInIt() {
    opened();
    incidents().pin("INC-1", pin("{\"a\":1}"), NOW);
    incidents().pin("INC-1", pin("{\"a\":2}"), NOW);
    incidents().remove("INC-1", "E2", true, "Bo", NOW);
    incidents().mark("INC-1", MarkKind.STARTED, NOW, "E1", "Ana", NOW);
    incidents().add("INC-1", item(NOW, "one", "E1"), null, NOW);
    incidents().write("INC-1", "B1", 1, "see [E1]", "Ana", NOW);
    incidents().comment("INC-1", "B1", "good", "Bo", NOW);
    Whole whole = incidents().whole("INC-1");
    Incident taken = incidents().take(whole, "Cy", NOW.plusSeconds(9));
    assertThat(taken.id()).isEqualTo("INC-2");
    assertThat(taken).usingRecursiveComparison().ignoringFields("id").isEqualTo(whole.incident());
    Whole again = incidents().whole("INC-2");
    assertThat(again.copies()).usingRecursiveComparison().isEqualTo(whole.copies());
    assertThat(again.versions()).isEqualTo(whole.versions());
    assertThat(again.history().subList(0, whole.history().size())).isEqualTo(whole.history());
    Whole altered =
        new Whole(
            whole.incident(),
            Map.of("E1", new byte[1], "E2", new byte[2]),
            whole.versions(),
            List.of());
    assertThatThrownBy(() -> incidents().take(altered, "Cy", NOW))
        .hasMessageStartingWith("E1: its copy is altered");
    assertThat(incidents().list()).hasSize(2);
  }

  @Test
  void writersTakeTurnsAndNoneIsLost() throws Exception {
    opened();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Future<Incident>> written = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        String text = "item " + i;
        written.add(
            threads.submit(() -> incidents().add("INC-1", item(NOW, text, null), null, NOW)));
      }
      for (Future<Incident> each : written) {
        each.get();
      }
    }
    assertThat(incidents().find("INC-1").orElseThrow().items()).hasSize(60);
  }
}

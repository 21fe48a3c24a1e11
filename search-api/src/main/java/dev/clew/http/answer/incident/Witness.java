// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.incident;

import dev.clew.http.answer.incident.Absolute.Asked;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.incident.Ask;
import dev.clew.incident.Check;
import dev.clew.incident.Chosen;
import dev.clew.incident.Evidence;
import dev.clew.incident.EvidenceKind;
import dev.clew.incident.Incidents;
import dev.clew.incident.Pin;
import dev.clew.store.LogStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes evidence: asks this server's own reading routes, and keeps what they answer. Asks again
 * later, and says what became of it. Thread-safe.
 */
public final class Witness {
  /** All pieces of an incident are asked again within this time; the rest the next time. */
  private static final Duration MOST_CHECKING = Duration.ofSeconds(60);

  private final LogStore store;
  private final Absolute absolute;
  private final InstantSource clock;
  private final String source;

  /**
   * @param source what the workbench calls the store
   */
  public Witness(LogStore store, Absolute absolute, InstantSource clock, String source) {
    this.store = store;
    this.absolute = absolute;
    this.clock = clock;
    this.source = source;
  }

  /**
   * What is to be pinned.
   *
   * @param chosen which suspect is meant; null for the whole answer
   * @param view address of the page it is pinned on
   */
  public record Wanted(
      EvidenceKind kind,
      String title,
      Ask ask,
      @Nullable Chosen chosen,
      @Nullable String view,
      String by) {}

  /**
   * Asks, and makes a pin of the answer.
   *
   * @throws Problem when there is no answer, it is too large to be kept, or it is of another kind
   */
  public Pin take(Wanted wanted, OwnApi api) {
    OwnApi.Own route =
        api.find(wanted.ask().path())
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemType.CANNOT_PIN,
                        "ask: \"%s\" is none of the reading routes".formatted(wanted.ask().path()),
                        "docs/api.md shows which routes can be pinned"));
    Kinds.require(wanted.kind(), route.template());
    if (wanted.chosen() != null && wanted.kind() != EvidenceKind.SUSPECT) {
      throw new Problem(
          ProblemType.CANNOT_PIN, "chosen: only a suspect can be chosen", "leave it out");
    }
    Asked asked = absolute.of(wanted.ask(), route);
    Instant taken = clock.instant();
    byte[] copy = small(api.answer(asked.ask()));
    Answered answered = Answered.read(wanted.kind(), copy, wanted.chosen());
    if (answered.subject().isEmpty()) {
      throw new Problem(
          ProblemType.CANNOT_PIN,
          "chosen: it is no suspect of the answer",
          "choose one by its kind and id as /api/suspects tells them");
    }
    return new Pin(
        wanted.kind(),
        wanted.title(),
        asked.ask(),
        wanted.chosen(),
        wanted.view(),
        asked.range(),
        source,
        taken,
        wanted.by(),
        copy,
        answered.essence(),
        answered.total(),
        answered.first().orElse(null),
        answered.last().orElse(null));
  }

  private static byte[] small(byte[] answer) {
    if (answer.length > Incidents.MOST_COPY) {
      throw new Problem(
          ProblemType.COPY_TOO_LARGE,
          "the answer has %,d bytes, and a copy may have %,d"
              .formatted(answer.length, Incidents.MOST_COPY),
          "narrow the question, or give a smaller limit");
    }
    return answer;
  }

  /** When what a piece of evidence shows happened, as far as it shows that. */
  public static Optional<Instant> moment(Evidence evidence, byte[] copy) {
    Optional<Instant> moment = Answered.read(evidence.kind(), copy, evidence.chosen()).moment();
    return moment.or(() -> Optional.ofNullable(evidence.range()).map(span -> span.from()));
  }

  /** Gives the bytes of a piece of evidence. */
  public interface Copies {
    byte[] of(Evidence evidence);
  }

  /**
   * Asks for each piece again, one after the other, those first that were not asked for longest.
   *
   * @return what became of each, by its id
   */
  public Map<String, Check> check(List<Evidence> pieces, Copies copies, OwnApi api) {
    long end = System.nanoTime() + MOST_CHECKING.toNanos();
    Map<String, Check> checks = new LinkedHashMap<>();
    pieces.stream()
        .sorted(
            Comparator.comparing(
                evidence -> Objects.requireNonNullElse(evidence.check().at(), Instant.MIN)))
        .forEach(
            evidence ->
                checks.put(
                    evidence.id(),
                    System.nanoTime() < end
                        ? check(evidence, copies.of(evidence), api)
                        : unasked(evidence)));
    return checks;
  }

  private static Check unasked(Evidence evidence) {
    return new Check(
        Check.State.UNCHECKED,
        evidence.check().was(),
        null,
        evidence.check().at(),
        "the %d s for one check passed before its turn; check again"
            .formatted(MOST_CHECKING.toSeconds()));
  }

  private Check check(Evidence evidence, byte[] bytes, OwnApi api) {
    Answered copy = Answered.read(evidence.kind(), bytes, evidence.chosen());
    Comparing comparing = new Comparing(store.status().range(), clock.instant());
    try {
      byte[] answer = api.answer(evidence.ask());
      Answered now = Answered.read(evidence.kind(), answer, evidence.chosen());
      return comparing.answered(evidence, copy, now);
    } catch (Problem refused) {
      return comparing.refused(copy, refused);
    }
  }
}

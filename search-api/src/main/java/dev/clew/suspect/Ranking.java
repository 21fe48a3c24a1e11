// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect;

import dev.clew.change.ConfigChange;
import dev.clew.change.Deploy;
import dev.clew.change.FlagChange;
import dev.clew.change.PushedCommit;
import dev.clew.change.Restart;
import dev.clew.code.DiffHunk;
import dev.clew.code.FileDiff;
import dev.clew.code.FileKind;
import dev.clew.suspect.clue.Weighed;
import dev.clew.suspect.content.Contents;
import dev.clew.suspect.evidence.Cleared;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Suspect;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sums the evidence of all clues and sorts by it. A score is the hyperbolic tangent of the sum, so
 * that it stays below 1; each piece of evidence is shown with its share of the score.
 */
final class Ranking {
  private static final String NOTHING = "nothing speaks for it";
  private static final double STRONG = 0.6;
  private static final double LIKELY = 0.4;

  /** How far the evidence of the first must outweigh that of the next, before squashing. */
  private static final double CLEARLY = 0.2;

  /** How far the evidence of one may be behind that of the first, before squashing. */
  private static final double NEARLY = 0.1;

  /** Evidence lighter than this is noise and is not printed. */
  private static final double LEAST = 0.01;

  private static final int SHOWN_HUNKS = 6;

  private final List<Weighed> clues;
  private final List<Suspect> suspects = new ArrayList<>();
  private final List<Cleared> cleared = new ArrayList<>();

  Ranking(List<Weighed> clues) {
    this.clues = clues;
  }

  /** Weighs a candidate; {@code more} is evidence that is not the candidate's own. */
  void weigh(Candidate candidate, Scene scene, List<Evidence> more) {
    Optional<String> reason =
        switch (candidate) {
          case Candidate.OfCommit commit -> Clearance.of(commit, scene);
          case Candidate.OfChange change -> Clearance.of(change, scene);
        };
    if (reason.isPresent()) {
      clear(candidate, reason.get());
      return;
    }
    List<Evidence> evidence = new ArrayList<>(more);
    clues.forEach(clue -> evidence.addAll(clue.weigh(candidate, scene)));
    evidence.removeIf(piece -> Math.abs(piece.weight()) < LEAST);
    evidence.sort(
        Comparator.comparingDouble((Evidence piece) -> Math.abs(piece.weight())).reversed());
    double score = Evidence.squash(evidence);
    if (score <= 0) {
      clear(
          candidate,
          NOTHING
              + evidence.stream()
                  .filter(piece -> piece.weight() < 0)
                  .findFirst()
                  .map(piece -> "; it " + piece.text())
                  .orElse(""));
      return;
    }
    suspects.add(suspect(candidate, scene, evidence, score));
  }

  /** Adds suspects that are ranked by their own evidence. */
  void add(List<Suspect> more) {
    suspects.addAll(more);
  }

  /** All suspects with a score, best first, restarts last, with its word. */
  List<Suspect> suspects() {
    List<Suspect> sorted =
        suspects.stream()
            .sorted(
                // a restart changes nothing that people wrote
                Comparator.comparing((Suspect suspect) -> suspect.kind() == Suspect.Kind.RESTART)
                    .thenComparing(Comparator.comparingDouble(Suspect::score).reversed())
                    .thenComparing(Suspect::time, Comparator.nullsLast(Comparator.reverseOrder()))
                    .thenComparing(Suspect::id))
            .toList();
    List<Suspect> named = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      named.add(told(sorted.get(i), strength(sorted, i)));
    }
    return named;
  }

  private static Suspect.Strength strength(List<Suspect> sorted, int place) {
    double score = sorted.get(place).score();
    double next = place + 1 < sorted.size() ? sorted.get(place + 1).score() : 0;
    // only the first can be clear of all others
    if (place == 0 && score >= STRONG && sum(score) - sum(next) >= CLEARLY) {
      return Suspect.Strength.STRONG;
    }
    return score >= LIKELY && sum(sorted.get(0).score()) - sum(score) <= NEARLY
        ? Suspect.Strength.LIKELY
        : Suspect.Strength.WEAK;
  }

  /** The sum behind a score: the inverse of the hyperbolic tangent. */
  private static double sum(double score) {
    double below = Math.min(score, 1 - 1e-12);
    return Math.log((1 + below) / (1 - below)) / 2;
  }

  /** The cleared with a reason of their own before those for which merely nothing speaks. */
  List<Cleared> cleared() {
    return cleared.stream()
        .sorted(Comparator.comparing((Cleared one) -> one.reason().startsWith(NOTHING)))
        .toList();
  }

  private void clear(Candidate candidate, String reason) {
    cleared.add(
        switch (candidate) {
          case Candidate.OfCommit of ->
              new Cleared(Suspect.Kind.COMMIT, of.commit().id(), of.commit().subject(), reason);
          case Candidate.OfChange of ->
              new Cleared(kind(of), of.change().id(), of.change().label(), reason);
        });
  }

  private static Suspect suspect(
      Candidate candidate, Scene scene, List<Evidence> evidence, double score) {
    return switch (candidate) {
      case Candidate.OfCommit of ->
          new Suspect(
              Suspect.Kind.COMMIT,
              of.commit().id(),
              of.commit().subject(),
              service(of, scene),
              of.commit().author(),
              of.commit().time(),
              score,
              Suspect.Strength.WEAK,
              evidence,
              hunks(of, evidence),
              Contents.of(of.edits()),
              of.page().orElse(null));
      case Candidate.OfChange of ->
          new Suspect(
              kind(of),
              of.change().id(),
              of.change().label(),
              of.change().service(),
              of.change().by(),
              of.change().time(),
              score,
              Suspect.Strength.WEAK,
              evidence,
              List.of());
    };
  }

  /** Whose code it changes; where nobody has a folder of its own, to whom it was deployed. */
  private static @Nullable String service(Candidate.OfCommit of, Scene scene) {
    Set<String> owners =
        of.edits().files().stream()
            .map(FileDiff::newPath)
            .filter(path -> FileKind.of(path).runs())
            .flatMap(path -> scene.names().homes().owners(path).stream())
            .collect(Collectors.toSet());
    Stream<String> services =
        owners.isEmpty()
            ? scene.rollout().of(of.commit().id()).stream()
                .map(brought -> brought.deploy().service())
                .filter(service -> service != null)
            : owners.stream().sorted();
    return services
        .min(
            Comparator.comparingInt(
                service ->
                    scene.failingRank(service) < 0
                        ? Integer.MAX_VALUE
                        : scene.failingRank(service)))
        .orElse(null);
  }

  /** The hunks that the evidence points into first, then the others. */
  private static List<DiffHunk> hunks(Candidate.OfCommit of, List<Evidence> evidence) {
    Set<String> files =
        evidence.stream()
            .map(Evidence::file)
            .filter(file -> file != null)
            .collect(Collectors.toSet());
    return of.edits().files().stream()
        .flatMap(file -> file.hunks().stream())
        .filter(hunk -> FileKind.of(hunk.file()).runs())
        .sorted(Comparator.comparing((DiffHunk hunk) -> !files.contains(hunk.file())))
        .limit(SHOWN_HUNKS)
        .toList();
  }

  private static Suspect.Kind kind(Candidate.OfChange of) {
    return switch (of.change()) {
      case Deploy deploy -> Suspect.Kind.DEPLOY;
      case Restart restart -> Suspect.Kind.RESTART;
      case ConfigChange config -> Suspect.Kind.CONFIG;
      case FlagChange flag -> Suspect.Kind.FLAG;
      case PushedCommit commit -> Suspect.Kind.COMMIT;
    };
  }

  /** With its word, and each piece of evidence with its share of the score. */
  private static Suspect told(Suspect suspect, Suspect.Strength strength) {
    double sum = suspect.evidence().stream().mapToDouble(Evidence::weight).sum();
    double share = sum == 0 ? 1 : suspect.score() / sum;
    return suspect.told(
        strength, suspect.evidence().stream().map(piece -> piece.times(share)).toList());
  }
}

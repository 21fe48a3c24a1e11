// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.change.Change;
import dev.clew.change.ConfigChange;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Times;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A setting, flag or deploy took effect before the first failure, in a service that fails. */
final class ChangeTimeClue implements Clue {
  private static final double MOST = 0.26;
  private static final double FAILING = 0.12;
  private static final double ELSEWHERE = -0.25;

  /** That a program runs on the host is less than that it was changed. */
  private static final double NEIGHBOUR = 0.5;

  private static final Duration HALF_LIFE = Duration.ofMinutes(60);

  @Override
  public List<Evidence> weigh(Candidate candidate, Scene scene) {
    if (!(candidate instanceof Candidate.OfChange of)) {
      return List.of();
    }
    Change change = of.change();
    List<Evidence> found = new ArrayList<>();
    Instant onset = scene.symptom().onset();
    if (onset != null && !change.time().isAfter(onset)) {
      Duration gap = Duration.between(change.time(), onset);
      double fading = Math.pow(0.5, (double) gap.toSeconds() / HALF_LIFE.toSeconds());
      found.add(
          Told.seen(
              MOST * fading,
              "took effect %s before the first failure".formatted(Times.words(gap)),
              change));
    }
    String service = change.service();
    if (service != null && !scene.symptom().services().isEmpty()) {
      int rank = scene.failingRank(service);
      found.add(
          rank < 0
              ? Evidence.of(ELSEWHERE, "concerns %s, which is not failing".formatted(service))
              : Evidence.of(
                  FAILING / (1 + 0.5 * rank), "concerns %s, which fails".formatted(service)));
    }
    if (service == null && change instanceof ConfigChange config) {
      neighbours(config, scene).ifPresent(found::add);
    }
    return found;
  }

  /** A run on a host may concern any of the programs there. */
  private static Optional<Evidence> neighbours(ConfigChange config, Scene scene) {
    if (config.neighbours().isEmpty() || scene.symptom().services().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> failing =
        scene.symptom().services().stream().filter(config.neighbours()::contains).findFirst();
    return Optional.of(
        failing.isEmpty()
            ? Evidence.of(
                ELSEWHERE * NEIGHBOUR,
                "was made on %s, where no program logs that fails".formatted(config.host()))
            : Evidence.of(
                FAILING * NEIGHBOUR / (1 + 0.5 * scene.failingRank(failing.get())),
                "was made on %s, where %s logs, which fails"
                    .formatted(config.host(), failing.get())));
  }
}

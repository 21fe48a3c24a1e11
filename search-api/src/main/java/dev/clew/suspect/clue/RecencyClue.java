// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Times;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What changed lately is likelier to be new trouble than what has run for long. */
final class RecencyClue implements CommitClue {
  private static final double MOST = 0.05;
  private static final double STALE = -0.2;
  private static final Duration LONG = Duration.ofDays(30);

  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    Instant onset = scene.symptom().onset();
    if (onset != null && Duration.between(candidate.commit().time(), onset).compareTo(LONG) > 0) {
      return List.of(
          Evidence.of(
              STALE,
              "had been there for %s without harm"
                  .formatted(Times.between(candidate.commit().time(), onset))));
    }
    if (scene.rollout().isKnown()) {
      return List.of();
    }
    int age = scene.history().age(candidate.commit().id());
    double weight = MOST / (1 + age / 25.0);
    return weight < 0.01
        ? List.of()
        : List.of(
            Evidence.of(
                weight,
                age == 0
                    ? "is the newest commit"
                    : "is among the newest: %d commits since".formatted(age)));
  }
}

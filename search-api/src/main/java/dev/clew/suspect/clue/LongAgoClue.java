// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Times;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The commit was made so long before the failure began that it will have run without harm. */
final class LongAgoClue implements CommitClue {
  private static final double STALE = -0.2;
  private static final Duration LONG = Duration.ofDays(30);

  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    Instant onset = scene.symptom().onset();
    Instant made = candidate.commit().time();
    return onset == null || Duration.between(made, onset).compareTo(LONG) <= 0
        ? List.of()
        : List.of(
            Evidence.of(
                STALE, "had been there for %s without harm".formatted(Times.between(made, onset))));
  }
}

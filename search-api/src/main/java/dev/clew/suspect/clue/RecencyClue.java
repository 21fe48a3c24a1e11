// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import java.util.List;

/**
 * What changed lately is likelier to be new trouble than what has run for long: each halving of the
 * number of commits since counts the same. Where deploys are known they say it better.
 */
final class RecencyClue implements CommitClue {
  private static final double SCALE = 0.1;

  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    if (scene.rollout().isKnown()) {
      return List.of();
    }
    int age = scene.history().age(candidate.commit().id());
    return List.of(
        Evidence.of(
            SCALE * Math.log((scene.history().length() + 1.0) / (age + 1.0)),
            age == 0
                ? "is the newest commit"
                : age == 1
                    ? "is the last commit but one"
                    : "is the newest but %d of %d commits"
                        .formatted(age, scene.history().length())));
  }
}

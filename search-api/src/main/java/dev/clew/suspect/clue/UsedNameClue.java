// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import dev.clew.suspect.scene.Touch;
import dev.clew.suspect.symptom.Topic;
import java.util.Comparator;
import java.util.List;

/**
 * The commit gave a constant or field its value that a function of the trace uses: one that is
 * about what the failure is about, or any other.
 */
final class UsedNameClue implements CommitClue {
  private static final double OTHER_TOPIC = 0.15;
  private static final double SAME_TOPIC = 0.4;

  private final boolean sameTopic;

  /** A clue about names of the failure's topic, or about all others. */
  UsedNameClue(boolean sameTopic) {
    this.sameTopic = sameTopic;
  }

  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    return scene.code().touches(candidate.commit().id()).stream()
        .filter(touch -> touch.kind() == Touch.Kind.NAME)
        .filter(touch -> sameTopic == isTopic(touch, scene))
        .max(Comparator.comparingDouble(Touch::nearness))
        .map(
            touch ->
                Evidence.at(
                    (sameTopic ? SAME_TOPIC : OTHER_TOPIC) * touch.nearness(),
                    "gave %s its value, which the function %s uses: %s:%d"
                        .formatted(touch.what(), touch.where(), touch.path(), touch.line()),
                    touch.path(),
                    touch.line()))
        .stream()
        .toList();
  }

  private static boolean isTopic(Touch touch, Scene scene) {
    return !Topic.shared(Topic.of(touch.what()), scene.topics()).isEmpty();
  }
}

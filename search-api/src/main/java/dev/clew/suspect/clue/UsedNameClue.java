// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import dev.clew.suspect.scene.Touch;
import dev.clew.suspect.symptom.Topic;
import java.util.Comparator;
import java.util.List;

/** The commit gave a constant or field its value that a function of the trace uses. */
final class UsedNameClue implements CommitClue {
  private static final double OTHER_TOPIC = 0.15;

  /** A constant that is about what the failure is about. */
  private static final double SAME_TOPIC = 0.4;

  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    return scene.code().touches(candidate.commit().id()).stream()
        .filter(touch -> touch.kind() == Touch.Kind.NAME)
        .map(touch -> evidence(touch, scene))
        .max(Comparator.comparingDouble(Evidence::weight))
        .stream()
        .toList();
  }

  private static Evidence evidence(Touch touch, Scene scene) {
    boolean sameTopic = !Topic.shared(Topic.of(touch.what()), scene.topics()).isEmpty();
    return Evidence.at(
        (sameTopic ? SAME_TOPIC : OTHER_TOPIC) * touch.nearness(),
        "gave %s its value, which the function %s uses: %s:%d"
            .formatted(touch.what(), touch.where(), touch.path(), touch.line()),
        touch.path(),
        touch.line());
  }
}

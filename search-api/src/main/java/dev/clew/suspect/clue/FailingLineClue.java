// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import dev.clew.suspect.scene.Touch;
import java.util.Comparator;
import java.util.List;

/** The commit was the last to change a line of the trace; frames further out count less. */
final class FailingLineClue implements CommitClue {
  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    return scene.code().touches(candidate.commit().id()).stream()
        .filter(touch -> touch.kind() == Touch.Kind.LINE)
        .max(Comparator.comparingDouble(Touch::nearness))
        .map(
            touch ->
                Evidence.at(
                    touch.nearness(),
                    "changed the line %s: %s:%d"
                        .formatted(touch.where(), touch.path(), touch.line()),
                    touch.path(),
                    touch.line()))
        .stream()
        .toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import java.util.List;

/**
 * A clue and how much it counts.
 *
 * @param name what the clue is called in documents and answers
 * @param clue the heuristic
 * @param weight factor of what the clue yields
 */
public record Weighed(String name, Clue clue, double weight) {
  /** The clue's evidence, with weights that can be summed with those of other clues. */
  public List<Evidence> weigh(Candidate candidate, Scene scene) {
    return clue.weigh(candidate, scene).stream().map(piece -> piece.times(weight)).toList();
  }
}

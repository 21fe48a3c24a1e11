// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import java.util.List;

/** A heuristic about commits alone. */
interface CommitClue extends Clue {
  /** The evidence about a commit. */
  List<Evidence> weigh(Candidate.OfCommit commit, Scene scene);

  @Override
  default List<Evidence> weigh(Candidate candidate, Scene scene) {
    return candidate instanceof Candidate.OfCommit commit ? weigh(commit, scene) : List.of();
  }
}

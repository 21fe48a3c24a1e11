// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import java.util.List;

/** The files that the commit touches are named like the classes and files that failed. */
final class NamesInPathsClue implements CommitClue {
  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    return Shared.words(
        scene.naming().paths(), candidate, "touches files named like what failed: ");
  }
}

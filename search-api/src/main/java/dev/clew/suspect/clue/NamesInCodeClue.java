// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import java.util.List;

/** The lines that the commit adds speak of the functions and tests that failed, by their names. */
final class NamesInCodeClue implements CommitClue {
  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    return Shared.words(scene.naming().code(), candidate, "adds code with names of what failed: ");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import java.util.List;

/** The message of the commit speaks of the functions and tests that failed, by their names. */
final class NamesInMessageClue implements CommitClue {
  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    return Shared.words(
        scene.naming().message(), candidate, "its message has names of what failed: ");
  }
}

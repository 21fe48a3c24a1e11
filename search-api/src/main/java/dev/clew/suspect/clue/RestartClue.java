// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.change.Restart;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import java.util.List;

/** The program began again, and nothing says that it was another one. */
final class RestartClue implements Clue {
  private static final double SAME = -0.2;

  @Override
  public List<Evidence> weigh(Candidate candidate, Scene scene) {
    return candidate instanceof Candidate.OfChange of && of.change() instanceof Restart
        ? List.of(
            Evidence.of(SAME, "changes nothing by itself, and may be a consequence of the failure"))
        : List.of();
  }
}

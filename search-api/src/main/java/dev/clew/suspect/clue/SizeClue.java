// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import java.util.List;

/**
 * The more code a commit changes, the likelier it broke something: each doubling counts the same.
 */
final class SizeClue implements CommitClue {
  /** Lines from which more make no difference. */
  private static final int MANY = 2_000;

  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    int lines = candidate.edits().lines().size();
    return lines == 0
        ? List.of()
        : List.of(
            Evidence.of(
                Math.log1p(Math.min(MANY, lines)) / Math.log1p(MANY),
                lines == 1
                    ? "changes one line of code"
                    : "changes %d lines of code".formatted(lines)));
  }
}

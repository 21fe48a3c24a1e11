// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import java.util.List;

/** The words of the commit are the words of the symptom, more than those of other commits. */
final class WordingClue implements CommitClue {
  private static final double MOST = 0.32;
  private static final double LEAST_SHARE = 0.25;

  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    String id = candidate.commit().id();
    double share = scene.relevance().share(id);
    List<String> words = scene.relevance().sharedWords(id);
    if (share < LEAST_SHARE || words.isEmpty()) {
      return List.of();
    }
    double breadth = words.size() == 1 ? 0.6 : 1;
    return List.of(
        Evidence.of(MOST * share * breadth, "speaks of what failed: " + Shared.listed(words)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Relevance;
import java.util.List;

/** Evidence by words that a commit and a symptom share. */
final class Shared {
  private static final int SHOWN = 4;

  private Shared() {}

  /** The share of the best commit's relevance, with the words that make it; nothing for none. */
  static List<Evidence> words(Relevance relevance, Candidate.OfCommit candidate, String text) {
    String id = candidate.commit().id();
    List<String> words = relevance.sharedWords(id);
    return words.isEmpty()
        ? List.of()
        : List.of(Evidence.of(relevance.share(id), text + listed(words)));
  }

  /** The first words, and how many more there are. */
  static String listed(List<String> words) {
    return String.join(", ", words.subList(0, Math.min(SHOWN, words.size())))
        + (words.size() > SHOWN ? " and %d more words".formatted(words.size() - SHOWN) : "");
  }
}

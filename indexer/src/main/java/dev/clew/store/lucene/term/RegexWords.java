// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.term;

import dev.clew.query.RegexRuns;
import dev.clew.query.Words;
import java.util.ArrayList;
import java.util.List;

/** Words that stand in every text in which a regular expression is found. */
public final class RegexWords {
  private RegexWords() {}

  /** Folded globs, each of one word; none when nothing is certain. */
  public static List<String> of(String expression) {
    List<String> globs = new ArrayList<>();
    for (String run : RegexRuns.of(expression)) {
      add(run, globs);
    }
    return globs;
  }

  /** The words of a run; those at its ends may go on in the text. */
  private static void add(String run, List<String> globs) {
    Words.scan(
        run,
        (start, end) -> {
          if (end - start < Words.MAX_LENGTH / 2) {
            // without regard to case, an s is also the long one of old prints
            String word = Words.fold(run.substring(start, end)).replace('s', '?');
            globs.add((start == 0 ? "*" : "") + word + (end == run.length() ? "*" : ""));
          }
        });
  }
}

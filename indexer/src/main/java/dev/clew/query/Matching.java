// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import java.util.Collections;
import java.util.List;

/** Words side by side in texts. */
final class Matching {
  private Matching() {}

  static boolean phrase(List<String> texts, String phrase) {
    List<String> wanted = Words.of(phrase);
    if (wanted.isEmpty()) {
      String folded = Words.fold(phrase);
      return texts.stream().anyMatch(text -> Words.fold(text).contains(folded));
    }
    return texts.stream().anyMatch(text -> Collections.indexOfSubList(Words.of(text), wanted) >= 0);
  }

  static boolean wildcard(List<String> texts, String pattern) {
    List<String> globs = WordGlobs.of(pattern);
    return texts.stream().anyMatch(text -> stands(globs, Words.of(text)));
  }

  private static boolean stands(List<String> globs, List<String> words) {
    for (int start = 0; start + globs.size() <= words.size(); start++) {
      int at = 0;
      while (at < globs.size() && Glob.matches(globs.get(at), words.get(start + at))) {
        at++;
      }
      if (at == globs.size()) {
        return true;
      }
    }
    return false;
  }
}

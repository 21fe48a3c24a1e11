// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import java.util.Collections;
import java.util.List;

/** Words side by side in a text. */
final class Matching {
  private Matching() {}

  static boolean phrase(String text, String phrase) {
    List<String> wanted = Words.of(phrase);
    return wanted.isEmpty()
        ? Words.fold(text).contains(Words.fold(phrase))
        : Collections.indexOfSubList(Words.of(text), wanted) >= 0;
  }

  static boolean wildcard(String text, String pattern) {
    return stands(WordGlobs.of(pattern), Words.of(text));
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

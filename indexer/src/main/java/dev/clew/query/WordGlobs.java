// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import java.util.ArrayList;
import java.util.List;

/** The words of a text with wildcards, each word a glob. */
public final class WordGlobs {
  private WordGlobs() {}

  /**
   * The folded words of {@code pattern}, with {@code *} and {@code ?} counted as parts of words;
   * stars alone at the ends are left out. At least one.
   *
   * @throws IllegalArgumentException when {@code pattern} names no word
   */
  public static List<String> of(String pattern) {
    List<String> globs = split(Words.fold(pattern));
    int end = globs.size();
    while (end > 0 && isStars(globs.get(end - 1))) {
      end--;
    }
    int start = 0;
    while (start < end && isStars(globs.get(start))) {
      start++;
    }
    if (start == end) {
      throw new IllegalArgumentException("a pattern needs a letter, a digit or '?': " + pattern);
    }
    return List.copyOf(globs.subList(start, end));
  }

  /** True when {@code pattern} names a word. */
  public static boolean any(String pattern) {
    return pattern.indexOf('?') >= 0 || Words.any(pattern);
  }

  /** True when words like those of {@code pattern} stand side by side in {@code text}. */
  static boolean standIn(String text, String pattern) {
    List<String> globs = of(pattern);
    List<String> words = Words.of(text);
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

  private static List<String> split(String pattern) {
    List<String> globs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    pattern
        .codePoints()
        .forEach(
            point -> {
              boolean part = point == '*' || point == '?' || Words.isPart(point);
              if (!part || Words.isAlone(point)) {
                flush(run, globs);
              }
              if (part) {
                run.appendCodePoint(point);
              }
              if (Words.isAlone(point)) {
                flush(run, globs);
              }
            });
    flush(run, globs);
    return globs;
  }

  private static void flush(StringBuilder run, List<String> globs) {
    if (!run.isEmpty()) {
      globs.add(run.toString());
      run.setLength(0);
    }
  }

  private static boolean isStars(String glob) {
    return glob.chars().allMatch(c -> c == '*');
  }
}

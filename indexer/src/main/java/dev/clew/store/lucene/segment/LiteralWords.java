// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.segment;

import dev.clew.query.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.lucene.util.FixedBitSet;

/** The words of the literals of the shapes of a segment. Immutable. */
public final class LiteralWords {
  /** The folded words of each literal of a shape. */
  private final String[][][] words;

  private final Map<String, int[]> shapesByWord;
  private final String[] sortedWords;

  /**
   * The words of shapes.
   *
   * @param literals of each shape
   */
  LiteralWords(List<List<String>> literals) {
    this.words = new String[literals.size()][][];
    Map<String, List<Integer>> found = new TreeMap<>();
    for (int ordinal = 0; ordinal < words.length; ordinal++) {
      List<String> pieces = literals.get(ordinal);
      words[ordinal] = new String[pieces.size()][];
      for (int i = 0; i < pieces.size(); i++) {
        words[ordinal][i] = Words.of(pieces.get(i)).toArray(String[]::new);
        for (String word : words[ordinal][i]) {
          List<Integer> of = found.computeIfAbsent(word, key -> new ArrayList<>());
          if (of.isEmpty() || of.get(of.size() - 1) != ordinal) {
            of.add(ordinal);
          }
        }
      }
    }
    shapesByWord = HashMap.newHashMap(found.size());
    found.forEach(
        (word, of) -> shapesByWord.put(word, of.stream().mapToInt(Integer::intValue).toArray()));
    sortedWords = found.keySet().toArray(String[]::new);
  }

  /** The shapes in whose literals {@code phrase} stands side by side; its words are folded. */
  public FixedBitSet havingPhrase(List<String> phrase) {
    FixedBitSet found = none();
    int[] candidates = shapesByWord.get(rarest(phrase));
    if (candidates != null) {
      for (int ordinal : candidates) {
        for (String[] literal : words[ordinal]) {
          if (stands(phrase, literal)) {
            found.set(ordinal);
          }
        }
      }
    }
    return found;
  }

  /** The shapes with a literal word that starts so and passes. */
  public FixedBitSet havingWord(String start, Predicate<String> test) {
    FixedBitSet found = none();
    int at = Arrays.binarySearch(sortedWords, start);
    for (int i = at < 0 ? -at - 1 : at; i < sortedWords.length; i++) {
      String word = sortedWords[i];
      if (!word.startsWith(start)) {
        break;
      }
      if (test.test(word)) {
        for (int ordinal : shapesByWord.get(word)) {
          found.set(ordinal);
        }
      }
    }
    return found;
  }

  /** The shapes with that literal word. */
  public FixedBitSet havingWord(String word) {
    FixedBitSet found = none();
    int[] of = shapesByWord.get(word);
    if (of != null) {
      for (int ordinal : of) {
        found.set(ordinal);
      }
    }
    return found;
  }

  private FixedBitSet none() {
    return new FixedBitSet(Math.max(1, words.length));
  }

  private String rarest(List<String> phrase) {
    String rarest = phrase.get(0);
    int least = Integer.MAX_VALUE;
    for (String word : phrase) {
      int[] of = shapesByWord.get(word);
      int count = of == null ? 0 : of.length;
      if (count < least) {
        least = count;
        rarest = word;
      }
    }
    return rarest;
  }

  private static boolean stands(List<String> phrase, String[] words) {
    for (int start = 0; start + phrase.size() <= words.length; start++) {
      int at = 0;
      while (at < phrase.size() && words[start + at].equals(phrase.get(at))) {
        at++;
      }
      if (at == phrase.size()) {
        return true;
      }
    }
    return false;
  }
}

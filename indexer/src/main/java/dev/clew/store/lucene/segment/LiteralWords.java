// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.segment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The words of the literals of the shapes of a segment. Immutable. */
public final class LiteralWords {
  /** The folded words of each literal of a shape. */
  private final String[][][] words;

  private final Map<String, Ordinals> shapesByWord = new HashMap<>();
  private final String[] sortedWords;

  /** Ascending. */
  private static final class Ordinals {
    private int[] values = new int[2];
    private int size;

    void add(int ordinal) {
      if (size == 0 || values[size - 1] != ordinal) {
        values = ArrayUtil.grow(values, size + 1);
        values[size++] = ordinal;
      }
    }

    void addTo(FixedBitSet found) {
      for (int i = 0; i < size; i++) {
        found.set(values[i]);
      }
    }
  }

  /**
   * The words of shapes.
   *
   * @param words the folded ones of each literal of each shape
   */
  LiteralWords(String[][][] words) {
    this.words = words;
    for (int ordinal = 0; ordinal < words.length; ordinal++) {
      for (String[] literal : words[ordinal]) {
        for (String word : literal) {
          shapesByWord.computeIfAbsent(word, first -> new Ordinals()).add(ordinal);
        }
      }
    }
    sortedWords = shapesByWord.keySet().toArray(String[]::new);
    Arrays.sort(sortedWords);
  }

  /** The shapes in whose literals {@code phrase} stands side by side; its words are folded. */
  public FixedBitSet havingPhrase(List<String> phrase) {
    FixedBitSet found = none();
    Ordinals candidates = rarest(phrase);
    if (candidates != null) {
      for (int i = 0; i < candidates.size; i++) {
        for (String[] literal : words[candidates.values[i]]) {
          if (stands(phrase, literal)) {
            found.set(candidates.values[i]);
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
        addTo(found, word);
      }
    }
    return found;
  }

  /** The shapes with that literal word. */
  public FixedBitSet havingWord(String word) {
    FixedBitSet found = none();
    addTo(found, word);
    return found;
  }

  private void addTo(FixedBitSet found, String word) {
    Ordinals of = shapesByWord.get(word);
    if (of != null) {
      of.addTo(found);
    }
  }

  private FixedBitSet none() {
    return new FixedBitSet(Math.max(1, words.length));
  }

  /**
   * The shapes with the word of the phrase that the fewest have; null when none has one of them.
   */
  private @Nullable Ordinals rarest(List<String> phrase) {
    Ordinals rarest = null;
    for (String word : phrase) {
      Ordinals of = shapesByWord.get(word);
      if (of == null) {
        return null;
      }
      rarest = rarest == null || of.size < rarest.size ? of : rarest;
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

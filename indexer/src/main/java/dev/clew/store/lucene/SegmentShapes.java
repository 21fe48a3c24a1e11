// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.query.Words;
import dev.clew.store.row.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** The shapes of a segment by their ordinals, and the words of their literals. Immutable. */
final class SegmentShapes {
  private final Shape[] shapes;

  /** The folded words of each literal of a shape. */
  private final String[][][] words;

  private final Map<String, int[]> shapesByWord;
  private final String[] sortedWords;
  private final FixedBitSet slotted;

  /** Which way of writing the time a shape has: a number of one of {@link #times}; -1 for none. */
  private final int[] timeOf;

  private final List<Shape> times = new ArrayList<>();

  private SegmentShapes(Shape[] shapes) {
    this.shapes = shapes;
    this.words = new String[shapes.length][][];
    this.slotted = new FixedBitSet(Math.max(1, shapes.length));
    this.timeOf = new int[shapes.length];
    Map<String, List<Integer>> found = new TreeMap<>();
    for (int ordinal = 0; ordinal < shapes.length; ordinal++) {
      List<String> literals = shapes[ordinal].literals();
      words[ordinal] = new String[literals.size()][];
      for (int i = 0; i < literals.size(); i++) {
        words[ordinal][i] = Words.of(literals.get(i)).toArray(String[]::new);
        for (String word : words[ordinal][i]) {
          List<Integer> of = found.computeIfAbsent(word, key -> new ArrayList<>());
          if (of.isEmpty() || of.get(of.size() - 1) != ordinal) {
            of.add(ordinal);
          }
        }
      }
      if (shapes[ordinal].hasSlots() || shapes[ordinal].hasExtras()) {
        slotted.set(ordinal);
      }
      timeOf[ordinal] = shapes[ordinal].hasTime() ? time(shapes[ordinal]) : -1;
    }
    shapesByWord = HashMap.newHashMap(found.size());
    found.forEach(
        (word, of) -> shapesByWord.put(word, of.stream().mapToInt(Integer::intValue).toArray()));
    sortedWords = found.keySet().toArray(String[]::new);
  }

  /** The shapes of the segment that {@code reader} reads. */
  static SegmentShapes read(LeafReader reader) throws IOException {
    SortedDocValues values = DocValues.getSorted(reader, Columns.SHAPE);
    Shape[] shapes = new Shape[values.getValueCount()];
    for (int i = 0; i < shapes.length; i++) {
      BytesRef encoded = values.lookupOrd(i);
      try {
        shapes[i] = Shape.decode(encoded.bytes, encoded.offset, encoded.length);
      } catch (IllegalArgumentException e) {
        throw new CorruptIndexException("shape " + i + ": " + e.getMessage(), "shapes", e);
      }
    }
    return new SegmentShapes(shapes);
  }

  int size() {
    return shapes.length;
  }

  Shape shape(int ordinal) {
    return shapes[ordinal];
  }

  /** Those whose events may have words that stand in no literal and not in the written time. */
  FixedBitSet slotted() {
    return slotted.clone();
  }

  /** A shape of each way in which the times of events are written. */
  List<Shape> times() {
    return times;
  }

  /** The place in {@link #times} of the way a shape has; -1 when it has none. */
  int timeOf(int ordinal) {
    return timeOf[ordinal];
  }

  private int time(Shape shape) {
    for (int i = 0; i < times.size(); i++) {
      if (times.get(i).writesTimeLike(shape)) {
        return i;
      }
    }
    times.add(shape);
    return times.size() - 1;
  }

  /** Those in whose literals {@code words} stand side by side; they are folded. */
  FixedBitSet havingPhrase(List<String> phrase) {
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

  /** Those with a literal word that passes. */
  FixedBitSet havingWord(String start, Predicate<String> test) {
    FixedBitSet found = none();
    int at = java.util.Arrays.binarySearch(sortedWords, start);
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

  /** Those with a literal that holds a folded text without words. */
  FixedBitSet havingText(String folded) {
    // such a text may not be looked for across the end of the event's text
    return where(
        shape ->
            shape.literals().stream()
                .anyMatch(literal -> Words.fold(literal.stripTrailing()).contains(folded)));
  }

  /** Those with that literal word. */
  FixedBitSet havingWord(String word) {
    FixedBitSet found = none();
    int[] of = shapesByWord.get(word);
    if (of != null) {
      for (int ordinal : of) {
        found.set(ordinal);
      }
    }
    return found;
  }

  /** Those that pass. */
  FixedBitSet where(Predicate<Shape> test) {
    FixedBitSet found = none();
    for (int i = 0; i < shapes.length; i++) {
      if (test.test(shapes[i])) {
        found.set(i);
      }
    }
    return found;
  }

  FixedBitSet none() {
    return new FixedBitSet(Math.max(1, shapes.length));
  }

  FixedBitSet all() {
    FixedBitSet all = none();
    all.set(0, shapes.length);
    return all;
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

// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.segment;

import dev.clew.query.Words;
import dev.clew.store.lucene.roll.ShapeColumns;
import dev.clew.store.row.Shape;
import dev.clew.store.row.ShapeField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The shapes of a segment by their ordinals, and the words of their literals. Thread-safe. */
public final class SegmentShapes {
  private final KnownShape[] shapes;

  private final LiteralWords text;

  /** Made when somebody asks for words in the message. */
  private volatile @Nullable LiteralWords body;

  private final FixedBitSet slotted;
  private final FixedBitSet timed;
  private final FixedBitSet bodySlotted;
  private final FixedBitSet bodyTimed;

  /** Which way of writing the time a shape has: a number of one of {@link #times}; -1 for none. */
  private final int[] timeOf;

  private final List<Shape> times = new ArrayList<>();

  /** What shapes say of each field, made when somebody asks. */
  private final Map<ShapeField, FieldValues> values = new ConcurrentHashMap<>();

  /**
   * What shapes say of a field.
   *
   * @param each different value that all events of some shape have
   * @param valueOf the number of that of each shape; negative when it has none
   * @param open those that do not decide
   */
  private record FieldValues(List<String> each, int[] valueOf, FixedBitSet open) {}

  private SegmentShapes(KnownShape[] shapes) {
    this.shapes = shapes;
    this.slotted = where(shape -> shape.hasSlots() || shape.hasExtras());
    this.timed = where(Shape::hasTime);
    this.bodySlotted = where(shape -> !shape.decides(ShapeField.BODY));
    this.bodyTimed = where(Shape::hasTimeInBody);
    this.timeOf = new int[shapes.length];
    for (int ordinal = 0; ordinal < shapes.length; ordinal++) {
      timeOf[ordinal] = timed.get(ordinal) ? time(shape(ordinal)) : -1;
    }
    text = new LiteralWords(words(KnownShape::text));
  }

  /**
   * The shapes of the segment that {@code reader} reads.
   *
   * @param shared those of other segments too
   */
  public static SegmentShapes read(LeafReader reader, SharedShapes shared) throws IOException {
    SortedDocValues values = ShapeColumns.of(reader);
    KnownShape[] shapes = new KnownShape[values.getValueCount()];
    for (int i = 0; i < shapes.length; i++) {
      try {
        shapes[i] = shared.of(values.lookupOrd(i));
      } catch (IllegalArgumentException e) {
        throw new CorruptIndexException("shape " + i + ": " + e.getMessage(), "shapes", e);
      }
    }
    return new SegmentShapes(shapes);
  }

  public int size() {
    return shapes.length;
  }

  public Shape shape(int ordinal) {
    return shapes[ordinal].shape();
  }

  /** Those whose events may have words that stand in no literal and not in the written time. */
  public FixedBitSet slotted() {
    return slotted.clone();
  }

  /** Those whose events have the written time in their text. */
  public FixedBitSet timed() {
    return timed.clone();
  }

  /** Those whose messages may differ from event to event. */
  public FixedBitSet bodySlotted() {
    return bodySlotted.clone();
  }

  /** Those whose events have the written time in the message. */
  public FixedBitSet bodyTimed() {
    return bodyTimed.clone();
  }

  /** A shape of each way in which the times of events are written. */
  public List<Shape> times() {
    return times;
  }

  /** The place in {@link #times} of the way a shape has; -1 when it has none. */
  public int timeOf(int ordinal) {
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

  /** The words of the literals of the text. */
  public LiteralWords text() {
    return text;
  }

  /** The words of what shapes know of the message: all of it, or literals in it. */
  public LiteralWords body() {
    LiteralWords known = body;
    if (known == null) {
      known = new LiteralWords(words(KnownShape::body));
      body = known;
    }
    return known;
  }

  private String[][][] words(Function<KnownShape, String[][]> part) {
    return Arrays.stream(shapes).map(part).toArray(String[][][]::new);
  }

  /** Those with a literal that holds a folded text without words. */
  public FixedBitSet havingText(String folded) {
    // such a text may not be looked for across the end of the event's text
    return where(
        shape ->
            shape.literals().stream()
                .anyMatch(literal -> Words.fold(literal.stripTrailing()).contains(folded)));
  }

  /** Those whose events all have the same value of {@code field}, which passes. */
  public FixedBitSet having(ShapeField field, Predicate<String> test) {
    FieldValues known = values(field);
    boolean[] passing = new boolean[known.each().size()];
    for (int i = 0; i < passing.length; i++) {
      passing[i] = test.test(known.each().get(i));
    }
    FixedBitSet found = none();
    for (int i = 0; i < shapes.length; i++) {
      int value = known.valueOf()[i];
      if (value >= 0 && passing[value]) {
        found.set(i);
      }
    }
    return found;
  }

  /** Those of which only the event tells whether it has {@code field}, and which value. */
  public FixedBitSet open(ShapeField field) {
    return values(field).open().clone();
  }

  private FieldValues values(ShapeField field) {
    return values.computeIfAbsent(field, this::find);
  }

  private FieldValues find(ShapeField field) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int[] valueOf = new int[shapes.length];
    for (int i = 0; i < shapes.length; i++) {
      String value = shape(i).decides(field) ? shape(i).value(field) : null;
      valueOf[i] = value == null ? -1 : numbers.computeIfAbsent(value, v -> numbers.size());
    }
    return new FieldValues(
        List.copyOf(numbers.keySet()), valueOf, where(shape -> !shape.decides(field)));
  }

  /** Those that pass. */
  public FixedBitSet where(Predicate<Shape> test) {
    FixedBitSet found = none();
    for (int i = 0; i < shapes.length; i++) {
      if (test.test(shapes[i].shape())) {
        found.set(i);
      }
    }
    return found;
  }

  public FixedBitSet none() {
    return new FixedBitSet(Math.max(1, shapes.length));
  }

  public FixedBitSet all() {
    FixedBitSet all = none();
    all.set(0, shapes.length);
    return all;
  }
}

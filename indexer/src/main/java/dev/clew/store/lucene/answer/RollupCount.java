// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.store.lucene.segment.Rollup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts the groups of a segment by its rollup: a stretch of documents that lies in the range and
 * in one step of time is counted without a look at its documents.
 */
final class RollupCount {
  private final Segment segment;
  private final Rollup rollup;

  /** The combination of each kind; negative for kinds that are not asked for. */
  private final int[] combinationOf;

  /** The numbers of the values of each combination, one a grouping but that of time. */
  private final List<int[]> combinations;

  private final @Nullable TimeKeys steps;
  private final long[] counts;
  private final int[] firsts;
  private final int[] lasts;
  private final int[] touched;
  private int touchedCount;

  /** Hears of groups: those of one step at a time. */
  interface Sink {
    /** Documents {@code first} to {@code last} hold {@code count} of the group. */
    void group(int[] values, int step, long count, int first, int last);

    /** Documents of a part of a stretch, to be looked at. */
    void documents(int from, int to) throws IOException;
  }

  private RollupCount(
      Segment segment,
      Rollup rollup,
      int[] combinationOf,
      List<int[]> combinations,
      @Nullable TimeKeys steps) {
    this.segment = segment;
    this.rollup = rollup;
    this.combinationOf = combinationOf;
    this.combinations = combinations;
    this.steps = steps;
    this.counts = new long[combinations.size()];
    this.firsts = new int[combinations.size()];
    this.lasts = new int[combinations.size()];
    this.touched = new int[combinations.size()];
  }

  /**
   * The count of events of the shapes in {@code wanted}; null when shapes do not tell the values of
   * all {@code keys}.
   */
  static @Nullable RollupCount ofShapes(
      Segment segment, FixedBitSet wanted, List<TextKeys> keys, @Nullable TimeKeys steps)
      throws IOException {
    int shapes = segment.shapes().size();
    int[] combinationOf = new int[shapes];
    Map<List<Integer>, Integer> numbers = new HashMap<>();
    List<int[]> combinations = new ArrayList<>();
    for (int shape = 0; shape < shapes; shape++) {
      combinationOf[shape] = -1;
      if (wanted.get(shape)) {
        int[] values = new int[keys.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = keys.get(i).idOfShape(shape);
          if (values[i] < 0) {
            return null;
          }
        }
        List<Integer> key = Arrays.stream(values).boxed().toList();
        Integer number = numbers.putIfAbsent(key, combinations.size());
        combinationOf[shape] = number == null ? combinations.size() : number;
        if (number == null) {
          combinations.add(values);
        }
      }
    }
    return new RollupCount(segment, segment.shapeRollup(), combinationOf, combinations, steps);
  }

  /** Adds the number of events of the shapes in {@code wanted} to {@code total}. */
  static void total(Segment segment, FixedBitSet wanted, long[] total) throws IOException {
    RollupCount all = java.util.Objects.requireNonNull(ofShapes(segment, wanted, List.of(), null));
    all.count(
        new Sink() {
          @Override
          public void group(int[] values, int step, long count, int first, int last) {
            total[0] += count;
          }

          @Override
          public void documents(int from, int to) throws IOException {
            segment.scanShapes(wanted, from, to, (documents, count) -> total[0] += count);
          }
        });
  }

  /** The count of all events by the values of one field; null when there is no rollup of it. */
  static @Nullable RollupCount ofField(Segment segment, TextKeys keys, @Nullable TimeKeys steps)
      throws IOException {
    SegmentCache.FieldRollup field = segment.fieldRollup(keys.field());
    if (field.rollup() == null) {
      return null;
    }
    int[] combinationOf = new int[field.values().size()];
    List<int[]> combinations = new ArrayList<>();
    for (int kind = 0; kind < combinationOf.length; kind++) {
      combinationOf[kind] = kind;
      combinations.add(new int[] {keys.id(field.values().get(kind))});
    }
    return new RollupCount(segment, field.rollup(), combinationOf, combinations, steps);
  }

  /** Counts the documents of the segment that lie in its range. */
  void count(Sink sink) throws IOException {
    int document = segment.min();
    GroupKeys.Ids step = new GroupKeys.Ids();
    step.set(0);
    int stepEnd = Integer.MAX_VALUE;
    TimeKeys time = steps;
    int stretch = document < segment.max() ? rollup.stretchOf(document) : 0;
    int current = -1;
    while (document < segment.max()) {
      if (time != null && document >= (current < 0 ? document : stepEnd)) {
        flush(sink, current);
        time.find(document, step);
        current = step.get(0);
        stepEnd = time.stepEnd();
      }
      int end = rollup.document(stretch + 1);
      int to = Math.min(Math.min(end, stepEnd), segment.max());
      if (document == rollup.document(stretch) && to == end) {
        add(stretch);
      } else {
        sink.documents(document, to);
      }
      document = to;
      stretch += to == end ? 1 : 0;
    }
    flush(sink, Math.max(0, current));
  }

  private void add(int stretch) {
    int end = rollup.entry(stretch + 1);
    for (int entry = rollup.entry(stretch); entry < end; entry++) {
      int combination = combinationOf[rollup.kind(entry)];
      if (combination >= 0) {
        if (counts[combination] == 0) {
          firsts[combination] = rollup.first(stretch, entry);
          lasts[combination] = -1;
          touched[touchedCount++] = combination;
        }
        firsts[combination] = Math.min(firsts[combination], rollup.first(stretch, entry));
        lasts[combination] = Math.max(lasts[combination], rollup.last(stretch, entry));
        counts[combination] += rollup.count(entry);
      }
    }
  }

  private void flush(Sink sink, int step) {
    for (int i = 0; i < touchedCount; i++) {
      int combination = touched[i];
      sink.group(
          combinations.get(combination),
          step,
          counts[combination],
          firsts[combination],
          lasts[combination]);
      counts[combination] = 0;
    }
    touchedCount = 0;
  }
}

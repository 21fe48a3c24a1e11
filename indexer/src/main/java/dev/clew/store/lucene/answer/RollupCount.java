// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.store.lucene.roll.Rollup;
import dev.clew.store.lucene.roll.Stretches;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts the groups of a segment by its rollup: a stretch of documents that lies in the range and
 * in one step of time is counted without a look at its documents.
 */
final class RollupCount {
  /** Documents are looked at one by one where they are fewer than one in so many. */
  private static final int FEW = 4;

  private final Rollup rollup;
  private final StretchSteps steps;

  /** The numbers of the values of each combination, one a grouping but that of time. */
  private final List<int[]> combinations;

  /** The kinds of each combination. */
  private final List<int[]> kinds;

  private final long[] counts;
  private final int[] firsts;
  private final int[] lasts;

  /** Hears of groups. */
  interface Sink {
    /** Documents {@code first} to {@code last} hold {@code count} of the group. */
    void group(int[] values, int step, long count, int first, int last);

    /** Documents of a part of a stretch, to be looked at; in their order, after all groups. */
    void documents(int from, int to) throws IOException;
  }

  private RollupCount(
      Segment segment,
      Rollup rollup,
      int[] combinationOf,
      List<int[]> combinations,
      @Nullable TimeKeys time) {
    this.rollup = rollup;
    this.combinations = combinations;
    this.kinds = kinds(combinationOf, combinations.size());
    this.steps = new StretchSteps(rollup.stretches(), segment.min(), segment.max(), time);
    this.counts = new long[steps.count()];
    this.firsts = new int[counts.length];
    this.lasts = new int[counts.length];
  }

  /** The kinds of each combination. */
  private static List<int[]> kinds(int[] combinationOf, int combinations) {
    int[] sizes = new int[combinations];
    for (int combination : combinationOf) {
      if (combination >= 0) {
        sizes[combination]++;
      }
    }
    List<int[]> kinds = new ArrayList<>(combinations);
    for (int size : sizes) {
      kinds.add(new int[size]);
    }
    for (int kind = combinationOf.length - 1; kind >= 0; kind--) {
      int combination = combinationOf[kind];
      if (combination >= 0) {
        kinds.get(combination)[--sizes[combination]] = kind;
      }
    }
    return kinds;
  }

  /**
   * The shapes in {@code wanted} that do not tell the values of all {@code keys}; null when they
   * are those of so many events that all are as soon looked at.
   */
  static @Nullable FixedBitSet untold(Segment segment, FixedBitSet wanted, List<TextKeys> keys)
      throws IOException {
    Rollup rollup = segment.shapeRollup();
    FixedBitSet untold = new FixedBitSet(wanted.length());
    long told = 0;
    long others = 0;
    for (int shape = next(wanted, 0); shape < rollup.kinds(); shape = next(wanted, shape + 1)) {
      boolean tells = true;
      for (TextKeys each : keys) {
        tells &= each.idOfShape(shape) >= 0;
      }
      if (tells) {
        told += rollup.total(shape);
      } else {
        others += rollup.total(shape);
        untold.set(shape);
      }
    }
    return others > 0 && others >= told / FEW ? null : untold;
  }

  /** The count of events of the shapes in {@code wanted}, which tell the values of all keys. */
  static RollupCount ofShapes(
      Segment segment, FixedBitSet wanted, List<TextKeys> keys, @Nullable TimeKeys steps)
      throws IOException {
    int shapes = segment.shapes().size();
    int[] combinationOf = new int[shapes];
    Arrays.fill(combinationOf, -1);
    List<LongIds> paths = keys.stream().map(each -> new LongIds()).toList();
    List<int[]> combinations = new ArrayList<>();
    for (int shape = next(wanted, 0); shape < shapes; shape = next(wanted, shape + 1)) {
      int[] values = new int[keys.size()];
      long path = 0;
      for (int i = 0; i < values.length; i++) {
        values[i] = keys.get(i).idOfShape(shape);
        path = paths.get(i).id((path << 32) | values[i]);
      }
      combinationOf[shape] = (int) path;
      if (path == combinations.size()) {
        combinations.add(values);
      }
    }
    return new RollupCount(segment, segment.shapeRollup(), combinationOf, combinations, steps);
  }

  private static int next(FixedBitSet wanted, int shape) {
    return shape >= wanted.length() ? Integer.MAX_VALUE : wanted.nextSetBit(shape);
  }

  /** Adds the number of events of the shapes in {@code wanted} to {@code total}. */
  static void total(Segment segment, FixedBitSet wanted, long[] total) throws IOException {
    RollupCount all = ofShapes(segment, wanted, List.of(), null);
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
    // kinds after the values have no documents
    int[] combinationOf = new int[field.values().size()];
    List<int[]> combinations = new ArrayList<>();
    for (int kind = 0; kind < combinationOf.length; kind++) {
      combinationOf[kind] = kind;
      combinations.add(new int[] {keys.id(field.values().get(kind))});
    }
    return new RollupCount(segment, field.rollup(), combinationOf, combinations, steps);
  }

  /** The count of all events by time alone. */
  static void ofTime(Segment segment, TimeKeys time, Sink sink) throws IOException {
    Stretches stretches = segment.shapeRollup().stretches();
    StretchSteps steps = new StretchSteps(stretches, segment.min(), segment.max(), time);
    for (int stretch = steps.from(); stretch < steps.to(); stretch++) {
      int step = steps.of(stretch);
      if (step >= 0) {
        int first = stretches.document(stretch);
        int after = stretches.document(stretch + 1);
        sink.group(new int[0], steps.id(step), after - first, first, after - 1);
      }
    }
    steps.parts(sink);
  }

  /** Counts the documents of the segment that lie in its range. */
  void count(Sink sink) throws IOException {
    for (int combination = 0; combination < combinations.size(); combination++) {
      for (int kind : kinds.get(combination)) {
        add(kind);
      }
      for (int step = 0; step < counts.length; step++) {
        if (counts[step] > 0) {
          sink.group(
              combinations.get(combination),
              steps.id(step),
              counts[step],
              firsts[step],
              lasts[step]);
          counts[step] = 0;
        }
      }
    }
    steps.parts(sink);
  }

  private void add(int kind) {
    int end = rollup.end(kind);
    for (int entry = rollup.entry(kind, steps.from()); entry < end; entry++) {
      int stretch = rollup.stretch(entry);
      if (stretch >= steps.to()) {
        break;
      }
      int step = steps.of(stretch);
      if (step >= 0) {
        int first = rollup.first(entry);
        int last = rollup.last(entry);
        firsts[step] = counts[step] == 0 ? first : Math.min(firsts[step], first);
        lasts[step] = counts[step] == 0 ? last : Math.max(lasts[step], last);
        counts[step] += rollup.count(entry);
      }
    }
  }
}

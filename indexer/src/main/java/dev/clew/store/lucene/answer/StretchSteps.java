// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.store.lucene.roll.Stretches;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which step of time each stretch of a range of documents lies in. A stretch that a step or the
 * range cuts lies in none: it is one of the parts whose documents are to be looked at.
 */
final class StretchSteps {
  private static final int NONE = -1;

  private final Stretches stretches;
  private final int min;
  private final int max;
  private final int from;

  /** The step of each stretch from {@link #from} on. */
  private final int[] steps;

  private int[] ids = new int[16];
  private int count;

  /**
   * @param min the first document of the range
   * @param max the one after the last
   * @param time all is one step where it is null
   */
  StretchSteps(Stretches stretches, int min, int max, @Nullable TimeKeys time) {
    this.stretches = stretches;
    this.min = min;
    this.max = max;
    boolean empty = min >= max;
    this.from = empty ? 0 : stretches.of(min);
    this.steps = new int[empty ? 0 : stretches.of(max - 1) + 1 - from];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = isWhole(from + i) ? step(stretches.start(from + i), time) : NONE;
    }
  }

  private boolean isWhole(int stretch) {
    return stretches.document(stretch) >= min && stretches.document(stretch + 1) <= max;
  }

  private int step(long start, @Nullable TimeKeys time) {
    int id = time == null ? 0 : time.idOf(start, start + Stretches.MINUTE - 1);
    if (id < 0) {
      return NONE;
    }
    if (count == 0 || ids[count - 1] != id) {
      if (count == ids.length) {
        ids = Arrays.copyOf(ids, 2 * count);
      }
      ids[count++] = id;
    }
    return count - 1;
  }

  /** The first stretch of the range. */
  int from() {
    return from;
  }

  /** The one after its last. */
  int to() {
    return from + steps.length;
  }

  /** How many steps there are. */
  int count() {
    return count;
  }

  /** The step of a stretch in the range; negative when it lies in none. */
  int of(int stretch) {
    return steps[stretch - from];
  }

  /** The number that {@link TimeKeys} gives a step. */
  int id(int step) {
    return ids[step];
  }

  /** Names the parts of stretches that lie in no step, joined where they touch. */
  void parts(RollupCount.Sink sink) throws IOException {
    int i = 0;
    while (i < steps.length) {
      int start = i;
      while (i < steps.length && steps[i] == NONE) {
        i++;
      }
      if (i > start) {
        sink.documents(
            Math.max(min, stretches.document(from + start)),
            Math.min(max, stretches.document(from + i)));
      }
      i = Math.max(i, start + 1);
    }
  }
}

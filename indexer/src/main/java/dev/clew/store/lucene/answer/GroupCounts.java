// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.store.lucene.segment.SegmentOrder;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.IntroSelector;

/**
 * How many events each of the numbered groups has, and when. Where there are too many groups, those
 * with fewest events are forgotten; a group that is met again then may lack as many events as any
 * that was forgotten can have had.
 *
 * <p>So no group lacks more than {@code 2 * events / groups} events, where {@code groups} is how
 * many there were when some were forgotten: each forgetting raises what may be lacking by what at
 * least half of the groups had more of (Misra and Gries, "Finding repeated elements", 1982; with
 * the median as in Anderson et al., "A high-performance algorithm for identifying frequent items in
 * data streams", 2017). What was counted since a group was met is kept as it is, as in lossy
 * counting (Manku and Motwani, "Approximate frequency counts over data streams", 2002): a group
 * that was never forgotten has the right count.
 */
final class GroupCounts {
  /** Bytes of memory of a group. */
  static final int BYTES = 4 * Long.BYTES + 3 * Integer.BYTES;

  private long[] counts = new long[16];
  private long[] lacking = new long[16];
  private long[] first = new long[16];
  private long[] last = new long[16];

  // within a segment time only grows: the first and last document of a group say when
  private int[] firstDocument = new int[16];
  private int[] lastDocument = new int[16];
  private int[] touched = new int[16];
  private int touchedCount;
  private long forgotten;

  /** Most events that a group may lack of those that others counted. */
  private long elsewhere;

  GroupCounts() {
    Arrays.fill(firstDocument, -1);
  }

  /** Events of a group; 0 for one that was not met. */
  long count(int group) {
    return group < counts.length ? counts[group] : 0;
  }

  long first(int group) {
    return first[group];
  }

  long last(int group) {
    return last[group];
  }

  /** Most events that a group may lack, and that one which is not here may have. */
  long forgotten() {
    return forgotten + elsewhere;
  }

  /** A group has {@code count} more events, between those times. */
  void add(int group, long count, long earliest, long latest) {
    meet(group);
    first[group] = Math.min(first[group], earliest);
    last[group] = Math.max(last[group], latest);
    counts[group] += count;
  }

  /** Of what others counted, any group may lack so many more events. */
  void lack(long events) {
    elsewhere += events;
  }

  /** What may be lacking is somebody else's to say from now on. */
  void lackNothing() {
    elsewhere = 0;
  }

  private void meet(int group) {
    if (group >= counts.length) {
      grow(group);
    }
    if (counts[group] == 0) {
      first[group] = Long.MAX_VALUE;
      last[group] = Long.MIN_VALUE;
      lacking[group] = forgotten;
    }
  }

  /** Documents {@code firstOf} to {@code lastOf} of the open segment hold more of a group. */
  void add(int group, int firstOf, int lastOf, long count) {
    meet(group);
    if (firstDocument[group] < 0) {
      firstDocument[group] = firstOf;
      lastDocument[group] = lastOf;
      touched[touchedCount++] = group;
    }
    firstDocument[group] = Math.min(firstDocument[group], firstOf);
    lastDocument[group] = Math.max(lastDocument[group], lastOf);
    counts[group] += count;
  }

  /** Takes the times of the documents; to be called before another segment is opened. */
  void settle(SegmentOrder order) throws IOException {
    // one walk forwards for the first documents: they mostly come in order
    for (int i = 0; i < touchedCount; i++) {
      int group = touched[i];
      long time = order.time(firstDocument[group]);
      first[group] = Math.min(first[group], time);
      last[group] = Math.max(last[group], time);
    }
    for (int i = 0; i < touchedCount; i++) {
      int group = touched[i];
      if (lastDocument[group] > firstDocument[group]) {
        last[group] = Math.max(last[group], order.time(lastDocument[group]));
      }
      firstDocument[group] = -1;
    }
    touchedCount = 0;
  }

  /**
   * The larger half of the groups, or fewer; the others are to be forgotten. To be called when
   * {@link #settle}d.
   *
   * @param size of all groups, at least 1
   */
  FixedBitSet largest(int size) {
    long[] most = new long[size];
    for (int group = 0; group < size; group++) {
      most[group] = count(group) == 0 ? 0 : counts[group] + lacking[group];
    }
    forgotten = Math.max(forgotten, median(most.clone()));
    FixedBitSet kept = new FixedBitSet(size);
    for (int group = 0; group < size; group++) {
      if (most[group] > forgotten) {
        kept.set(group);
      }
    }
    return kept;
  }

  private static long median(long[] values) {
    int middle = values.length / 2;
    new IntroSelector() {
      private long pivot;

      @Override
      protected void swap(int i, int j) {
        long value = values[i];
        values[i] = values[j];
        values[j] = value;
      }

      @Override
      protected void setPivot(int i) {
        pivot = values[i];
      }

      @Override
      protected int comparePivot(int j) {
        return Long.compare(pivot, values[j]);
      }
    }.select(0, values.length, middle);
    return values[middle];
  }

  /** Forgets the other groups; those kept are numbered anew, in the same order. */
  void retain(FixedBitSet kept) {
    int count = 0;
    for (int group = 0; group < Math.min(kept.length(), counts.length); group++) {
      if (kept.get(group)) {
        counts[count] = counts[group];
        lacking[count] = lacking[group];
        first[count] = first[group];
        last[count++] = last[group];
      }
    }
    Arrays.fill(counts, count, counts.length, 0);
  }

  private void grow(int group) {
    int old = counts.length;
    int size = Math.max(group + 1, old * 2);
    counts = Arrays.copyOf(counts, size);
    lacking = Arrays.copyOf(lacking, size);
    first = Arrays.copyOf(first, size);
    last = Arrays.copyOf(last, size);
    firstDocument = Arrays.copyOf(firstDocument, size);
    Arrays.fill(firstDocument, old, size, -1);
    lastDocument = Arrays.copyOf(lastDocument, size);
    touched = Arrays.copyOf(touched, size);
  }
}

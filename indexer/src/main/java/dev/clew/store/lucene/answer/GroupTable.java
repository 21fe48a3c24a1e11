// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.store.Count;
import dev.clew.store.Groups;
import dev.clew.store.lucene.match.DocumentSink;
import dev.clew.store.lucene.match.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Counts the events of groups. A group of several groupings is a path: its number at each step
 * comes from the number so far and the number of the next key.
 */
public final class GroupTable implements DocumentSink {
  private final List<GroupKeys> groupings;
  private final List<LongIds> paths = new ArrayList<>();
  private final List<GroupKeys.Ids> found = new ArrayList<>();
  private long total;
  private long[] counts = new long[16];
  private long[] first = new long[16];
  private long[] last = new long[16];

  // within a segment time only grows: the first and last document of a group say when
  private int[] firstDocument = new int[16];
  private int[] lastDocument = new int[16];
  private int[] touched = new int[16];
  private int touchedCount;

  public GroupTable(List<GroupKeys> groupings) {
    this.groupings = groupings;
    for (int i = 0; i < groupings.size(); i++) {
      paths.add(new LongIds());
      found.add(new GroupKeys.Ids());
    }
    Arrays.fill(firstDocument, -1);
  }

  /** Counts the events of a segment. */
  public void count(Segment segment) throws IOException {
    if (groupings.isEmpty()) {
      total += segment.count();
      return;
    }
    open(segment);
    if (groupings.size() == 1 && groupings.get(0) instanceof TimeKeys steps && segment.isWhole()) {
      RollupCount.ofTime(segment, steps, new Stepped(segment, steps));
    } else if (!countRollup(segment)) {
      segment.scan(segment.min(), segment.max(), this);
    }
    for (int i = 0; i < touchedCount; i++) {
      int group = touched[i];
      first[group] = Math.min(first[group], segment.order().time(firstDocument[group]));
      last[group] = Math.max(last[group], segment.order().time(lastDocument[group]));
      firstDocument[group] = -1;
    }
    touchedCount = 0;
  }

  @Override
  public void accept(int[] documents, int count) throws IOException {
    total += count;
    for (int i = 0; i < count; i++) {
      int document = documents[i];
      for (int g = 0; g < groupings.size(); g++) {
        groupings.get(g).find(document, found.get(g));
      }
      walk(document, 0, 0);
    }
  }

  private void open(Segment segment) throws IOException {
    for (GroupKeys keys : groupings) {
      keys.open(segment);
    }
  }

  /** Counts by rollups what they can count; false when they cannot. */
  private boolean countRollup(Segment segment) throws IOException {
    List<TextKeys> keys = new ArrayList<>();
    TimeKeys steps = null;
    for (GroupKeys grouping : groupings) {
      if (grouping instanceof TextKeys text) {
        keys.add(text);
      } else if (steps == null && grouping instanceof TimeKeys time) {
        steps = time;
      } else {
        return false;
      }
    }
    Verdict verdict = segment.verdict();
    RollupCount rollup =
        segment.isWhole() && keys.size() == 1
            ? RollupCount.ofField(segment, keys.get(0), steps)
            : null;
    rollup = rollup == null ? RollupCount.ofShapes(segment, verdict.yes(), keys, steps) : rollup;
    if (rollup == null) {
      return false;
    }
    rollup.count(new Rolled(segment, verdict));
    if (!verdict.isDecided()) {
      // columns and steps are read forwards only, and this starts again
      open(segment);
      segment.scanUndecided(this);
    }
    return true;
  }

  /** Takes groups from a rollup, and the documents it cannot count. */
  private final class Rolled implements RollupCount.Sink {
    private final Segment segment;
    private final Verdict verdict;

    Rolled(Segment segment, Verdict verdict) {
      this.segment = segment;
      this.verdict = verdict;
    }

    @Override
    public void group(int[] values, int step, long count, int firstOf, int lastOf) {
      long path = 0;
      int value = 0;
      for (int i = 0; i < groupings.size(); i++) {
        int id = groupings.get(i) instanceof TextKeys ? values[value++] : step;
        path = paths.get(i).id((path << 32) | id);
      }
      add((int) path, firstOf, lastOf, count);
      total += count;
    }

    @Override
    public void documents(int from, int to) throws IOException {
      segment.scanShapes(verdict.yes(), from, to, GroupTable.this);
    }
  }

  /** Takes steps of all documents, and the stretches that a step or the range cuts. */
  private final class Stepped implements RollupCount.Sink {
    private final Segment segment;
    private final TimeKeys steps;

    Stepped(Segment segment, TimeKeys steps) {
      this.segment = segment;
      this.steps = steps;
    }

    @Override
    public void group(int[] values, int step, long count, int firstOf, int lastOf) {
      add(paths.get(0).id(step), firstOf, lastOf, count);
      total += count;
    }

    @Override
    public void documents(int from, int to) throws IOException {
      int document = from;
      while (document < to) {
        steps.find(document, found.get(0));
        int end = Math.min(Math.min(steps.stepEnd(), to), segment.max());
        group(new int[0], found.get(0).get(0), end - document, document, end - 1);
        document = end;
      }
    }
  }

  private void walk(int document, int grouping, long path) {
    GroupKeys.Ids ids = found.get(grouping);
    for (int i = 0; i < ids.count(); i++) {
      int group = paths.get(grouping).id((path << 32) | ids.get(i));
      if (grouping + 1 < groupings.size()) {
        walk(document, grouping + 1, group);
      } else {
        add(group, document, document, 1);
      }
    }
  }

  private void add(int group, int firstOf, int lastOf, long count) {
    if (group >= counts.length) {
      grow(group);
    }
    if (firstDocument[group] < 0) {
      firstDocument[group] = firstOf;
      lastDocument[group] = lastOf;
      touched[touchedCount++] = group;
      if (counts[group] == 0) {
        first[group] = Long.MAX_VALUE;
        last[group] = Long.MIN_VALUE;
      }
    }
    firstDocument[group] = Math.min(firstDocument[group], firstOf);
    lastDocument[group] = Math.max(lastDocument[group], lastOf);
    counts[group] += count;
  }

  private void grow(int group) {
    int old = counts.length;
    int size = Math.max(group + 1, old * 2);
    counts = Arrays.copyOf(counts, size);
    first = Arrays.copyOf(first, size);
    last = Arrays.copyOf(last, size);
    firstDocument = Arrays.copyOf(firstDocument, size);
    Arrays.fill(firstDocument, old, size, -1);
    lastDocument = Arrays.copyOf(lastDocument, size);
    touched = Arrays.copyOf(touched, size);
  }

  /** The {@code limit} largest groups. */
  public Groups largest(int limit) {
    if (groupings.isEmpty()) {
      return new Groups(List.of(), Count.exactly(total), true);
    }
    int size = paths.get(paths.size() - 1).size();
    // the least of those kept is at the head, to be thrown out first
    PriorityQueue<Groups.Group> kept = new PriorityQueue<>(Groups.ORDER.reversed());
    for (int group = 0; group < size; group++) {
      if (kept.size() < limit || counts[group] >= kept.element().count()) {
        kept.add(new Groups.Group(keys(group), counts[group], first[group], last[group]));
        if (kept.size() > limit) {
          kept.remove();
        }
      }
    }
    List<Groups.Group> groups = new ArrayList<>(kept);
    groups.sort(Groups.ORDER);
    return new Groups(groups, Count.exactly(total), size <= limit);
  }

  private List<String> keys(int group) {
    List<String> keys = new ArrayList<>(groupings.size());
    long path = group;
    for (int grouping = groupings.size() - 1; grouping >= 0; grouping--) {
      long step = paths.get(grouping).key((int) path);
      keys.add(groupings.get(grouping).key((int) step));
      path = step >>> 32;
    }
    Collections.reverse(keys);
    return keys;
  }
}

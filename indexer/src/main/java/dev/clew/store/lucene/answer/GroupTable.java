// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.store.Count;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.lucene.match.DocumentSink;
import dev.clew.store.lucene.match.Verdict;
import dev.clew.store.lucene.segment.SegmentOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts the events of groups, in bounded memory: {@link GroupCounts} says what becomes of groups
 * that are too many. Helpers count in tables of their own and hand over to that of the question.
 * {@link #count} and {@link #add} are thread-safe.
 */
public final class GroupTable implements DocumentSink {
  /** Bytes of memory for the groups of a question. */
  private static final long MOST_BYTES = 48L << 20;

  /** A helper hands over what it counted sooner than its table gets large. */
  private static final int SHARE_OF_HELPER = 16;

  private static final int LOOK_AT_ROOM = 1024;

  private static final int SHARE_WHEN_FORGETTING = 8;

  /** Groups are remembered while a question has so many, not more. */
  private static final int MOST_REMEMBERED = 1 << 12;

  private final List<Grouping> asked;
  private final List<GroupKeys> groupings;
  private final GroupPaths paths;
  private final GroupCounts counts = new GroupCounts();
  private final List<GroupKeys.Ids> found = new ArrayList<>();
  private final long mostBytes;

  /** Takes over what is too much here; null for the table of the question itself. */
  private final @Nullable GroupTable whole;

  /** Fair, so that who counts here lets helpers hand over in between. */
  private final ReentrantLock lock = new ReentrantLock(true);

  private boolean handedOver;
  private long total;

  /** How many documents were looked at. */
  private long looked;

  /** The order of the open segment. */
  private @Nullable SegmentOrder order;

  /** While a rollup is counted, which knows groups by their numbers. */
  private boolean rolling;

  /**
   * A table.
   *
   * @param tables how many share the memory
   */
  public GroupTable(List<Grouping> groupings, int tables) {
    this(groupings, MOST_BYTES / tables);
  }

  GroupTable(List<Grouping> asked, long mostBytes) {
    this(asked, mostBytes, null);
  }

  private GroupTable(List<Grouping> asked, long mostBytes, @Nullable GroupTable whole) {
    this.whole = whole;
    this.asked = asked;
    this.groupings = asked.stream().map(GroupKeys::of).toList();
    this.paths = new GroupPaths(groupings);
    this.mostBytes = mostBytes;
    groupings.forEach(each -> found.add(new GroupKeys.Ids()));
  }

  /** A table for another thread that counts other segments; to be added in the end. */
  public GroupTable forHelper() {
    return new GroupTable(asked, mostBytes / SHARE_OF_HELPER, this);
  }

  /** Counts the events of a segment, or takes what is remembered of it. */
  public void count(Segment segment) throws IOException {
    if (segment.isEmpty()) {
      return;
    }
    lock.lock();
    try {
      switch (segment.remembered(asked)) {
        case Remembered.Part part -> add(part.groups());
        case Remembered.Slow slow -> countAlone(segment);
        case Remembered.Nothing nothing -> countFirst(segment);
      }
    } finally {
      lock.unlock();
    }
  }

  private void countFirst(Segment segment) throws IOException {
    if (groupings.isEmpty()) {
      countAlone(segment);
      return;
    }
    long before = looked;
    countNow(segment);
    // so many groups would take more memory twice over than they are worth
    boolean few = paths.size() <= MOST_REMEMBERED && counts.forgotten() == 0 && !handedOver;
    if (looked > before && few) {
      segment.remember(asked, new Remembered.Slow());
    }
  }

  /** Counts the groups of a segment by themselves, to remember them. */
  private void countAlone(Segment segment) throws IOException {
    GroupTable alone = new GroupTable(asked, whole == null ? mostBytes : whole.mostBytes);
    boolean done = false;
    try {
      alone.countNow(segment);
      done = true;
    } finally {
      // also when nobody waits for the rest
      Groups part = alone.largest(Integer.MAX_VALUE);
      add(part);
      counts.lack(part.lacking());
      if (done && part.complete()) {
        segment.remember(asked, new Remembered.Part(part));
      }
    }
  }

  /** Adds the groups of a segment. */
  private void add(Groups part) {
    total += part.total().value();
    for (Groups.Group group : part.groups()) {
      counts.add(path(group.keys()), group.count(), group.first(), group.last());
    }
    if (!part.groups().isEmpty()) {
      makeRoom();
    }
  }

  private int path(List<String> keys) {
    int path = 0;
    for (int i = 0; i < groupings.size(); i++) {
      path = paths.step(i, path, groupings.get(i).id(keys.get(i)));
    }
    return path;
  }

  /** Adds what another table counted of other segments by the same groupings. */
  public void add(GroupTable other) {
    lock.lock();
    try {
      total += other.total;
      for (int group = 0; group < other.paths.size(); group++) {
        long count = other.counts.count(group);
        if (count > 0) {
          int path = paths.path(other.paths, group);
          counts.add(path, count, other.counts.first(group), other.counts.last(group));
          if (group % LOOK_AT_ROOM == 0) {
            makeRoom();
          }
        }
      }
      makeRoom();
      counts.lack(other.counts.forgotten());
    } finally {
      lock.unlock();
    }
  }

  private void countNow(Segment segment) throws IOException {
    if (groupings.isEmpty()) {
      total += segment.count();
      return;
    }
    open(segment);
    order = segment.order();
    try {
      countGroups(segment);
    } finally {
      // also when nobody waits for the rest
      counts.settle(segment.order());
      order = null;
    }
    makeRoom();
  }

  private void countGroups(Segment segment) throws IOException {
    if (groupings.size() == 1 && groupings.get(0) instanceof TimeKeys steps && segment.isWhole()) {
      RollupCount.ofTime(segment, steps, new Stepped(segment, steps));
    } else if (!countRollup(segment)) {
      segment.scan(segment.min(), segment.max(), this);
    }
  }

  @Override
  public void accept(int[] documents, int count) throws IOException {
    total += count;
    looked += count;
    for (int i = 0; i < count; i++) {
      int document = documents[i];
      for (int g = 0; g < groupings.size(); g++) {
        groupings.get(g).find(document, found.get(g));
      }
      walk(document, 0, 0);
    }
    SegmentOrder open = order;
    if (open != null && !rolling && (isFull() || lock.hasQueuedThreads())) {
      counts.settle(open);
      makeRoom();
      letOthers();
    }
  }

  /** Lets helpers hand over that wait for it, in the midst of a segment. */
  private void letOthers() {
    if (lock.hasQueuedThreads()) {
      lock.unlock();
      lock.lock();
    }
  }

  private boolean isFull() {
    // counts that can be off are not worth a large table, which is a slow one
    long room = counts.forgotten() == 0 ? mostBytes : mostBytes / SHARE_WHEN_FORGETTING;
    long bytes = paths.bytes() + (long) GroupCounts.BYTES * paths.size();
    return bytes > room && paths.size() > 1;
  }

  private void makeRoom() {
    while (isFull()) {
      if (whole == null) {
        retain(counts.largest(paths.size()));
      } else {
        whole.add(this);
        handedOver = true;
        total = 0;
        retain(new FixedBitSet(paths.size()));
        counts.lackNothing();
      }
    }
  }

  private void retain(FixedBitSet kept) {
    counts.retain(kept);
    paths.retain(kept);
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
    RollupCount rollup =
        segment.isWhole() && keys.size() == 1
            ? RollupCount.ofField(segment, keys.get(0), steps)
            : null;
    Verdict verdict = segment.verdict();
    FixedBitSet wanted = verdict.yes();
    FixedBitSet rest = new FixedBitSet(wanted.length());
    if (rollup == null) {
      rest = RollupCount.untold(segment, wanted, keys);
      if (rest == null) {
        return false;
      }
      wanted = wanted.clone();
      wanted.andNot(rest);
      rollup = RollupCount.ofShapes(segment, wanted, keys, steps);
    }
    rolling = true;
    try {
      rollup.count(new Rolled(segment, wanted));
    } finally {
      rolling = false;
    }
    if (!verdict.isDecided() || !rest.scanIsEmpty()) {
      // columns and steps are read forwards only, and this starts again
      open(segment);
      segment.scanBesides(rest, this);
    }
    return true;
  }

  /** Takes groups from a rollup, and the documents it cannot count. */
  private final class Rolled implements RollupCount.Sink {
    private final Segment segment;
    private final FixedBitSet shapes;

    Rolled(Segment segment, FixedBitSet shapes) {
      this.segment = segment;
      this.shapes = shapes;
    }

    @Override
    public void group(int[] values, int step, long count, int firstOf, int lastOf) {
      int path = 0;
      int value = 0;
      for (int i = 0; i < groupings.size(); i++) {
        int id = groupings.get(i) instanceof TextKeys ? values[value++] : step;
        path = paths.step(i, path, id);
      }
      counts.add(path, firstOf, lastOf, count);
      total += count;
    }

    @Override
    public void documents(int from, int to) throws IOException {
      segment.scanShapes(shapes, from, to, GroupTable.this);
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
      counts.add(paths.step(0, 0, step), firstOf, lastOf, count);
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

  private void walk(int document, int grouping, int path) {
    GroupKeys.Ids ids = found.get(grouping);
    for (int i = 0; i < ids.count(); i++) {
      int group = paths.step(grouping, path, ids.get(i));
      if (grouping + 1 < groupings.size()) {
        walk(document, grouping + 1, group);
      } else {
        counts.add(group, document, document, 1);
      }
    }
  }

  /** The {@code limit} largest groups. */
  public Groups largest(int limit) {
    if (groupings.isEmpty()) {
      return new Groups(List.of(), Count.exactly(total), true);
    }
    return LargestGroups.of(paths, counts, limit, Count.exactly(total));
  }
}

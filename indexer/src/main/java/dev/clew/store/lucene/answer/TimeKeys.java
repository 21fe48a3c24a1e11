// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.store.Grouping;
import dev.clew.store.lucene.segment.SegmentOrder;
import java.io.IOException;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Steps of time: documents are in order of time, so a step is a range of documents. */
final class TimeKeys implements GroupKeys {
  private final Grouping.ByTime grouping;
  private LongIds starts = new LongIds();
  private @Nullable SegmentOrder order;
  private int stepEnd;
  private int current;

  TimeKeys(Grouping.ByTime grouping) {
    this.grouping = grouping;
  }

  @Override
  public void open(Segment segment) {
    order = segment.order();
    stepEnd = 0;
  }

  @Override
  public void find(int document, Ids ids) throws IOException {
    if (document >= stepEnd) {
      enterStep(document);
    }
    ids.set(current);
  }

  /** The number of the step that holds both times; negative when no step does. */
  int idOf(long first, long last) {
    long start = grouping.start(first);
    // where numbers of nanoseconds end, so do the steps
    return first <= last && grouping.start(last) == start ? starts.id(start) : -1;
  }

  /** The first document after the step of the last one found. */
  int stepEnd() {
    return stepEnd;
  }

  private void enterStep(int document) throws IOException {
    SegmentOrder open = java.util.Objects.requireNonNull(order);
    long start = grouping.start(open.time(document));
    current = starts.id(start);
    long next = start + grouping.stepNanos();
    // a step at the end of time has no end
    stepEnd = next < start ? Integer.MAX_VALUE : open.firstNotBefore(next, document);
  }

  @Override
  public int size() {
    return starts.size();
  }

  @Override
  public long bytes() {
    return starts.bytes();
  }

  @Override
  public void retain(FixedBitSet kept) {
    LongIds fewer = new LongIds();
    for (int id = 0; id < starts.size(); id++) {
      if (kept.get(id)) {
        fewer.id(starts.key(id));
      }
    }
    starts = fewer;
    // the step of the next document is to be entered anew
    stepEnd = 0;
  }

  @Override
  public int id(String key) {
    return starts.id(Long.parseLong(key));
  }

  @Override
  public String key(int id) {
    return Long.toString(starts.key(id));
  }
}

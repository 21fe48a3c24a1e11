// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.event.TimeRange;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** A segment as one selection sees it: the documents of the time range that match. One thread. */
final class Segment {
  private static final int BATCH = 1024;

  private final LeafReaderContext leaf;
  private final ShapedQuery query;
  private final SegmentOrder order;
  private final int[] batch = new int[BATCH];
  private int min;
  private int max;

  /** Takes matching documents in ascending order. */
  @FunctionalInterface
  interface Documents {
    /** The next {@code count} documents. */
    void accept(int[] documents, int count) throws IOException;
  }

  /**
   * The documents of {@code leaf} that lie in {@code range}.
   *
   * @param query what must match besides
   */
  Segment(LeafReaderContext leaf, ShapedQuery query, TimeRange range) throws IOException {
    this.leaf = leaf;
    this.query = query;
    this.order = new SegmentOrder(leaf.reader());
    this.min = order.firstNotBefore(range.from(), 0);
    this.max =
        range.to() == Long.MAX_VALUE ? leaf.reader().maxDoc() : order.firstNotBefore(range.to(), 0);
  }

  LeafReaderContext leaf() {
    return leaf;
  }

  SegmentShapes shapes() throws IOException {
    return query.shapes(leaf);
  }

  /** How many events of each shape each minute has. */
  Rollup shapeRollup() throws IOException {
    return query.cache().shapeRollup(leaf.reader());
  }

  /** How many events of each value of a field each minute has. */
  SegmentCache.FieldRollup fieldRollup(String field) throws IOException {
    return query.cache().fieldRollup(this, field);
  }

  /** What the selection's query says of the shapes. */
  Verdict verdict() throws IOException {
    return query.verdict(leaf);
  }

  SegmentOrder order() {
    return order;
  }

  int min() {
    return min;
  }

  int max() {
    return max;
  }

  /** Leaves out the documents before {@code document}. */
  void startAt(int document) {
    min = Math.max(min, document);
  }

  /** Leaves out {@code document} and those after it. */
  void endAt(int document) {
    max = Math.min(max, document);
  }

  /** True when each document from {@code min} to {@code max} matches. */
  boolean isWhole() {
    return query.isAll() && !leaf.reader().hasDeletions();
  }

  /** Hands on the matching documents from {@code from} up to, not including, {@code to}. */
  void scan(int from, int to, Documents sink) throws IOException {
    int start = Math.max(from, min);
    int end = Math.min(to, max);
    if (start >= end) {
      return;
    }
    Bits live = leaf.reader().getLiveDocs();
    if (query.isAll()) {
      scanAll(start, end, live, sink);
      return;
    }
    BulkScorer scorer = query.whole().bulkScorer(leaf);
    if (scorer != null) {
      scorer.score(new Collecting(sink), live, start, end);
    }
  }

  /** Hands on the documents of those shapes from {@code from} up to, not including, {@code to}. */
  void scanShapes(FixedBitSet wanted, int from, int to, Documents sink) throws IOException {
    LeafQuery.Test test = ShapeQuery.of(wanted, leaf);
    int count = 0;
    for (int document = from; test != null && document < to; document++) {
      if (test.test(document)) {
        batch[count++] = document;
      }
      if (count == BATCH || document == to - 1) {
        sink.accept(batch, count);
        count = 0;
      }
    }
  }

  /** Hands on the matching documents of shapes that decide nothing. */
  void scanUndecided(Verdict verdict, Documents sink) throws IOException {
    if (!verdict.isDecided() && min < max) {
      BulkScorer scorer = query.undecided().bulkScorer(leaf);
      if (scorer != null) {
        scorer.score(new Collecting(sink), leaf.reader().getLiveDocs(), min, max);
      }
    }
  }

  /** How many documents match. */
  long count() throws IOException {
    if (isWhole()) {
      return Math.max(0, max - min);
    }
    Verdict verdict = leaf.reader().hasDeletions() ? null : verdict();
    long[] total = new long[1];
    if (verdict == null) {
      scan(min, max, (documents, count) -> total[0] += count);
      return total[0];
    }
    RollupCount shapes =
        Objects.requireNonNull(RollupCount.ofShapes(this, verdict.yes(), List.of(), null));
    shapes.count(
        new RollupCount.Sink() {
          @Override
          public void group(int[] values, int step, long count, int first, int last) {
            total[0] += count;
          }

          @Override
          public void documents(int from, int to) throws IOException {
            scanShapes(verdict.yes(), from, to, (documents, count) -> total[0] += count);
          }
        });
    scanUndecided(verdict, (documents, count) -> total[0] += count);
    return total[0];
  }

  /** The shortest range that holds {@code range} and all live documents. */
  Optional<TimeRange> around(Optional<TimeRange> range) throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    int first = min;
    while (live != null && first < max && !live.get(first)) {
      first++;
    }
    int last = max - 1;
    while (live != null && last >= first && !live.get(last)) {
      last--;
    }
    if (first > last) {
      return range;
    }
    TimeRange own = TimeRange.around(order.time(first), order.time(last));
    return Optional.of(
        range.isEmpty()
            ? own
            : new TimeRange(
                Math.min(range.get().from(), own.from()), Math.max(range.get().to(), own.to())));
  }

  private void scanAll(int start, int end, @Nullable Bits live, Documents sink) throws IOException {
    int count = 0;
    for (int document = start; document < end; document++) {
      if (live == null || live.get(document)) {
        batch[count++] = document;
      }
      if (count == BATCH || document == end - 1) {
        sink.accept(batch, count);
        count = 0;
      }
    }
  }

  private final class Collecting implements LeafCollector {
    private final Documents sink;

    Collecting(Documents sink) {
      this.sink = sink;
    }

    @Override
    public void setScorer(Scorable scorer) {}

    @Override
    public void collect(int document) throws IOException {
      batch[0] = document;
      query.patience().check();
      sink.accept(batch, 1);
    }

    @Override
    public void collect(DocIdStream stream) throws IOException {
      for (int count = stream.intoArray(batch); count > 0; count = stream.intoArray(batch)) {
        query.patience().checkNow();
        sink.accept(batch, count);
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Grouping;
import dev.clew.store.lucene.match.Clause;
import dev.clew.store.lucene.match.ClauseMaker;
import dev.clew.store.lucene.match.DocumentSink;
import dev.clew.store.lucene.match.SegmentMatch;
import dev.clew.store.lucene.match.Verdict;
import dev.clew.store.lucene.roll.Rollup;
import dev.clew.store.lucene.segment.Patience;
import dev.clew.store.lucene.segment.SegmentOrder;
import dev.clew.store.lucene.segment.SegmentShapes;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** A segment as one selection sees it: the documents of the time range that match. One thread. */
public final class Segment {
  private static final int BATCH = 1024;

  private final LeafReaderContext leaf;
  private final Query query;
  private final SegmentCache cache;
  private final Patience patience;
  private final SegmentOrder order;
  private @Nullable SegmentMatch match;
  private int min;
  private int max;

  /**
   * The documents of {@code leaf} that lie in {@code range}.
   *
   * @param query what must match besides
   */
  public Segment(
      LeafReaderContext leaf, Query query, TimeRange range, SegmentCache cache, Patience patience)
      throws IOException {
    this.leaf = leaf;
    this.query = query;
    this.cache = cache;
    this.patience = patience;
    this.order = new SegmentOrder(leaf.reader());
    // what was deleted is older than all that was not
    this.min = Math.max(order.firstNotBefore(range.from(), 0), leaf.reader().numDeletedDocs());
    this.max =
        range.to() == Long.MAX_VALUE ? leaf.reader().maxDoc() : order.firstNotBefore(range.to(), 0);
  }

  LeafReaderContext leaf() {
    return leaf;
  }

  SegmentShapes shapes() throws IOException {
    return cache.shapes(leaf.reader());
  }

  /** How many events of each shape each minute has. */
  Rollup shapeRollup() throws IOException {
    return cache.shapeRollup(leaf.reader());
  }

  /** How many events of each value of a field each minute has. */
  SegmentCache.FieldRollup fieldRollup(String field) throws IOException {
    return cache.fieldRollup(this, field);
  }

  /** What the selection's query says of the shapes. */
  Verdict verdict() throws IOException {
    return match().verdict();
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

  /** True when no document lies in the time range. */
  boolean isEmpty() {
    return min >= max;
  }

  /** True when all documents of the segment are there, and lie in the time range. */
  boolean isEntire() {
    return min == 0 && max == leaf.reader().maxDoc();
  }

  /** What is known of its groups. */
  Remembered remembered(List<Grouping> groupings) {
    return isEntire() ? cache.remembered(leaf.reader(), query, groupings) : Remembered.NOTHING;
  }

  /** Remembers of its groups, if they are of all its documents. */
  void remember(List<Grouping> groupings, Remembered groups) {
    if (isEntire()) {
      cache.remember(leaf.reader(), query, groupings, groups);
    }
  }

  /** True when each document from {@code min} to {@code max} matches. */
  boolean isWhole() {
    return query instanceof Query.All;
  }

  /** Hands on the matching documents from {@code from} up to, not including, {@code to}. */
  void scan(int from, int to, DocumentSink sink) throws IOException {
    int first = Math.max(from, min);
    int end = Math.min(to, max);
    if (isWhole()) {
      hand(first, end, sink);
    } else {
      match().scan(first, end, sink);
    }
  }

  /** Hands on all documents from {@code from} up to, not including, {@code to}. */
  private void hand(int from, int to, DocumentSink sink) throws IOException {
    int[] batch = new int[BATCH];
    for (int start = from; start < to; start += BATCH) {
      patience.checkNow();
      int count = Math.min(BATCH, to - start);
      for (int i = 0; i < count; i++) {
        batch[i] = start + i;
      }
      sink.accept(batch, count);
    }
  }

  /** Hands on the documents of those shapes from {@code from} up to, not including, {@code to}. */
  void scanShapes(FixedBitSet wanted, int from, int to, DocumentSink sink) throws IOException {
    match().scanShapes(wanted, from, to, sink);
  }

  /**
   * Hands on the documents of the shapes in {@code also}, and the matching ones of shapes that
   * decide nothing.
   */
  void scanBesides(FixedBitSet also, DocumentSink sink) throws IOException {
    match().scanBesides(also, min, max, sink);
  }

  /** How many documents match. */
  public long count() throws IOException {
    if (isWhole()) {
      return Math.max(0, max - min);
    }
    long[] total = new long[1];
    FixedBitSet yes = verdict().yes();
    if (isEntire()) {
      Rollup rollup = shapeRollup();
      for (int shape = 0; shape < rollup.kinds(); shape++) {
        total[0] += yes.get(shape) ? rollup.total(shape) : 0;
      }
    } else {
      RollupCount.total(this, yes, total);
    }
    scanBesides(new FixedBitSet(yes.length()), (documents, count) -> total[0] += count);
    return total[0];
  }

  private SegmentMatch match() throws IOException {
    SegmentMatch known = match;
    if (known == null) {
      LeafReader reader = leaf.reader();
      Clause clause = new ClauseMaker(reader, shapes(), patience).of(query);
      known = new SegmentMatch(reader, shapeRollup(), clause, patience);
      match = known;
    }
    return known;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.query.Glob;
import dev.clew.query.Words;
import dev.clew.store.row.Shape;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The documents with a word in the written time of their events, which no posting holds. */
final class TimeWordQuery extends LeafQuery {
  private final SegmentCache cache;
  private final String glob;

  /**
   * A query.
   *
   * @param glob a folded word, or a glob of one
   */
  TimeWordQuery(SegmentCache cache, String glob) {
    this.cache = cache;
    this.glob = glob;
  }

  @Override
  @Nullable Test test(LeafReaderContext leaf) throws IOException {
    SegmentShapes shapes = cache.shapes(leaf.reader());
    FixedBitSet candidates = shapes.where(shape -> shape.timeMayHold(glob));
    if (candidates.scanIsEmpty()) {
      return null;
    }
    SortedDocValues ordinals = DocValues.getSorted(leaf.reader(), Columns.SHAPE);
    NumericDocValues times = DocValues.getNumeric(leaf.reader(), Columns.TIME);
    return document ->
        ordinals.advanceExact(document)
            && candidates.get(ordinals.ordValue())
            && times.advanceExact(document)
            && says(shapes.shape(ordinals.ordValue()), times.longValue());
  }

  private boolean says(Shape shape, long epochNanos) {
    for (String word : Words.of(shape.timeText(epochNanos))) {
      if (Glob.matches(glob, word)) {
        return true;
      }
    }
    return false;
  }
}

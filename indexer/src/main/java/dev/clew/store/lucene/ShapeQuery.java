// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.query.Query;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The documents of shapes that a query wants, or those that it cannot decide. */
final class ShapeQuery extends LeafQuery {
  private final SegmentCache cache;
  private final Query meaning;
  private final boolean undecided;

  private ShapeQuery(SegmentCache cache, Query meaning, boolean undecided) {
    this.cache = cache;
    this.meaning = meaning;
    this.undecided = undecided;
  }

  /** Documents of shapes whose events all match. */
  static ShapeQuery yes(SegmentCache cache, Query meaning) {
    return new ShapeQuery(cache, meaning, false);
  }

  /** Documents of shapes of whose events some may match. */
  static ShapeQuery maybe(SegmentCache cache, Query meaning) {
    return new ShapeQuery(cache, meaning, true);
  }

  @Override
  @Nullable Test test(LeafReaderContext leaf) throws IOException {
    SegmentShapes shapes = cache.shapes(leaf.reader());
    Verdict verdict = new ShapeMatcher(shapes, leaf.reader()).verdict(meaning);
    return of(undecided ? verdict.maybe() : verdict.yes(), leaf);
  }

  /** Tests for the shapes of {@code wanted}; null when there are none. */
  static @Nullable Test of(FixedBitSet wanted, LeafReaderContext leaf) throws IOException {
    if (wanted.scanIsEmpty()) {
      return null;
    }
    SortedDocValues ordinals = DocValues.getSorted(leaf.reader(), Columns.SHAPE);
    return document -> ordinals.advanceExact(document) && wanted.get(ordinals.ordValue());
  }
}

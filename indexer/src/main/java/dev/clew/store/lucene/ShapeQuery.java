// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.query.Query;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The documents of shapes that a query wants, or those that it cannot decide. */
final class ShapeQuery extends LeafQuery {
  private final SegmentCache cache;
  private final Query meaning;
  private final boolean undecided;

  /** A search for the newest events asks each segment several times. */
  private final Map<IndexReader.CacheKey, Verdict> verdicts = new ConcurrentHashMap<>();

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
    IndexReader.CacheKey key = leaf.reader().getCoreCacheHelper().getKey();
    Verdict verdict = verdicts.get(key);
    if (verdict == null) {
      verdict = new ShapeMatcher(cache.shapes(leaf.reader()), leaf.reader()).verdict(meaning);
      verdicts.put(key, verdict);
    }
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

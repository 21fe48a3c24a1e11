// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A query as a store answers it: shapes first, and documents only where shapes do not decide. Of
 * one search; not thread-safe.
 */
final class ShapedQuery {
  private final SegmentCache cache;
  private final dev.clew.query.Query meaning;
  private final IndexSearcher searcher;
  private final Patience patience;
  private @Nullable Weight decided;
  private @Nullable Weight undecided;

  ShapedQuery(
      SegmentCache cache, dev.clew.query.Query meaning, IndexSearcher searcher, Patience patience) {
    this.cache = cache;
    this.meaning = meaning;
    this.searcher = searcher;
    this.patience = patience;
  }

  /** True when it asks for every event. */
  boolean isAll() {
    return meaning instanceof dev.clew.query.Query.All;
  }

  SegmentShapes shapes(LeafReaderContext leaf) throws IOException {
    return cache.shapes(leaf.reader());
  }

  /** How long the answer is waited for. */
  Patience patience() {
    return patience;
  }

  SegmentCache cache() {
    return cache;
  }

  /** What it says of the shapes of a segment. */
  Verdict verdict(LeafReaderContext leaf) throws IOException {
    return new ShapeMatcher(shapes(leaf), leaf.reader()).verdict(meaning);
  }

  /** The documents that match, of shapes that decide nothing. */
  Weight undecided() throws IOException {
    Weight weight = undecided;
    if (weight == null) {
      weight =
          weight(
              new BooleanQuery.Builder()
                  .add(ShapeQuery.maybe(cache, meaning), Occur.FILTER)
                  .add(new QueryTranslator(cache, patience).undecided(meaning), Occur.FILTER)
                  .build());
      undecided = weight;
    }
    return weight;
  }

  /** All documents that match. */
  Weight whole() throws IOException {
    Weight weight = decided;
    if (weight == null) {
      weight =
          weight(
              new BooleanQuery.Builder()
                  .add(ShapeQuery.yes(cache, meaning), Occur.SHOULD)
                  .add(
                      new BooleanQuery.Builder()
                          .add(ShapeQuery.maybe(cache, meaning), Occur.FILTER)
                          .add(
                              new QueryTranslator(cache, patience).undecided(meaning), Occur.FILTER)
                          .build(),
                      Occur.SHOULD)
                  .build());
      decided = weight;
    }
    return weight;
  }

  private Weight weight(Query query) throws IOException {
    return Objects.requireNonNull(
        searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Documents found by a test of each, segment by segment. Equal only to itself. */
abstract class LeafQuery extends Query {
  private static final float COST_OF_ONE = 10;

  /** Tests the documents of a segment, in ascending order. */
  @FunctionalInterface
  interface Test {
    boolean test(int document) throws IOException;
  }

  /** The test of a segment; null when none of its documents passes. */
  abstract @Nullable Test test(LeafReaderContext leaf) throws IOException;

  @Override
  public final Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        return LeafQuery.this.test(leaf) == null ? null : supplier(leaf, score(), scoreMode);
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  private ScorerSupplier supplier(LeafReaderContext leaf, float score, ScoreMode scoreMode) {
    int documents = leaf.reader().maxDoc();
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) throws IOException {
        Test test = java.util.Objects.requireNonNull(LeafQuery.this.test(leaf));
        return new ConstantScoreScorer(score, scoreMode, tested(documents, test));
      }

      @Override
      public long cost() {
        return documents;
      }
    };
  }

  private static TwoPhaseIterator tested(int documents, Test test) {
    return new TwoPhaseIterator(DocIdSetIterator.all(documents)) {
      @Override
      public boolean matches() throws IOException {
        return test.test(approximation.docID());
      }

      @Override
      public float matchCost() {
        return COST_OF_ONE;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return getClass().getSimpleName();
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}

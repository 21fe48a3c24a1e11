// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.store.lucene.print.Fingerprints;
import dev.clew.store.lucene.print.Ranges;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** The documents that may have a fingerprint: all that have it, and some neighbours. */
final class PrintQuery extends Query {
  private final int hash;

  PrintQuery(int hash) {
    this.hash = hash;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        Optional<Fingerprints> prints = Fingerprints.of(leaf.reader());
        if (prints.isEmpty()) {
          return null;
        }
        Ranges candidates = prints.get().candidates(hash);
        return candidates.isEmpty()
            ? null
            : ConstantScoreScorerSupplier.fromIterator(
                candidates.iterator(), score(), scoreMode, leaf.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "print(" + hash + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PrintQuery that && hash == that.hash;
  }

  @Override
  public int hashCode() {
    return hash;
  }
}

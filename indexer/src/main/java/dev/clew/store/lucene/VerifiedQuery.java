// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.query.Glob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
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

/**
 * Those candidates that match by definition: what makes an answer exact where the index knows only
 * which events may match.
 */
final class VerifiedQuery extends Query {
  private static final float COST_OF_ONE_EVENT = 2_000;

  private final SegmentCache cache;
  private final Patience patience;
  private final Query candidates;
  private final Verification verification;

  /** Whether the event of a document is meant. */
  @FunctionalInterface
  interface Verification {
    boolean holds(StoredEvents events, int document) throws IOException;
  }

  private VerifiedQuery(
      SegmentCache cache, Patience patience, Query candidates, Verification verification) {
    this.cache = cache;
    this.patience = patience;
    this.candidates = candidates;
    this.verification = verification;
  }

  VerifiedQuery(
      SegmentCache cache, Patience patience, Query candidates, dev.clew.query.Query meaning) {
    this(cache, patience, candidates, (events, document) -> meaning.matches(events.read(document)));
  }

  /** Those with the number {@code word} outside the literals of their shape. */
  static VerifiedQuery number(
      SegmentCache cache, Patience patience, Query candidates, String word) {
    byte[] ascii = word.getBytes(StandardCharsets.US_ASCII);
    dev.clew.query.Query meaning = new dev.clew.query.Query.Phrase("", word);
    return new VerifiedQuery(
        cache,
        patience,
        candidates,
        (events, document) ->
            events.anySlotHolds(document, ascii)
                || (events.hasExtras(document) && meaning.matches(events.read(document))));
  }

  /** Those with a word that fits the folded {@code glob} outside the literals of their shape. */
  static VerifiedQuery wordLike(
      SegmentCache cache, Patience patience, Query candidates, String glob) {
    dev.clew.query.Query meaning = new dev.clew.query.Query.Wildcard("", glob);
    return new VerifiedQuery(
        cache,
        patience,
        candidates,
        (events, document) ->
            events.anySlotWord(document, word -> Glob.matches(glob, word))
                || (events.hasExtras(document) && meaning.matches(events.read(document))));
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = candidates.rewrite(searcher);
    return rewritten.equals(candidates)
        ? this
        : new VerifiedQuery(cache, patience, rewritten, verification);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    Weight weight = candidates.createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, 1);
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        ScorerSupplier supplier = weight.scorerSupplier(leaf);
        return supplier == null ? null : verifying(supplier, leaf, score(), scoreMode);
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  private ScorerSupplier verifying(
      ScorerSupplier supplier, LeafReaderContext leaf, float score, ScoreMode scoreMode) {
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) throws IOException {
        DocIdSetIterator iterator = supplier.get(leadCost).iterator();
        StoredEvents events = new StoredEvents(leaf.reader(), cache.shapes(leaf.reader()));
        return new ConstantScoreScorer(score, scoreMode, verified(iterator, events));
      }

      @Override
      public long cost() {
        return supplier.cost();
      }
    };
  }

  private TwoPhaseIterator verified(DocIdSetIterator iterator, StoredEvents events) {
    return new TwoPhaseIterator(iterator) {
      @Override
      public boolean matches() throws IOException {
        patience.check();
        return verification.holds(events, approximation.docID());
      }

      @Override
      public float matchCost() {
        return COST_OF_ONE_EVENT;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "verified(" + candidates + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifiedQuery that
        && candidates.equals(that.candidates)
        && verification.equals(that.verification);
  }

  @Override
  public int hashCode() {
    return Objects.hash(candidates, verification);
  }
}

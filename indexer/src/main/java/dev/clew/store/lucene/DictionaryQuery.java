// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSet;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.DocIdSetBuilder;
import org.apache.lucene.util.StringHelper;

/**
 * The documents of all terms that start with one of some prefixes and pass a test. Looks at each
 * term once and unites their documents in a bit set: there is no limit to how many terms may pass,
 * and no automaton to explode. Equal only to itself, so no cache ever mixes two tests up.
 */
final class DictionaryQuery extends Query {
  private final String field;
  private final List<BytesRef> prefixes;
  private final Predicate<BytesRef> test;
  private final String label;

  DictionaryQuery(String field, List<BytesRef> prefixes, Predicate<BytesRef> test, String label) {
    this.field = field;
    this.prefixes = prefixes;
    this.test = test;
    this.label = label;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new DictionaryWeight(this, boost, scoreMode);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String unused) {
    return label;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  private static final class DictionaryWeight extends ConstantScoreWeight {
    private final DictionaryQuery query;
    private final ScoreMode scoreMode;

    /** A search for the newest events asks each segment several times. */
    private final Map<IndexReader.CacheKey, DocIdSet> found = new ConcurrentHashMap<>();

    DictionaryWeight(DictionaryQuery query, float boost, ScoreMode scoreMode) {
      super(query, boost);
      this.query = query;
      this.scoreMode = scoreMode;
    }

    @Override
    public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
      IndexReader.CacheKey key = leaf.reader().getCoreCacheHelper().getKey();
      DocIdSet documents = found.get(key);
      if (documents == null) {
        documents = query.documents(leaf);
        found.put(key, documents);
      }
      DocIdSetIterator iterator = documents.iterator();
      return iterator == null
          ? null
          : ConstantScoreScorerSupplier.fromIterator(
              iterator, score(), scoreMode, leaf.reader().maxDoc());
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
      return false;
    }
  }

  private DocIdSet documents(LeafReaderContext leaf) throws IOException {
    Terms terms = leaf.reader().terms(field);
    if (terms == null) {
      return DocIdSet.EMPTY;
    }
    DocIdSetBuilder documents = new DocIdSetBuilder(leaf.reader().maxDoc(), terms);
    TermsEnum each = terms.iterator();
    PostingsEnum postings = null;
    for (BytesRef prefix : prefixes) {
      TermsEnum.SeekStatus status = each.seekCeil(prefix);
      BytesRef term = status == TermsEnum.SeekStatus.END ? null : each.term();
      while (term != null && StringHelper.startsWith(term, prefix)) {
        if (test.test(term)) {
          postings = each.postings(postings, PostingsEnum.NONE);
          documents.add(postings);
        }
        term = each.next();
      }
    }
    return documents.build();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.match;

import dev.clew.store.lucene.print.Ranges;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.DocIdSetBuilder;
import org.apache.lucene.util.StringHelper;

/** A list of documents of a segment that the index holds. Immutable; equal only to itself. */
final class DocumentList {
  private final Source source;
  private final long cost;

  /** Starts at the first document. */
  @FunctionalInterface
  private interface Source {
    DocIdSetIterator iterator() throws IOException;
  }

  private DocumentList(Source source, long cost) {
    this.source = source;
    this.cost = cost;
  }

  /** The documents with a term. */
  static DocumentList of(LeafReader reader, Term term) throws IOException {
    return new DocumentList(
        () -> {
          PostingsEnum postings = reader.postings(term, PostingsEnum.NONE);
          return postings == null ? DocIdSetIterator.empty() : postings;
        },
        reader.docFreq(term));
  }

  /** The documents in ranges. */
  static DocumentList of(Ranges ranges) {
    return new DocumentList(ranges::iterator, ranges.documents());
  }

  /**
   * The documents of all terms that start with one of {@code prefixes} and pass. Looks at each term
   * once and unites their documents: there is no limit to how many may pass.
   */
  static DocumentList of(
      LeafReader reader, String field, List<BytesRef> prefixes, Predicate<BytesRef> test)
      throws IOException {
    Terms terms = reader.terms(field);
    if (terms == null) {
      return new DocumentList(DocIdSetIterator::empty, 0);
    }
    DocIdSetBuilder documents = new DocIdSetBuilder(reader.maxDoc(), terms);
    long count = 0;
    TermsEnum each = terms.iterator();
    PostingsEnum postings = null;
    for (BytesRef prefix : prefixes) {
      TermsEnum.SeekStatus status = each.seekCeil(prefix);
      BytesRef term = status == TermsEnum.SeekStatus.END ? null : each.term();
      while (term != null && StringHelper.startsWith(term, prefix)) {
        if (test.test(term)) {
          postings = each.postings(postings, PostingsEnum.NONE);
          documents.add(postings);
          count += each.docFreq();
        }
        term = each.next();
      }
    }
    org.apache.lucene.search.DocIdSet found = documents.build();
    return new DocumentList(
        () -> {
          DocIdSetIterator iterator = found.iterator();
          return iterator == null ? DocIdSetIterator.empty() : iterator;
        },
        Math.min(count, reader.maxDoc()));
  }

  /** The documents, ascending. */
  DocIdSetIterator iterator() throws IOException {
    return source.iterator();
  }

  /** How many they are, at most. */
  long cost() {
    return cost;
  }

  boolean isEmpty() {
    return cost == 0;
  }
}

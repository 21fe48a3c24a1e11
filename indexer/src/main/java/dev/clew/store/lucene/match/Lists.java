// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.match;

import dev.clew.store.lucene.term.Columns;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Makes clauses of the lists of a segment. One thread. */
final class Lists {
  private final LeafReader reader;
  private int negations;

  Lists(LeafReader reader) {
    this.reader = reader;
  }

  /**
   * What is listed until {@link #endNot} is asked for where it does not match: then it pays to know
   * which shapes a list concerns, for all events of the others match.
   */
  void startNot() {
    negations++;
  }

  void endNot() {
    negations--;
  }

  /** What {@code list} decides of the open shapes of {@code verdict}. */
  Clause of(Verdict verdict, DocumentList list) throws IOException {
    if (list.isEmpty()) {
      return new SettledClause(verdict.yes());
    }
    return new ListClause(negations > 0 ? narrowed(verdict, list) : verdict, list);
  }

  private Verdict narrowed(Verdict verdict, DocumentList list) throws IOException {
    SortedDocValues shapes = DocValues.getSorted(reader, Columns.SHAPE);
    FixedBitSet listed = new FixedBitSet(verdict.maybe().length());
    DocIdSetIterator documents = list.iterator();
    for (int document = documents.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = documents.nextDoc()) {
      if (shapes.advanceExact(document)) {
        listed.set(shapes.ordValue());
      }
    }
    listed.and(verdict.maybe());
    return new Verdict(verdict.yes(), listed);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.match;

import dev.clew.store.lucene.roll.Rollup;
import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** What a list of documents decides where shapes do not. */
final class ListClause implements Clause {
  private final Verdict verdict;
  private final DocumentList list;
  private @Nullable DocIdSetIterator cursor;
  private int last;

  ListClause(Verdict verdict, DocumentList list) {
    this.verdict = verdict;
    this.list = list;
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }

  @Override
  public void turns(FixedBitSet shapes, Lead into) {
    if (verdict.maybe().intersects(shapes)) {
      into.list(list);
    }
  }

  @Override
  public Lead lead(FixedBitSet shapes, Rollup rollup) {
    return Clause.plain(this, shapes, rollup);
  }

  @Override
  public boolean matches(int document, int shape) throws IOException {
    return verdict.yes().get(shape) || (verdict.maybe().get(shape) && isListed(document));
  }

  private boolean isListed(int document) throws IOException {
    DocIdSetIterator open = cursor;
    if (open == null || document < last) {
      open = list.iterator();
      cursor = open;
    }
    last = document;
    int at = open.docID();
    return (at < document ? open.advance(document) : at) == document;
  }

  @Override
  public int price() {
    return 2;
  }
}

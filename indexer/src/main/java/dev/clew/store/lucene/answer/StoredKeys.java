// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.store.lucene.term.Columns;
import dev.clew.store.lucene.term.ValueTerm;
import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/** Values of a field without a column: read from those stored events that have the field. */
final class StoredKeys extends TextKeys {
  private final boolean always;
  private final org.apache.lucene.index.Term having;
  private @Nullable PostingsEnum documents;

  StoredKeys(String field) {
    super(field);
    this.always = field.equals(Columns.BODY);
    this.having = ValueTerm.has(field);
  }

  @Override
  public void open(Segment segment) throws IOException {
    super.open(segment);
    documents = always ? null : segment.leaf().reader().postings(having, PostingsEnum.NONE);
  }

  @Override
  public void find(int document, Ids ids) throws IOException {
    if (always || has(document)) {
      findStored(document, ids);
    } else {
      ids.set(id(""));
    }
  }

  private boolean has(int document) throws IOException {
    PostingsEnum open = documents;
    if (open == null || open.docID() == DocIdSetIterator.NO_MORE_DOCS) {
      return false;
    }
    int at = open.docID() < document ? open.advance(document) : open.docID();
    return at == document;
  }
}

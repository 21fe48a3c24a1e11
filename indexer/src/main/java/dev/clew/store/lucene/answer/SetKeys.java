// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.store.lucene.term.Columns;
import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Values of a field that has a column of its own and any number of values. */
final class SetKeys extends TextKeys {
  private final String column;
  private @Nullable SortedSetDocValues values;

  SetKeys(String field) {
    super(field);
    this.column = Columns.of(field);
  }

  @Override
  public void open(Segment segment) throws IOException {
    super.open(segment);
    values = DocValues.getSortedSet(segment.leaf().reader(), column);
  }

  @Override
  int idOfShape(int ordinal) throws IOException {
    return Objects.requireNonNull(values).getValueCount() == 0 ? id("") : super.idOfShape(ordinal);
  }

  @Override
  public void find(int document, Ids ids) throws IOException {
    SortedSetDocValues open = Objects.requireNonNull(values);
    if (!open.advanceExact(document)) {
      ids.set(id(""));
      return;
    }
    ids.clear();
    for (int i = 0; i < open.docValueCount(); i++) {
      BytesRef value = open.lookupOrd(open.nextOrd());
      if (value.equals(Columns.ELSEWHERE)) {
        findStored(document, ids);
        return;
      }
      ids.add(id(value, 0));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Values of a field that has a column of its own and at most one value. */
final class ColumnKeys extends TextKeys {
  private static final int UNKNOWN = -1;
  private static final int STORED = -2;

  private final String column;
  private @Nullable SortedDocValues values;
  private int[] idOfOrdinal = new int[0];

  ColumnKeys(String field) {
    super(field);
    this.column = Columns.of(field);
  }

  @Override
  public void open(Segment segment) throws IOException {
    super.open(segment);
    SortedDocValues open = DocValues.getSorted(segment.leaf().reader(), column);
    values = open;
    idOfOrdinal = new int[open.getValueCount() + 1];
    Arrays.fill(idOfOrdinal, UNKNOWN);
  }

  @Override
  public void find(int document, Ids ids) throws IOException {
    SortedDocValues open = Objects.requireNonNull(values);
    int ordinal = open.advanceExact(document) ? open.ordValue() : open.getValueCount();
    int id = idOfOrdinal[ordinal];
    if (id == UNKNOWN) {
      id = resolve(open, ordinal);
      idOfOrdinal[ordinal] = id;
    }
    if (id == STORED) {
      findStored(document, ids);
    } else {
      ids.set(id);
    }
  }

  private int resolve(SortedDocValues open, int ordinal) throws IOException {
    if (ordinal == open.getValueCount()) {
      return id("");
    }
    BytesRef value = open.lookupOrd(ordinal);
    return value.equals(Columns.ELSEWHERE) ? STORED : id(value.utf8ToString());
  }
}

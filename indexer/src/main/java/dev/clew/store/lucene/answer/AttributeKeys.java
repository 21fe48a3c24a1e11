// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.store.lucene.term.Columns;
import dev.clew.store.lucene.term.ValueTerm;
import dev.clew.store.row.Shape;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Values of an attribute: a stretch of the one column that holds them all. */
final class AttributeKeys extends TextKeys {
  private static final int ELSEWHERE = -2;

  private final String field;
  private final BytesRef prefix;
  private @Nullable SortedSetDocValues values;
  private long first;
  private int[] idOfOrdinal = new int[0];
  private int[] idOfShape = new int[0];

  AttributeKeys(String field) {
    super(field);
    this.field = field;
    this.prefix = ValueTerm.prefix(field).toBytesRef();
  }

  @Override
  public void open(Segment segment) throws IOException {
    super.open(segment);
    SortedSetDocValues open = DocValues.getSortedSet(segment.leaf().reader(), Columns.ATTRIBUTES);
    values = open;
    first = ceiling(open, prefix);
    BytesRefBuilder after = new BytesRefBuilder();
    after.copyBytes(prefix);
    // the prefix ends with NUL, so this is the first that starts otherwise
    after.setByteAt(prefix.length - 1, (byte) 1);
    idOfOrdinal = new int[Math.toIntExact(ceiling(open, after.get()) - first)];
    Arrays.fill(idOfOrdinal, UNKNOWN);
    idOfShape = new int[shapes().size()];
    Arrays.fill(idOfShape, UNKNOWN);
  }

  @Override
  public void find(int document, Ids ids) throws IOException {
    int shape = idOfShape(shapeOf(document));
    if (shape != ELSEWHERE) {
      ids.set(shape);
      return;
    }
    SortedSetDocValues open = Objects.requireNonNull(values);
    if (idOfOrdinal.length > 0 && open.advanceExact(document)) {
      for (int i = 0; i < open.docValueCount(); i++) {
        long index = open.nextOrd() - first;
        if (index >= 0 && index < idOfOrdinal.length) {
          ids.set(idOfOrdinal(open, (int) index));
          return;
        }
      }
    }
    findStored(document, ids);
  }

  @Override
  boolean isSingle() {
    return true;
  }

  @Override
  int idOfShape(int ordinal) {
    int id = idOfShape[ordinal];
    if (id == UNKNOWN) {
      Shape of = shapes().shape(ordinal);
      id = of.decidesAttribute(field) ? idOf(of.attribute(field)) : ELSEWHERE;
      idOfShape[ordinal] = id;
    }
    return id;
  }

  @Override
  public void retain(FixedBitSet kept) {
    super.retain(kept);
    remap(idOfOrdinal, kept);
    remap(idOfShape, kept);
  }

  private int idOf(@Nullable String value) {
    return id(value == null ? "" : value);
  }

  private int idOfOrdinal(SortedSetDocValues open, int index) throws IOException {
    int id = idOfOrdinal[index];
    if (id == UNKNOWN) {
      id = id(open.lookupOrd(first + index), prefix.length);
      idOfOrdinal[index] = id;
    }
    return id;
  }

  private static long ceiling(SortedSetDocValues values, BytesRef key) throws IOException {
    long ordinal = values.lookupTerm(key);
    return ordinal < 0 ? -1 - ordinal : ordinal;
  }
}

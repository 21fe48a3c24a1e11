// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.store.lucene.term.Columns;
import dev.clew.store.lucene.term.ShapeFields;
import dev.clew.store.lucene.term.Utf16;
import dev.clew.store.row.Shape;
import dev.clew.store.row.ShapeField;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Values of a field with at most one value: its shape's, else its column's, else its row's. */
final class ColumnKeys extends TextKeys {
  private static final int ELSEWHERE = -2;

  private final String field;
  private @Nullable SortedDocValues values;
  private int[] idOfOrdinal = new int[0];
  private int[] idOfShape = new int[0];
  private boolean inRows;

  ColumnKeys(String field) {
    super(field);
    this.field = field;
  }

  @Override
  public void open(Segment segment) throws IOException {
    super.open(segment);
    SortedDocValues open = DocValues.getSorted(segment.leaf().reader(), Columns.of(field));
    values = open;
    inRows = isInRows(segment);
    idOfOrdinal = new int[open.getValueCount()];
    Arrays.fill(idOfOrdinal, UNKNOWN);
    idOfShape = new int[shapes().size()];
    Arrays.fill(idOfShape, UNKNOWN);
  }

  @Override
  public void find(int document, Ids ids) throws IOException {
    int shape = shapeOf(document);
    int id = idOfShape(shape);
    if (id != ELSEWHERE) {
      ids.set(id);
      return;
    }
    SortedDocValues open = Objects.requireNonNull(values);
    if (open.advanceExact(document)) {
      ids.set(idOfOrdinal(open, open.ordValue()));
    } else {
      findStored(document, ids);
    }
  }

  @Override
  boolean isSingle() {
    return true;
  }

  @Override
  int idOfShape(int ordinal) throws IOException {
    int id = idOfShape[ordinal];
    if (id == UNKNOWN) {
      id = resolve(shapes().shape(ordinal));
      idOfShape[ordinal] = id;
    }
    return id;
  }

  private int resolve(Shape shape) throws IOException {
    if (field.equals("level")) {
      return idOf(ShapeFields.level(shape));
    }
    ShapeField part = ShapeFields.part(field);
    return part != null && shape.decides(part) ? idOf(shape.value(part)) : idOfAll();
  }

  /** The number of the value that all events have of which the shape does not tell it. */
  private int idOfAll() throws IOException {
    SortedDocValues open = Objects.requireNonNull(values);
    if (inRows || open.getValueCount() > 1) {
      return ELSEWHERE;
    }
    // each event has a file, and may have any other
    if (isFile()) {
      return open.getValueCount() == 1 ? idOfOrdinal(open, 0) : ELSEWHERE;
    }
    return open.getValueCount() == 0 ? id("") : ELSEWHERE;
  }

  private boolean isFile() {
    return field.equals("file");
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

  private int idOfOrdinal(SortedDocValues open, int ordinal) throws IOException {
    int id = idOfOrdinal[ordinal];
    if (id == UNKNOWN) {
      BytesRef value = open.lookupOrd(ordinal);
      id = isFile() ? id(Utf16.text(value.bytes, value.offset, value.length)) : id(value, 0);
      idOfOrdinal[ordinal] = id;
    }
    return id;
  }
}

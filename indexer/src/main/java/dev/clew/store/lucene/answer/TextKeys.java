// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.store.lucene.roll.ShapeColumns;
import dev.clew.store.lucene.segment.SegmentShapes;
import dev.clew.store.lucene.segment.StoredEvents;
import dev.clew.store.lucene.term.Columns;
import dev.clew.store.lucene.term.ShapeFields;
import dev.clew.store.lucene.term.ValueTerm;
import dev.clew.store.row.RowField;
import dev.clew.store.row.ShapeField;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Values of a field: what all ways to read them have in common. */
abstract class TextKeys implements GroupKeys {
  /** In place of a number that was not looked up yet. */
  static final int UNKNOWN = -1;

  private final String field;
  private final TextIds ids = new TextIds();
  private @Nullable RowField row;
  private @Nullable StoredEvents stored;
  private @Nullable SegmentShapes shapes;
  private @Nullable SortedDocValues ordinals;

  TextKeys(String field) {
    this.field = field;
  }

  /** The cheapest way to read the values of {@code field}. */
  static TextKeys of(String field) {
    String name = Columns.canonical(field);
    if (Columns.isSingle(name)) {
      return new ColumnKeys(name);
    }
    if (name.equals(Columns.EXCEPTION)) {
      return new SetKeys(name);
    }
    return Columns.isAttribute(name) ? new AttributeKeys(name) : new StoredKeys(name);
  }

  @Override
  public void open(Segment segment) throws IOException {
    shapes = segment.shapes();
    stored = new StoredEvents(segment.leaf().reader(), shapes);
    ShapeField part = ShapeFields.part(field);
    row = part != null || Columns.isAttribute(field) ? new RowField(field, part) : null;
    ordinals = ShapeColumns.of(segment.leaf().reader());
  }

  @Override
  public final String key(int id) {
    return ids.text(id);
  }

  /** The number of the value all events of a shape have; negative when only the event tells. */
  int idOfShape(int ordinal) throws IOException {
    return -1;
  }

  /** The number of the shape of a document. */
  final int shapeOf(int document) throws IOException {
    SortedDocValues open = Objects.requireNonNull(ordinals);
    if (!open.advanceExact(document)) {
      throw new CorruptIndexException("document " + document + " has no shape", "columns");
    }
    return open.ordValue();
  }

  /** The shapes of the segment. */
  final SegmentShapes shapes() {
    return Objects.requireNonNull(shapes);
  }

  /** True when a value may be that of a row alone. */
  final boolean isInRows(Segment segment) throws IOException {
    LeafReader reader = segment.leaf().reader();
    String name = Columns.canonical(field);
    return reader.docFreq(ValueTerm.wide(name)) > 0
        || (Columns.isAttribute(name) && reader.docFreq(ValueTerm.rare()) > 0);
  }

  /** True when an event has one value at most. */
  boolean isSingle() {
    return false;
  }

  final String field() {
    return field;
  }

  @Override
  public final int size() {
    return ids.size();
  }

  @Override
  public final long bytes() {
    return ids.bytes();
  }

  /** The values so far, in the order of their numbers. */
  final List<String> keys() {
    return IntStream.range(0, ids.size()).mapToObj(ids::text).toList();
  }

  @Override
  public final int id(String value) {
    return ids.id(value);
  }

  @Override
  public final int id(GroupKeys other, int id) {
    return other instanceof TextKeys text ? ids.id(text.ids, id) : id(other.key(id));
  }

  /** The number of a value in UTF-8, of which the first {@code skip} bytes are left out. */
  final int id(BytesRef value, int skip) {
    return ids.id(value.bytes, value.offset + skip, value.length - skip);
  }

  @Override
  public void retain(FixedBitSet kept) {
    ids.retain(kept);
  }

  /** Numbers that were looked up before, as they are after {@link #retain}. */
  static void remap(int[] known, FixedBitSet kept) {
    int[] now = new int[kept.length()];
    int count = 0;
    for (int id = 0; id < now.length; id++) {
      now[id] = kept.get(id) ? count++ : UNKNOWN;
    }
    for (int i = 0; i < known.length; i++) {
      known[i] = known[i] < 0 ? known[i] : now[known[i]];
    }
  }

  /** The numbers of the values in the stored event. */
  final void findStored(int document, Ids found) throws IOException {
    RowField reader = row;
    if (reader != null && Objects.requireNonNull(stored).read(document, reader)) {
      found.set(ids.id(reader.bytes(), 0, reader.length()));
      return;
    }
    found.clear();
    for (String value : Objects.requireNonNull(stored).read(document).field(field)) {
      found.add(id(value));
    }
    if (found.count() == 0) {
      found.set(id(""));
    }
  }
}

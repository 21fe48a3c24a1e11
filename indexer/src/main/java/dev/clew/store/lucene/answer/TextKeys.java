// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.store.lucene.roll.ShapeColumns;
import dev.clew.store.lucene.segment.SegmentShapes;
import dev.clew.store.lucene.segment.StoredEvents;
import dev.clew.store.lucene.term.Columns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.SortedDocValues;
import org.jspecify.annotations.Nullable;

/** Values of a field: what all ways to read them have in common. */
abstract class TextKeys implements GroupKeys {
  private final String field;
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> keys = new ArrayList<>();
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
    ordinals = ShapeColumns.of(segment.leaf().reader());
  }

  @Override
  public final String key(int id) {
    return keys.get(id);
  }

  /** The number of the value all events of a shape have; negative when only the event tells. */
  int idOfShape(int ordinal) {
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

  /** True when an event has one value at most. */
  boolean isSingle() {
    return false;
  }

  final String field() {
    return field;
  }

  /** How many values there are so far. */
  final int size() {
    return keys.size();
  }

  /** The values so far, in the order of their numbers. */
  final List<String> keys() {
    return List.copyOf(keys);
  }

  /** The number of a value. */
  final int id(String value) {
    Integer known = ids.putIfAbsent(value, keys.size());
    if (known == null) {
      keys.add(value);
      return keys.size() - 1;
    }
    return known;
  }

  /** The numbers of the values in the stored event. */
  final void findStored(int document, Ids found) throws IOException {
    found.clear();
    for (String value : Objects.requireNonNull(stored).read(document).field(field)) {
      found.add(id(value));
    }
    if (found.count() == 0) {
      found.set(id(""));
    }
  }
}

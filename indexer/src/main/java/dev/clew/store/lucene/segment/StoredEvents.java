// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.segment;

import dev.clew.event.LogEvent;
import dev.clew.store.lucene.roll.ShapeColumns;
import dev.clew.store.lucene.term.Columns;
import dev.clew.store.lucene.term.Utf16;
import dev.clew.store.row.RowDecoder;
import dev.clew.store.row.RowField;
import dev.clew.store.row.RowWords;
import dev.clew.store.row.Shape;
import java.io.IOException;
import java.util.function.Predicate;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFieldDataInput;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/** The events of a segment; reading them in order of their documents is cheapest. One thread. */
public final class StoredEvents {
  private final LeafReader reader;
  private final SegmentShapes shapes;
  private final StoredFields rows;
  private final RowVisitor visitor = new RowVisitor();
  private final BytesRef row = new BytesRef();
  private int last = -1;
  private int lastShape = -1;
  private int rowOf = -1;
  private SortedDocValues ordinals;
  private SortedDocValues sources;
  private SortedDocValues files;
  private NumericDocValues offsets;
  private NumericDocValues times;
  private int sourceOrdinal = -1;
  private String source = "";
  private int fileOrdinal = -1;
  private String file = "";

  public StoredEvents(LeafReader reader, SegmentShapes shapes) throws IOException {
    this.reader = reader;
    this.shapes = shapes;
    this.rows = reader.storedFields();
    ordinals = ShapeColumns.of(reader);
    sources = DocValues.getSorted(reader, Columns.SOURCE);
    files = DocValues.getSorted(reader, Columns.of("file"));
    offsets = DocValues.getNumeric(reader, Columns.OFFSET);
    times = DocValues.getNumeric(reader, Columns.TIME);
  }

  /** The event of a document. */
  public LogEvent read(int document) throws IOException {
    if (document < last) {
      // columns are read forwards only
      sources = DocValues.getSorted(reader, Columns.SOURCE);
      files = DocValues.getSorted(reader, Columns.of("file"));
      offsets = DocValues.getNumeric(reader, Columns.OFFSET);
      times = DocValues.getNumeric(reader, Columns.TIME);
    }
    last = document;
    Shape shape = shape(document);
    readRow(document);
    if (!sources.advanceExact(document)
        || !files.advanceExact(document)
        || !offsets.advanceExact(document)
        || !times.advanceExact(document)) {
      throw new CorruptIndexException("document " + document + " holds no event", "rows");
    }
    long nanos = times.longValue();
    try {
      return new RowDecoder(shape, row.bytes, 0, row.length, nanos)
          .event(source(), file(), offsets.longValue(), nanos);
    } catch (IllegalArgumentException e) {
      throw damaged(document, e);
    }
  }

  private static CorruptIndexException damaged(int document, IllegalArgumentException cause) {
    return new CorruptIndexException(
        "document " + document + ": " + cause.getMessage(), "rows", cause);
  }

  /** True when a slot of the event holds that number; see {@link RowWords#holds}. */
  public boolean anySlotHolds(int document, byte[] word) throws IOException {
    Shape shape = shape(document);
    readRow(document);
    return shape.hasSlots() && RowWords.holds(shape, row.bytes, 0, row.length, word);
  }

  /** True when a word that passes stands in a slot of the event. */
  public boolean anySlotWord(int document, Predicate<String> test) throws IOException {
    Shape shape = shape(document);
    readRow(document);
    return shape.hasSlots() && RowWords.any(shape, row.bytes, 0, row.length, test);
  }

  /** Reads the value of a field; false when only the event tells whether it has one. */
  public boolean read(int document, RowField field) throws IOException {
    Shape shape = shape(document);
    readRow(document);
    try {
      return field.read(shape, row.bytes, 0, row.length);
    } catch (IllegalArgumentException e) {
      throw damaged(document, e);
    }
  }

  /** True when the text of the event has further pieces. */
  public boolean hasExtras(int document) throws IOException {
    return shape(document).hasExtras();
  }

  private Shape shape(int document) throws IOException {
    if (document < lastShape) {
      ordinals = ShapeColumns.of(reader);
    }
    lastShape = document;
    if (!ordinals.advanceExact(document)) {
      throw new CorruptIndexException("document " + document + " has no shape", "columns");
    }
    return shapes.shape(ordinals.ordValue());
  }

  /** Puts the row of a document into {@link #row}. */
  private void readRow(int document) throws IOException {
    if (document != rowOf) {
      rowOf = -1;
      row.length = -1;
      rows.document(document, visitor);
      if (row.length < 0) {
        throw new CorruptIndexException("document " + document + " has no row", "rows");
      }
      rowOf = document;
    }
  }

  private String source() throws IOException {
    if (sources.ordValue() != sourceOrdinal) {
      sourceOrdinal = sources.ordValue();
      BytesRef name = sources.lookupOrd(sourceOrdinal);
      source = Utf16.text(name.bytes, name.offset, name.length);
    }
    return source;
  }

  private String file() throws IOException {
    if (files.ordValue() != fileOrdinal) {
      fileOrdinal = files.ordValue();
      BytesRef name = files.lookupOrd(fileOrdinal);
      file = Utf16.text(name.bytes, name.offset, name.length);
    }
    return file;
  }

  private final class RowVisitor extends StoredFieldVisitor {
    @Override
    public Status needsField(FieldInfo field) {
      return field.name.equals(Columns.ROW) ? Status.YES : Status.NO;
    }

    @Override
    public void binaryField(FieldInfo field, StoredFieldDataInput value) throws IOException {
      row.length = value.getLength();
      row.bytes = ArrayUtil.growNoCopy(row.bytes, row.length);
      value.getDataInput().readBytes(row.bytes, 0, row.length);
    }
  }
}

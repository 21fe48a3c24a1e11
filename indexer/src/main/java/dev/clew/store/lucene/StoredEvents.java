// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.event.LogEvent;
import dev.clew.store.row.RowDecoder;
import java.io.IOException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;

/** The events of a segment; reading them in order of their documents is cheapest. One thread. */
final class StoredEvents {
  private final LeafReader reader;
  private final SegmentShapes shapes;
  private final StoredFields rows;
  private final RowVisitor visitor = new RowVisitor();
  private int last = Integer.MAX_VALUE;
  private SortedDocValues ordinals;
  private SortedDocValues sources;
  private SortedDocValues files;
  private NumericDocValues offsets;
  private NumericDocValues times;
  private int sourceOrdinal = -1;
  private String source = "";
  private int fileOrdinal = -1;
  private String file = "";

  StoredEvents(LeafReader reader, SegmentShapes shapes) throws IOException {
    this.reader = reader;
    this.shapes = shapes;
    this.rows = reader.storedFields();
    ordinals = DocValues.getSorted(reader, Columns.SHAPE);
    sources = DocValues.getSorted(reader, Columns.SOURCE);
    files = DocValues.getSorted(reader, Columns.of("file"));
    offsets = DocValues.getNumeric(reader, Columns.OFFSET);
    times = DocValues.getNumeric(reader, Columns.TIME);
  }

  /** The event of a document. */
  LogEvent read(int document) throws IOException {
    if (document <= last && last != Integer.MAX_VALUE) {
      // columns are read forwards only
      ordinals = DocValues.getSorted(reader, Columns.SHAPE);
      sources = DocValues.getSorted(reader, Columns.SOURCE);
      files = DocValues.getSorted(reader, Columns.of("file"));
      offsets = DocValues.getNumeric(reader, Columns.OFFSET);
      times = DocValues.getNumeric(reader, Columns.TIME);
    }
    last = document;
    visitor.row = null;
    rows.document(document, visitor);
    byte[] row = visitor.row;
    if (row == null
        || !ordinals.advanceExact(document)
        || !sources.advanceExact(document)
        || !files.advanceExact(document)
        || !offsets.advanceExact(document)
        || !times.advanceExact(document)) {
      throw new CorruptIndexException("document " + document + " holds no event", "rows");
    }
    long nanos = times.longValue();
    try {
      return new RowDecoder(
              shapes.shape(ordinals.ordValue()), row, 0, row.length, nanos)
          .event(source(), file(), offsets.longValue(), nanos);
    } catch (IllegalArgumentException e) {
      throw new CorruptIndexException("document " + document + ": " + e.getMessage(), "rows", e);
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

  private static final class RowVisitor extends StoredFieldVisitor {
    private byte @org.jspecify.annotations.Nullable [] row;

    @Override
    public Status needsField(FieldInfo field) {
      return field.name.equals(Columns.ROW) ? Status.YES : Status.NO;
    }

    @Override
    public void binaryField(FieldInfo field, byte[] value) {
      row = value;
    }
  }
}

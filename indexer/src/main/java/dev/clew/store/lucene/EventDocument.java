// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.event.LogEvent;
import dev.clew.event.Origin;
import dev.clew.query.Words;
import dev.clew.store.lucene.print.FingerprintField;
import dev.clew.store.lucene.print.Fingerprints;
import dev.clew.store.row.RowEncoder;
import dev.clew.store.row.ShapeField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

/** Makes documents of events, one at a time: the next call reuses the last one's. */
final class EventDocument {
  private static final int CACHED_VALUES = 1 << 14;
  private static final int MAX_CACHED_CHARS = 256;
  private static final FieldType TERMS = type();

  private final FieldWidths widths = new FieldWidths();
  private final Promotion promotion;
  private final RowEncoder encoder = new RowEncoder(widths::isVaried);
  private final WordStream words = new WordStream();
  private final TermStream values = new TermStream();
  private final List<BytesRef> terms = new ArrayList<>();
  private final List<IndexableField> fields = new ArrayList<>();
  private final Map<String, Map<String, Encoded>> cache = new HashMap<>();
  private final Map<String, BytesRef> sources = new HashMap<>();
  private final Map<String, BytesRef> names = new HashMap<>();
  private final Field time = NumericDocValuesField.indexedField(Columns.TIME, 0);
  private final Field offset = new NumericDocValuesField(Columns.OFFSET, 0L);
  private final BytesRef shape = new BytesRef();
  private final BytesRef row = new BytesRef();
  private final Field shapeField = new SortedDocValuesField(Columns.SHAPE, shape);
  private final Field rowField = new StoredField(Columns.ROW, row);
  private final Field wordsField = new Field(WordTerm.FIELD, words, TERMS);
  private final Field valuesField = new Field(ValueTerm.FIELD, values, TERMS);
  private final FingerprintField ids = Fingerprints.field();
  private int cached;

  /** A value as a term and as it stands in a column. */
  private record Encoded(BytesRef term, BytesRef column) {}

  EventDocument(Promotion promotion) {
    this.promotion = promotion;
  }

  /** The documents that follow are a segment. */
  void startBatch() {
    widths.startBatch();
    promotion.startBatch();
  }

  /** The document of {@code event}. */
  List<IndexableField> of(LogEvent event) {
    fields.clear();
    terms.clear();
    ids.clear();
    time.setLongValue(event.time().epochNanos());
    offset.setLongValue(event.origin().offset());
    fields.add(time);
    fields.add(offset);
    encode(event);
    addOrigin(event.origin());
    addValues(event);
    addExceptions(event);
    addAttributes(event);
    words.restart(encoder, ids);
    values.restart(terms);
    fields.add(wordsField);
    if (ids.size() > 0) {
      fields.add(ids);
    }
    fields.add(valuesField);
    return fields;
  }

  private void encode(LogEvent event) {
    encoder.encode(event);
    if (!encoder.isOpen() && !promotion.accepts(encoder.shapeHash())) {
      encoder.encodeOpen(event);
    }
    shape.bytes = encoder.shape();
    shape.length = encoder.shape().length;
    row.bytes = encoder.row();
    row.length = encoder.rowLength();
    fields.add(shapeField);
    fields.add(rowField);
  }

  private void addOrigin(Origin origin) {
    BytesRef source = utf16(origin.source());
    fields.add(new SortedDocValuesField(Columns.SOURCE, source));
    terms.add(ValueTerm.block(origin.source(), origin.offset()).bytes());
    // a file has one name a source, its bytes are those that make up an event again
    fields.add(new SortedDocValuesField(Columns.of("file"), utf16(origin.file())));
    terms.add(encoded("file", origin.file()).term());
  }

  private BytesRef utf16(String text) {
    return sources.size() < CACHED_VALUES
        ? sources.computeIfAbsent(text, each -> new BytesRef(Utf16.bytes(each)))
        : new BytesRef(Utf16.bytes(text));
  }

  private void addValues(LogEvent event) {
    for (ShapeField part : ShapeField.values()) {
      if (!part.field().isEmpty() && part != ShapeField.BODY && !encoder.decides(part)) {
        String value = part.of(event);
        if (value != null) {
          addValue(part.field(), value);
        }
      }
    }
  }

  private void addValue(String name, String value) {
    if (widths.isWide(name, value) || !Columns.holds(value)) {
      addWide(name, value);
      return;
    }
    Encoded encoded = encoded(name, value);
    terms.add(encoded.term());
    fields.add(new SortedDocValuesField(Columns.of(name), encoded.column()));
  }

  private void addExceptions(LogEvent event) {
    if (event.exception() == null) {
      return;
    }
    for (String type : event.field(Columns.EXCEPTION)) {
      Encoded encoded = encoded(Columns.EXCEPTION, type);
      terms.add(encoded.term());
      fields.add(new SortedSetDocValuesField(Columns.of(Columns.EXCEPTION), encoded.column()));
    }
    List<String> frames = event.field(Columns.FRAME);
    frames.forEach(frame -> terms.add(encoded(Columns.FRAME, frame).term()));
    if (!frames.isEmpty()) {
      terms.add(has(Columns.FRAME));
    }
  }

  private void addAttributes(LogEvent event) {
    int index = 0;
    for (Map.Entry<String, String> each : event.attributes().entrySet()) {
      if (!encoder.decidesAttribute(index++) && Columns.isAttribute(each.getKey())) {
        addAttribute(each.getKey(), each.getValue());
      }
    }
  }

  private void addAttribute(String name, String value) {
    if (encoder.isOpen()) {
      terms.add(has(name));
    }
    if (widths.isWide(name, value) || !Columns.holds(value)) {
      addWide(name, value);
      return;
    }
    terms.add(encoded(name, value).term());
    fields.add(
        new SortedSetDocValuesField(Columns.ATTRIBUTES, attribute(name, new BytesRef(value))));
  }

  private Encoded encoded(String name, String value) {
    Map<String, Encoded> values = cache.get(name);
    if (values == null) {
      values = new HashMap<>();
      cache.put(name, values);
    }
    Encoded encoded = values.get(value);
    if (encoded == null) {
      encoded =
          new Encoded(
              ValueTerm.of(name, value).bytes(),
              Columns.holds(value) ? new BytesRef(value) : Columns.ELSEWHERE);
      keep(values, value, encoded);
    }
    return encoded;
  }

  private void keep(Map<String, Encoded> values, String value, Encoded encoded) {
    if (value.length() > MAX_CACHED_CHARS) {
      return;
    }
    if (++cached > CACHED_VALUES) {
      cache.clear();
      cached = 0;
    } else {
      values.put(value, encoded);
    }
  }

  private BytesRef has(String name) {
    return names.size() < CACHED_VALUES
        ? names.computeIfAbsent(name, text -> ValueTerm.has(text).bytes())
        : ValueTerm.has(name).bytes();
  }

  private void addWide(String name, String value) {
    terms.add(ValueTerm.wide(name).bytes());
    ids.add(Fingerprints.ofValue(name, Words.fold(value)));
  }

  private static BytesRef attribute(String name, BytesRef value) {
    BytesRefBuilder bytes = ValueTerm.prefix(name);
    bytes.append(value);
    return bytes.toBytesRef();
  }

  private static FieldType type() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.setIndexOptions(IndexOptions.DOCS);
    type.freeze();
    return type;
  }
}

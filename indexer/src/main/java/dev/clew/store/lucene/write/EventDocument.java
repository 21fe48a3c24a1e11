// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.write;

import dev.clew.event.LogEvent;
import dev.clew.event.Origin;
import dev.clew.query.Words;
import dev.clew.store.lucene.print.FingerprintField;
import dev.clew.store.lucene.print.Fingerprints;
import dev.clew.store.lucene.term.Columns;
import dev.clew.store.lucene.term.ValueTerm;
import dev.clew.store.lucene.term.WordTerm;
import dev.clew.store.lucene.write.EncodedFields.Encoded;
import dev.clew.store.row.RowEncoder;
import dev.clew.store.row.ShapeField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/** Makes documents of events, one at a time: the next call reuses the last one's. */
final class EventDocument {
  private static final FieldType TERMS = type();

  /** What stands in a column and has a term, where the shape does not decide it. */
  private static final ShapeField[] SINGLE =
      Arrays.stream(ShapeField.values())
          .filter(part -> !part.field().isEmpty() && part != ShapeField.BODY)
          .toArray(ShapeField[]::new);

  private static final BytesRef RARE = ValueTerm.rare().bytes();

  private final FieldWidths widths;
  private final Promotion promotion;
  private final ShapeNumbers shapes;
  private final RowEncoder encoder;
  private final WordStream words = new WordStream();
  private final TermStream values = new TermStream();
  private final List<BytesRef> terms = new ArrayList<>();
  private final List<IndexableField> fields = new ArrayList<>();
  private final EncodedFields encoded = new EncodedFields();
  private final EncodedOrigin places = new EncodedOrigin();
  private final Field time = NumericDocValuesField.indexedField(Columns.TIME, 0);
  private final Field offset = new NumericDocValuesField(Columns.OFFSET, 0L);
  private final BytesRef shape = new BytesRef(new byte[Integer.BYTES]);
  private final BytesRef row = new BytesRef();
  private final Field shapeField = new SortedDocValuesField(Columns.SHAPE, shape);
  private final Field rowField = new StoredField(Columns.ROW, row);
  private final Field wordsField = new Field(WordTerm.FIELD, words, TERMS);
  private final Field valuesField = new Field(ValueTerm.FIELD, values, TERMS);
  private final FingerprintField ids = Fingerprints.field();

  EventDocument(Learning learning, ShapeNumbers shapes) {
    this.widths = new FieldWidths(learning.names());
    this.encoder = new RowEncoder(widths::isVaried);
    this.promotion = new Promotion(learning.sightings());
    this.shapes = shapes;
  }

  /** The documents that follow are a segment. */
  void startBatch() {
    widths.startBatch();
    promotion.startBatch();
    shapes.clear();
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
    widths.startEvent();
    encoder.encode(event);
    promotion.next();
    int number = shapes.find(encoder.shape(), encoder.shapeHash());
    if (number == ShapeNumbers.NONE) {
      if (!encoder.isOpen() && !promotion.accepts(encoder.shapeHash())) {
        encoder.encodeOpen(event);
      }
      number = shapes.of(encoder.shape(), encoder.shapeHash());
    }
    ShapeNumbers.write(number, shape);
    row.bytes = encoder.row();
    row.length = encoder.rowLength();
    fields.add(shapeField);
    fields.add(rowField);
  }

  private void addOrigin(Origin origin) {
    places.of(origin);
    fields.add(places.source());
    terms.add(places.block());
    fields.add(places.file());
    terms.add(encoded.of("file", origin.file()).term());
  }

  private void addValues(LogEvent event) {
    for (ShapeField part : SINGLE) {
      if (!encoder.decides(part)) {
        String value = part.of(event);
        if (value != null) {
          addValue(part.field(), value);
        }
      }
    }
  }

  private void addValue(String name, String value) {
    Encoded found = widths.isWide(name, value) ? null : encoded.of(name, value);
    if (found == null || !found.isHeld()) {
      terms.add(encoded.wide(name));
      ids.add(encoded.hash(name, value));
    } else {
      terms.add(found.term());
      fields.add(found.column());
    }
  }

  private void addExceptions(LogEvent event) {
    if (event.exception() == null) {
      return;
    }
    for (String type : event.field(Columns.EXCEPTION)) {
      Encoded found = encoded.of(Columns.EXCEPTION, type);
      terms.add(found.term());
      fields.add(found.column());
    }
    List<String> frames = event.field(Columns.FRAME);
    frames.forEach(frame -> terms.add(encoded.of(Columns.FRAME, frame).term()));
    if (!frames.isEmpty()) {
      terms.add(encoded.has(Columns.FRAME));
    }
  }

  private void addAttributes(LogEvent event) {
    int index = 0;
    boolean anyRare = false;
    for (Map.Entry<String, String> each : event.attributes().entrySet()) {
      String name = each.getKey();
      if (encoder.decidesAttribute(index++)) {
        continue;
      }
      if (encoder.isOpen() && widths.isRare(name)) {
        anyRare |= addRare(name, each.getValue());
      } else if (encoded.isAttribute(name)) {
        if (encoder.isOpen()) {
          terms.add(encoded.has(name));
        }
        addValue(name, each.getValue());
      }
    }
    if (anyRare) {
      terms.add(RARE);
    }
  }

  private boolean addRare(String name, String value) {
    boolean attribute = Columns.isAttribute(name);
    if (attribute) {
      ids.add(Fingerprints.ofName(name));
      ids.add(Fingerprints.ofValue(name, Words.fold(value)));
    }
    return attribute;
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

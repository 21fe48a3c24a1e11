// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import dev.clew.query.EventText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.jspecify.annotations.Nullable;

/** Makes documents of events, one at a time: the next call reuses the last one's. */
final class EventDocument {
  private static final int CACHED_VALUES = 1 << 14;
  private static final int MAX_CACHED_CHARS = 256;
  private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  private static final FieldType VALUES = type(IndexOptions.DOCS);

  private final EventEncoder encoder = new EventEncoder();
  private final WordStream words = new WordStream();
  private final TermStream values = new TermStream();
  private final List<BytesRef> terms = new ArrayList<>();
  private final List<IndexableField> fields = new ArrayList<>();
  private final Map<String, Map<String, Encoded>> cache = new HashMap<>();
  private final Map<String, BytesRef> sources = new HashMap<>();
  private final Map<String, BytesRef> names = new HashMap<>();
  private final Field time = NumericDocValuesField.indexedField(Columns.TIME, 0);
  private final Field offset = new NumericDocValuesField(Columns.OFFSET, 0L);
  private final Map<Severity, String> levels = new EnumMap<>(Severity.class);
  private int cached;

  /** A value as a term and as it stands in a column. */
  private record Encoded(BytesRef term, BytesRef column) {}

  EventDocument() {
    for (Severity severity : Severity.values()) {
      if (severity != Severity.UNSPECIFIED) {
        levels.put(severity, severity.name().toLowerCase(Locale.ROOT));
      }
    }
  }

  /**
   * The document of {@code event}.
   *
   * @param wide attributes with so many values that a column of them would not pay
   */
  List<IndexableField> of(LogEvent event, Set<String> wide) {
    fields.clear();
    terms.clear();
    time.setLongValue(event.time().epochNanos());
    offset.setLongValue(event.origin().offset());
    fields.add(time);
    fields.add(offset);
    String source = event.origin().source();
    fields.add(
        new SortedDocValuesField(
            Columns.SOURCE,
            sources.computeIfAbsent(source, text -> new BytesRef(Utf16.bytes(text)))));
    terms.add(ValueTerm.block(source, event.origin().offset()).bytes());
    addColumns(event);
    addExceptions(event);
    addAttributes(event, wide);
    words.restart(EventText.of(event));
    values.restart(terms);
    fields.add(new Field(WordTerm.FIELD, words, WORDS));
    fields.add(new Field(ValueTerm.FIELD, values, VALUES));
    fields.add(new StoredField(Columns.EVENT, encoder.encode(event)));
    return fields;
  }

  private void addColumns(LogEvent event) {
    addColumn("level", levels.get(event.severity()));
    addColumn("service", event.service());
    addColumn("version", event.version());
    addColumn("host", event.host());
    addColumn("logger", event.logger());
    addColumn("thread", event.thread());
    addColumn("trace", event.traceId());
    addColumn("span", event.spanId());
    addColumn("file", event.origin().file());
    if (event.pattern() != null) {
      addColumn("pattern", event.pattern().id());
      addColumn("pattern.template", event.pattern().template());
    }
  }

  private void addColumn(String name, @Nullable String value) {
    if (value != null) {
      Encoded encoded = encoded(name, value);
      terms.add(encoded.term());
      fields.add(new SortedDocValuesField(Columns.of(name), encoded.column()));
    }
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

  private void addAttributes(LogEvent event, Set<String> wide) {
    event
        .attributes()
        .forEach(
            (name, value) -> {
              if (Columns.isAttribute(name)) {
                terms.add(has(name));
                boolean kept = !wide.contains(name) && Columns.holds(value);
                terms.add(kept ? encoded(name, value).term() : ValueTerm.of(name, value).bytes());
                fields.add(
                    new SortedSetDocValuesField(
                        Columns.ATTRIBUTES,
                        attribute(name, kept ? new BytesRef(value) : Columns.ELSEWHERE)));
              }
            });
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

  private static BytesRef attribute(String name, BytesRef value) {
    BytesRefBuilder bytes = ValueTerm.prefix(name);
    bytes.append(value);
    return bytes.toBytesRef();
  }

  private static FieldType type(IndexOptions options) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }
}

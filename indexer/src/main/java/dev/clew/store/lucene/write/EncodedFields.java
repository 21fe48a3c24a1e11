// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.write;

import dev.clew.query.Words;
import dev.clew.store.lucene.print.Fingerprints;
import dev.clew.store.lucene.term.Columns;
import dev.clew.store.lucene.term.ValueTerm;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How fields and their values stand in documents, made once for those that come again: most values
 * do. Forgets all when there are too many. Not thread-safe.
 */
final class EncodedFields {
  private static final int MOST = 1 << 14;
  private static final int MAX_CHARS = 256;

  private final Map<String, Named> fields = new HashMap<>();
  private int size;

  /**
   * A value.
   *
   * @param term by which documents with the value are found
   * @param column the value as it stands in the column of the field, if that has one
   * @param isHeld false when the column can only say that the value is elsewhere
   */
  record Encoded(BytesRef term, IndexableField column, boolean isHeld) {}

  /** What a field has of its own. */
  private static final class Named {
    private final boolean attribute;
    private final int hash;
    private final Map<String, Encoded> values = new HashMap<>(4);

    // many names come once and need neither
    private @Nullable BytesRef has;
    private @Nullable BytesRef wide;

    Named(String name) {
      attribute = Columns.isAttribute(name);
      hash = Fingerprints.of(name);
    }
  }

  /** {@code value} of the field {@code name}. */
  Encoded of(String name, String value) {
    Named field = named(name);
    Encoded known = field.values.get(value);
    if (known != null) {
      return known;
    }
    Encoded encoded = encode(name, value, field.attribute);
    if (value.length() <= MAX_CHARS) {
      field.values.put(value, encoded);
      grown();
    }
    return encoded;
  }

  boolean isAttribute(String name) {
    return named(name).attribute;
  }

  /** The term of documents that have the field. */
  BytesRef has(String name) {
    Named field = named(name);
    BytesRef term = field.has;
    if (term == null) {
      term = ValueTerm.has(name).bytes();
      field.has = term;
    }
    return term;
  }

  /** The term of documents whose value only their row holds. */
  BytesRef wide(String name) {
    Named field = named(name);
    BytesRef term = field.wide;
    if (term == null) {
      term = ValueTerm.wide(name).bytes();
      field.wide = term;
    }
    return term;
  }

  /** The fingerprint of such a value. */
  int hash(String name, String value) {
    return Fingerprints.ofValue(named(name).hash, Words.fold(value));
  }

  private Named named(String name) {
    Named field = fields.get(name);
    if (field == null) {
      field = new Named(name);
      if (name.length() <= MAX_CHARS) {
        fields.put(name, field);
        grown();
      }
    }
    return field;
  }

  private void grown() {
    if (++size > MOST) {
      fields.clear();
      size = 0;
    }
  }

  private static Encoded encode(String name, String value, boolean attribute) {
    BytesRef term = ValueTerm.of(name, value).bytes();
    boolean held = Columns.holds(value);
    BytesRef plain = held ? new BytesRef(value) : Columns.ELSEWHERE;
    IndexableField column =
        attribute
            ? new SortedSetDocValuesField(Columns.ATTRIBUTES, attribute(name, plain))
            : Columns.isSingle(name)
                ? new SortedDocValuesField(Columns.of(name), plain)
                : new SortedSetDocValuesField(Columns.of(name), plain);
    return new Encoded(term, column, held);
  }

  private static BytesRef attribute(String name, BytesRef value) {
    BytesRefBuilder bytes = ValueTerm.prefix(name);
    bytes.append(value);
    return bytes.toBytesRef();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.query.FieldKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/** Which parts of an event are kept in columns, and what the columns are called. */
final class Columns {
  /** Time in nanoseconds, source and offset: the order of the documents. */
  static final String TIME = "time";

  static final String SOURCE = "source";
  static final String OFFSET = "offset";

  /** The whole event. */
  static final String EVENT = "event";

  /** All attributes: {@code name NUL value}. */
  static final String ATTRIBUTES = "attributes";

  /** Fields with at most one value. */
  static final List<String> SINGLE =
      List.of(
          "level",
          "service",
          "version",
          "host",
          "logger",
          "thread",
          "trace",
          "span",
          "file",
          "pattern",
          "pattern.template");

  static final String EXCEPTION = "exception";
  static final String FRAME = "frame";
  static final String BODY = "msg";

  /** Stands for a value that only the stored event holds; no UTF-8 starts like this. */
  static final BytesRef ELSEWHERE = new BytesRef(new byte[] {(byte) 0xFF});

  private static final Set<String> SINGLE_NAMES = Set.copyOf(SINGLE);
  private static final Map<String, String> ALIASES =
      Map.of("service.name", "service", "service.version", "version", "host.name", "host");
  private static final int MAX_CHARS = 1024;

  private Columns() {}

  /** The one name of a field that has two. */
  static String canonical(String field) {
    return ALIASES.getOrDefault(field, field);
  }

  static boolean isSingle(String canonical) {
    return SINGLE_NAMES.contains(canonical);
  }

  static boolean isAttribute(String field) {
    return FieldKind.of(field) == FieldKind.ATTRIBUTE;
  }

  /** The name of the column of a field. */
  static String of(String canonical) {
    return "column:" + canonical;
  }

  /** True when a column can hold {@code value} as it is. */
  static boolean holds(String value) {
    return value.length() <= MAX_CHARS && !Utf16.hasLoneSurrogate(value);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.term;

import dev.clew.query.FieldKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/** Which parts of an event are kept in columns, and what the columns are called. */
public final class Columns {
  /** Time in nanoseconds, source and offset: the order of the documents. */
  public static final String TIME = "time";

  public static final String SOURCE = "source";
  public static final String OFFSET = "offset";

  /** What the events of one statement share. */
  public static final String SHAPE = "shape";

  /** What only this event says. */
  public static final String ROW = "row";

  /** All attributes: {@code name NUL value}. */
  public static final String ATTRIBUTES = "attributes";

  public static final String EXCEPTION = "exception";
  public static final String FRAME = "frame";
  public static final String BODY = "msg";

  /** Stands for a value that only the stored event holds; no UTF-8 starts like this. */
  public static final BytesRef ELSEWHERE = new BytesRef(new byte[] {(byte) 0xFF});

  /** Fields with at most one value. */
  private static final Set<String> SINGLE =
      Set.of(
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

  private static final Map<String, String> ALIASES =
      Map.of("service.name", "service", "service.version", "version", "host.name", "host");
  private static final Map<String, String> COLUMN_NAMES = columnNames();
  private static final int MAX_CHARS = 1024;

  private Columns() {}

  /** The one name of a field that has two. */
  public static String canonical(String field) {
    return ALIASES.getOrDefault(field, field);
  }

  public static boolean isSingle(String canonical) {
    return SINGLE.contains(canonical);
  }

  public static boolean isAttribute(String field) {
    return FieldKind.of(field) == FieldKind.ATTRIBUTE;
  }

  /** The name of the column of a field that has one. */
  public static String of(String canonical) {
    return COLUMN_NAMES.getOrDefault(canonical, "");
  }

  /** True when a column can hold {@code value} as it is. */
  public static boolean holds(String value) {
    return value.length() <= MAX_CHARS && !Utf16.hasLoneSurrogate(value);
  }

  private static Map<String, String> columnNames() {
    Map<String, String> names = new HashMap<>();
    SINGLE.forEach(field -> names.put(field, "column:" + field));
    names.put(EXCEPTION, "column:" + EXCEPTION);
    return Map.copyOf(names);
  }
}

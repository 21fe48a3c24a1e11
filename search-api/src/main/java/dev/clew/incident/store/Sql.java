// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import dev.clew.incident.IncidentException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Statements with their values by place, as {@code ?}. */
final class Sql {
  private Sql() {}

  /** How a row is read. */
  interface Reader<T> {
    T read(Row row) throws SQLException;
  }

  static <T> List<T> list(Handle handle, Reader<T> reader, String sql, @Nullable Object... values) {
    try (Query query = handle.createQuery(sql)) {
      bind(query, values);
      return query.map((columns, context) -> reader.read(new Row(columns))).list();
    }
  }

  static <T> Optional<T> find(
      Handle handle, Reader<T> reader, String sql, @Nullable Object... values) {
    return list(handle, reader, sql, values).stream().findFirst();
  }

  /** The one number that {@code sql} names {@code n}. */
  static long number(Handle handle, String sql, @Nullable Object... values) {
    return find(handle, row -> row.number("n"), sql, values).orElseThrow();
  }

  /** How many rows were altered. */
  static int update(Handle handle, String sql, @Nullable Object... values) {
    try (var update = handle.createUpdate(sql)) {
      bind(update, values);
      return update.execute();
    }
  }

  /** Refuses when there are as many already as there may be. */
  static void requireRoom(long kept, long most, String things) {
    if (kept >= most) {
      throw new IncidentException.Full(
          "%,d %s are kept, and no more are taken".formatted(kept, things));
    }
  }

  private static void bind(SqlStatement<?> statement, @Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case Instant time -> statement.bind(i, time.toString());
        case Boolean flag -> statement.bind(i, flag ? 1L : 0L);
        case Long number -> statement.bind(i, number);
        case byte[] bytes -> statement.bind(i, bytes);
        case String text -> statement.bind(i, text);
        case null -> statement.bindNull(i, Types.NULL);
        default -> throw new IllegalArgumentException("a value of " + values[i].getClass());
      }
    }
  }
}

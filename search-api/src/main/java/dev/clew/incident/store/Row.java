// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of an answer of the database, by the names of its columns. */
final class Row {
  private final ResultSet columns;

  Row(ResultSet columns) {
    this.columns = columns;
  }

  String text(String column) throws SQLException {
    String text = columns.getString(column);
    if (text == null) {
      throw new SQLException("the column %s is empty".formatted(column));
    }
    return text;
  }

  @Nullable String textOrNull(String column) throws SQLException {
    return columns.getString(column);
  }

  long number(String column) throws SQLException {
    return columns.getLong(column);
  }

  @Nullable Long numberOrNull(String column) throws SQLException {
    long number = columns.getLong(column);
    return columns.wasNull() ? null : number;
  }

  boolean flag(String column) throws SQLException {
    return columns.getLong(column) != 0;
  }

  byte[] bytes(String column) throws SQLException {
    byte[] bytes = columns.getBytes(column);
    return bytes == null ? new byte[0] : bytes;
  }

  Instant time(String column) throws SQLException {
    return Instant.parse(text(column));
  }

  @Nullable Instant timeOrNull(String column) throws SQLException {
    String text = columns.getString(column);
    return text == null ? null : Instant.parse(text);
  }
}

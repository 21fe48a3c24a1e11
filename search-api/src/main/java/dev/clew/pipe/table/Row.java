// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.table;

import java.util.List;

/** An event or a row of a table. An empty text is no value. */
public sealed interface Row permits EventRow, GroupRow, TableRow {
  /** The values of a field or column; none when it is not there. */
  List<Cell> values(String field);

  /** True when it has such a column, with or without a value in this row. */
  boolean hasColumn(String name);

  /** The whole text. */
  String text();

  /** Bytes it takes, about. */
  long weight();

  /** Below 0 when it is earlier than {@code other}, where both are events; else 0. */
  int compareTime(Row other);

  /** The only value of a field; several become one cell. */
  default Cell cell(String field) {
    List<Cell> values = values(field);
    return switch (values.size()) {
      case 0 -> new Cell.Missing();
      case 1 -> values.get(0);
      default -> new Cell.Several(values.stream().map(Cell::text).toList(), 0);
    };
  }
}

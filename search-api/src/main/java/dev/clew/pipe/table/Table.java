// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.table;

import java.util.List;

/**
 * What pipes give.
 *
 * @param columns none when the rows are events
 * @param rows all {@link EventRow}s, or all {@link TableRow}s
 * @param series true when the rows are steps of time, for a chart
 * @param complete false when something was left out; a note says what
 * @param notes what people should know about how it was computed, in sentences
 */
public record Table(
    List<Column> columns, List<Row> rows, boolean series, boolean complete, List<String> notes) {
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** True when the rows are events. */
  public boolean isEvents() {
    return columns.isEmpty();
  }
}

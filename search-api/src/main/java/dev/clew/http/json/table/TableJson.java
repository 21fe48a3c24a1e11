// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.table;

import dev.clew.http.json.EventJson;
import dev.clew.http.json.QueryJson;
import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.EventRow;
import dev.clew.pipe.table.Row;
import dev.clew.pipe.table.Table;
import dev.clew.query.Quantity.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline gives: events, or a table.
 *
 * @param kind {@code events}, {@code table}, or {@code series} where the rows are steps of time
 * @param rows a value for each column: text, number, time, list of texts or null
 * @param complete false when something was left out, as a note says
 */
public record TableJson(
    QueryJson query,
    String kind,
    List<ColumnJson> columns,
    List<List<@Nullable Object>> rows,
    List<FoundJson> events,
    boolean complete,
    List<String> notes,
    long tookMs) {

  /**
   * A column.
   *
   * @param role {@code time}, {@code key} or {@code measure}
   * @param estimated numbers in it may be off
   * @param unit of its numbers: {@code ns}, {@code B} or {@code %}; null for bare ones, and where
   *     units differ, in which case the numbers are texts with their unit
   */
  public record ColumnJson(String name, String role, boolean estimated, @Nullable String unit) {}

  /**
   * An event.
   *
   * @param fields what a pipe took out of its text
   * @param neighbour true when it only stands near an event that was found
   */
  public record FoundJson(EventJson event, Map<String, String> fields, boolean neighbour) {
    private static FoundJson of(EventRow row) {
      return new FoundJson(EventJson.inList(row.event()), row.extracted(), row.neighbour());
    }
  }

  /** {@code table} as the answer to {@code query}. */
  public static TableJson of(QueryJson query, Table table, long tookMs) {
    List<ColumnJson> columns = new ArrayList<>();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<FoundJson> events = new ArrayList<>();
    List<@Nullable Dimension> dimensions = new ArrayList<>();
    for (Column column : table.columns()) {
      Dimension dimension = dimension(column, table);
      dimensions.add(dimension);
      String role = column.role().name().toLowerCase(Locale.ROOT);
      columns.add(new ColumnJson(column.name(), role, column.estimated(), unit(dimension)));
    }
    for (Row row : table.rows()) {
      if (row instanceof EventRow event) {
        events.add(FoundJson.of(event));
      } else {
        rows.add(cells(row, table.columns(), dimensions));
      }
    }
    String kind = table.isEvents() ? "events" : table.series() ? "series" : "table";
    return new TableJson(
        query, kind, columns, rows, events, table.complete(), table.notes(), tookMs);
  }

  private static List<@Nullable Object> cells(
      Row row, List<Column> columns, List<@Nullable Dimension> dimensions) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Cell cell = row.cell(columns.get(i).name());
      cells.add(
          dimensions.get(i) != null && cell instanceof Cell.Numeric number
              ? CellJson.number(number.value())
              : CellJson.of(cell));
    }
    return cells;
  }

  /** That of all its numbers; null when there are none or they differ. */
  private static @Nullable Dimension dimension(Column column, Table table) {
    Dimension all = null;
    for (Row row : table.rows()) {
      if (row.cell(column.name()) instanceof Cell.Numeric number) {
        if (all != null && all != number.dimension()) {
          return null;
        }
        all = number.dimension();
      }
    }
    return all;
  }

  private static @Nullable String unit(@Nullable Dimension dimension) {
    return switch (dimension) {
      case TIME -> "ns";
      case SIZE -> "B";
      case PERCENT -> "%";
      case NUMBER -> null;
      case null -> null;
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.stage;

import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.EventRow;
import dev.clew.pipe.table.Row;
import dev.clew.pipe.table.TableRow;
import dev.clew.query.Extraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Passes rows on with fields taken out of their text. */
public final class RexStage extends Stage {
  private final String field;
  private final Extraction extraction;
  private final Stage next;
  private List<Column> columns = List.of();

  /** Looks into {@code field}; into the whole text when it is empty. */
  public RexStage(String field, String expression, Stage next) {
    this.field = field;
    this.extraction = new Extraction(expression);
    this.next = next;
  }

  @Override
  public void start(List<Column> before) {
    if (!before.isEmpty()) {
      List<Column> all = new ArrayList<>(before);
      all.removeIf(column -> extraction.names().contains(column.name()));
      extraction.names().forEach(name -> all.add(Column.key(name)));
      columns = List.copyOf(all);
    }
    next.start(columns);
  }

  @Override
  public void row(Row row) {
    Map<String, String> found = found(row);
    next.row(
        row instanceof EventRow event
            ? (found.isEmpty() ? event : event.with(found))
            : with(row, found));
  }

  private Row with(Row row, Map<String, String> found) {
    List<Cell> cells = new ArrayList<>();
    for (Column column : columns) {
      cells.add(
          extraction.names().contains(column.name())
              ? Cell.of(found.getOrDefault(column.name(), ""))
              : row.cell(column.name()));
    }
    return new TableRow(columns, cells);
  }

  private Map<String, String> found(Row row) {
    if (field.isEmpty()) {
      return extraction.first(row.text());
    }
    for (Cell cell : row.values(field)) {
      Map<String, String> found = extraction.first(cell.text());
      if (!found.isEmpty()) {
        return found;
      }
    }
    return Map.of();
  }

  @Override
  public boolean full() {
    return next.full();
  }

  @Override
  public void end() {
    next.end();
  }
}

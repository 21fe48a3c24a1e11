// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.stage;

import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.Row;
import dev.clew.pipe.table.TableRow;
import dev.clew.query.pipe.Names;
import java.util.ArrayList;
import java.util.List;

/** Passes rows on with the named columns only. */
public final class FieldsStage extends Stage {
  private final List<String> names;
  private final Work work;
  private final Stage next;
  private List<Column> columns = List.of();

  public FieldsStage(List<String> names, Work work, Stage next) {
    this.names = names;
    this.work = work;
    this.next = next;
  }

  @Override
  public void start(List<Column> before) {
    List<Column> made = new ArrayList<>();
    for (String name : names) {
      Column known =
          before.stream().filter(column -> column.name().equals(name)).findFirst().orElse(null);
      made.add(
          known != null ? known : name.equals(Names.TIME) ? Column.time(name) : Column.key(name));
      if (known == null
          && !before.isEmpty()
          && !new TableRow(before, missing(before)).hasColumn(name)) {
        work.note(
            "there is no column %s; there are %s"
                .formatted(name, String.join(", ", before.stream().map(Column::name).toList())));
      }
    }
    columns = List.copyOf(made);
    next.start(columns);
  }

  private static List<Cell> missing(List<Column> columns) {
    return columns.stream().<Cell>map(column -> new Cell.Missing()).toList();
  }

  @Override
  public void row(Row row) {
    List<Cell> cells = new ArrayList<>();
    for (String name : names) {
      Cell cell = row.cell(name);
      cells.add(cell.text().isEmpty() ? new Cell.Missing() : cell);
    }
    next.row(new TableRow(columns, cells));
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

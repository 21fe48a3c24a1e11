// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.table;

import java.util.ArrayList;
import java.util.List;

/** A row of a table: a cell for each column. */
public record TableRow(List<Column> columns, List<Cell> cells) implements Row {
  public TableRow {
    cells = List.copyOf(cells);
    if (columns.size() != cells.size()) {
      throw new IllegalArgumentException(
          "%d cells in %d columns".formatted(cells.size(), columns.size()));
    }
  }

  @Override
  public List<Cell> values(String field) {
    int index = Column.find(columns, field);
    if (index < 0) {
      return List.of();
    }
    return switch (cells.get(index)) {
      case Cell.Missing missing -> List.of();
      case Cell.Several several -> several.texts().stream().<Cell>map(Cell.Text::new).toList();
      case Cell cell -> List.of(cell);
    };
  }

  @Override
  public Cell cell(String field) {
    int index = Column.find(columns, field);
    return index < 0 ? new Cell.Missing() : cells.get(index);
  }

  @Override
  public boolean hasColumn(String name) {
    return Column.find(columns, name) >= 0;
  }

  @Override
  public String text() {
    List<String> texts = new ArrayList<>();
    cells.forEach(cell -> texts.add(cell.text()));
    return String.join(" ", texts);
  }

  @Override
  public long weight() {
    return 64 + cells.stream().mapToLong(Cell::weight).sum();
  }

  @Override
  public int compareTime(Row other) {
    return 0;
  }
}

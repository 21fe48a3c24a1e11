// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe;

import dev.clew.pattern.PatternMerger;
import dev.clew.pattern.PatternMerger.Merged;
import dev.clew.pattern.PatternMerger.Seen;
import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.CellOrder;
import dev.clew.pipe.table.Row;
import dev.clew.pipe.table.TableRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the pipe of patterns makes of rows of single patterns: a part of the oracle. */
final class PlainPatterns {
  private PlainPatterns() {}

  /** The cells of a row for each statement, most events first. */
  static List<List<Cell>> together(List<Row> apart) {
    List<List<Cell>> table = new ArrayList<>();
    for (Merged statement : PatternMerger.merge(apart.stream().map(PlainPatterns::seen).toList())) {
      List<Row> members = statement.members().stream().map(apart::get).toList();
      List<Cell> cells = new ArrayList<>(((TableRow) members.getFirst()).cells());
      cells.set(1, Cell.of(statement.template()));
      cells.set(2, Cell.count((long) members.stream().mapToDouble(PlainPatterns::count).sum()));
      cells.set(5, times(members, "first").getFirst());
      cells.set(6, times(members, "last").getLast());
      cells.add(Cell.count(members.size()));
      table.add(cells);
    }
    table.sort(Comparator.comparingDouble(cells -> -((Cell.Numeric) cells.get(2)).value()));
    return table;
  }

  private static Seen seen(Row row) {
    String kind = row.cell("level").text() + row.cell("services").text();
    return new Seen(row.cell("pattern.template").text(), kind, (long) count(row));
  }

  private static double count(Row row) {
    return ((Cell.Numeric) row.cell("count")).value();
  }

  private static List<Cell> times(List<Row> rows, String column) {
    return rows.stream().map(row -> row.cell(column)).sorted(new CellOrder(column)).toList();
  }
}

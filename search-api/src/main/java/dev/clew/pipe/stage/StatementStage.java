// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.stage;

import dev.clew.pattern.PatternMerger;
import dev.clew.pattern.PatternMerger.Merged;
import dev.clew.pattern.PatternMerger.Seen;
import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.Row;
import dev.clew.pipe.table.TableRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts rows of patterns together that one statement printed. The row of several has the id of the
 * pattern with most events, and says how many patterns it stands for.
 */
public final class StatementStage extends Stage {
  private static final String MEMBERS = "members";

  private final List<Row> rows = new ArrayList<>();
  private final Work work;
  private final Stage next;
  private List<Column> columns = List.of();
  private boolean full;

  /** Takes rows with the columns pattern, pattern.template, count, level, services, first, last. */
  public StatementStage(Work work, Stage next) {
    this.work = work;
    this.next = next;
  }

  @Override
  public void start(List<Column> given) {
    columns = new ArrayList<>(given);
    columns.add(Column.measure(MEMBERS, false));
    columns = List.copyOf(columns);
    next.start(columns);
  }

  @Override
  public void row(Row row) {
    full = full || !work.room().take(row.weight());
    if (full) {
      next.row(row(List.of(row), row.cell("pattern.template")));
    } else {
      rows.add(row);
    }
  }

  @Override
  public void end() {
    List<Seen> seen = rows.stream().map(StatementStage::seen).toList();
    List<Row> merged = new ArrayList<>();
    for (Merged statement : PatternMerger.merge(seen)) {
      List<Row> members = statement.members().stream().map(rows::get).toList();
      merged.add(row(members, Cell.of(statement.template())));
    }
    merged.sort(Comparator.comparingDouble(StatementStage::count).reversed());
    merged.forEach(next::row);
    if (full) {
      work.note("Patterns of one statement are not all put together, for lack of room.");
    }
    next.end();
  }

  private static Seen seen(Row row) {
    String kind = row.cell("level").text() + " " + row.cell("services").text();
    return new Seen(row.cell("pattern.template").text(), kind, (long) count(row));
  }

  private static double count(Row row) {
    return row.cell("count") instanceof Cell.Numeric number ? number.value() : 0;
  }

  private Row row(List<Row> members, Cell template) {
    Row first = members.getFirst();
    List<Cell> cells = new ArrayList<>();
    for (Column column : columns) {
      cells.add(
          switch (column.name()) {
            case "pattern.template" -> template;
            case "count" -> Cell.count(members.stream().mapToLong(row -> (long) count(row)).sum());
            case "first" -> extreme(members, "first", Comparator.naturalOrder());
            case "last" -> extreme(members, "last", Comparator.reverseOrder());
            case MEMBERS -> Cell.count(members.size());
            default -> first.cell(column.name());
          });
    }
    return new TableRow(columns, cells);
  }

  private static Cell extreme(List<Row> rows, String column, Comparator<Long> order) {
    return rows.stream()
        .map(row -> row.cell(column))
        .filter(Cell.Time.class::isInstance)
        .map(cell -> ((Cell.Time) cell).epochNanos())
        .min(order)
        .<Cell>map(Cell.Time::new)
        .orElseGet(Cell.Missing::new);
  }
}

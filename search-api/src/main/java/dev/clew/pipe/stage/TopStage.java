// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.stage;

import dev.clew.pipe.stage.Grouped.Group;
import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.Row;
import dev.clew.pipe.table.TableRow;
import dev.clew.query.Quantity.Dimension;
import dev.clew.query.pipe.Key;
import dev.clew.query.pipe.Measure;
import dev.clew.query.pipe.Pipe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The most frequent or the rarest values with their share of the rows that have one, which the
 * shares of fields with several values may exceed in sum.
 */
public final class TopStage extends Stage implements CountStage {
  private static final double ALL = 100;

  private final Pipe.Top top;
  private final List<Key> keys;
  private final Grouped grouped;
  private final Work work;
  private final Stage next;
  private long having;
  private long lacking;

  public TopStage(Pipe.Top top, Grid grid, Work work, Stage next) {
    this.top = top;
    this.keys = top.fields().stream().<Key>map(Key.ByField::new).toList();
    this.grouped = new Grouped(List.of(Measure.count()), keys, grid, work);
    this.work = work;
    this.next = next;
  }

  @Override
  public void start(List<Column> columns) {}

  @Override
  public void row(Row row) {
    rows(row, 1);
  }

  @Override
  public void rows(Row row, long times) {
    boolean has = top.fields().stream().noneMatch(field -> row.values(field).isEmpty());
    if (has) {
      having += times;
      grouped.add(row, times);
    } else {
      lacking += times;
    }
  }

  /** What the store has counted, where rows of several values were given to {@link #rows}. */
  public void total(long rowsHaving, long rowsLacking) {
    this.having = rowsHaving;
    this.lacking = rowsLacking;
  }

  @Override
  public void end() {
    List<Group> groups = new ArrayList<>(grouped.groups());
    Comparator<Group> order = StatsStage.order(keys);
    if (top.rarest()) {
      order = Comparator.<Group>comparingLong(group -> group.rows).thenComparing(order);
    }
    groups.sort(order);
    List<Column> columns = new ArrayList<>();
    top.fields().forEach(field -> columns.add(Column.key(field)));
    columns.add(Column.measure("count", false));
    columns.add(Column.measure("percent", false));
    next.start(List.copyOf(columns));
    groups.stream().limit(top.limit()).forEach(group -> next.row(row(columns, group)));
    note(groups.size());
    next.end();
  }

  private TableRow row(List<Column> columns, Group group) {
    List<Cell> cells = new ArrayList<>(group.keys);
    cells.add(Cell.count(group.rows));
    cells.add(new Cell.Numeric(ALL * group.rows / having, Dimension.PERCENT));
    return new TableRow(columns, cells);
  }

  private void note(int values) {
    if (values > top.limit()) {
      work.note("%,d of %,d values are shown".formatted(top.limit(), values));
    }
    if (lacking > 0) {
      work.note(
          "%,d of %,d rows have no %s"
              .formatted(lacking, lacking + having, String.join(" and ", top.fields())));
    }
  }
}

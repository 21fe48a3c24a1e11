// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.stage;

import dev.clew.pipe.stage.Grouped.Group;
import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.CellOrder;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.Row;
import dev.clew.pipe.table.TableRow;
import dev.clew.query.pipe.Key;
import dev.clew.query.pipe.Pipe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Computes measures of groups. The largest group comes first; where time is a key, the earliest.
 * Without keys there is one row, also when there was none.
 */
public final class StatsStage extends Stage implements CountStage {
  private final Pipe.Stats stats;
  private final Grouped grouped;
  private final Stage next;

  public StatsStage(Pipe.Stats stats, Grid grid, Work work, Stage next) {
    this.stats = stats;
    this.grouped = new Grouped(stats.measures(), stats.by(), grid, work);
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
    grouped.add(row, times);
  }

  @Override
  public void end() {
    List<Group> groups = new ArrayList<>(grouped.groups());
    if (groups.isEmpty() && stats.by().isEmpty()) {
      groups.add(grouped.empty(List.of()));
    }
    groups.sort(order(stats.by()));
    List<Column> columns = columns();
    next.start(columns);
    for (Group group : groups) {
      List<Cell> cells = new ArrayList<>(group.keys);
      group.tallies.forEach(tally -> cells.add(tally.result()));
      next.row(new TableRow(columns, cells));
    }
    grouped.noteSkipped();
    next.end();
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (Key key : stats.by()) {
      columns.add(key instanceof Key.ByTime ? Column.time(key.name()) : Column.key(key.name()));
    }
    for (int i = 0; i < stats.measures().size(); i++) {
      columns.add(Column.measure(stats.measures().get(i).name(), grouped.estimated(i)));
    }
    return List.copyOf(columns);
  }

  static Comparator<Group> order(List<Key> keys) {
    Comparator<Group> byKeys = (left, right) -> compareKeys(keys, left.keys, right.keys);
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i) instanceof Key.ByTime) {
        int time = i;
        CellOrder order = new CellOrder(keys.get(i).name());
        return Comparator.<Group, Cell>comparing(group -> group.keys.get(time), order)
            .thenComparing(byKeys);
      }
    }
    return Comparator.<Group>comparingLong(group -> group.rows).reversed().thenComparing(byKeys);
  }

  /** By value, then, where only the spelling differs, by spelling. */
  private static int compareKeys(List<Key> keys, List<Cell> left, List<Cell> right) {
    for (int i = 0; i < keys.size(); i++) {
      int order = new CellOrder(keys.get(i).name()).compare(left.get(i), right.get(i));
      order = order != 0 ? order : left.get(i).text().compareTo(right.get(i).text());
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.stage;

import dev.clew.pipe.stage.Grouped.Group;
import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.Row;
import dev.clew.pipe.table.TableRow;
import dev.clew.query.pipe.Key;
import dev.clew.query.pipe.Names;
import dev.clew.query.pipe.Pipe;
import dev.clew.store.Grouping.ByTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Measures over time: a row a step, a column a series. Steps between the first and the last that
 * hold nothing are rows too, as long as there are not too many.
 */
public final class TimechartStage extends Stage implements CountStage {
  private static final String OTHER = "OTHER";

  private final Pipe.Timechart chart;
  private final Grouped grouped;
  private final Group nothing;
  private final ByTime step;
  private final Work work;
  private final Stage next;

  public TimechartStage(Pipe.Timechart chart, Grid grid, Work work, Stage next) {
    this.chart = chart;
    List<Key> keys = new ArrayList<>();
    keys.add(new Key.ByTime(chart.span()));
    if (!chart.by().isEmpty()) {
      keys.add(new Key.ByField(chart.by()));
    }
    this.grouped = new Grouped(chart.measures(), keys, grid, work);
    this.nothing = grouped.empty(List.of());
    this.step = grid.of(chart.span());
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
    grouped.add(row, times);
  }

  @Override
  public void end() {
    List<String> series = series();
    TreeMap<Long, Map<String, Group>> table = new TreeMap<>();
    long timeless = 0;
    for (Group group : grouped.groups()) {
      if (group.keys.get(0) instanceof Cell.Time time) {
        String name = name(group, series);
        table
            .computeIfAbsent(time.epochNanos(), none -> new HashMap<>())
            .computeIfAbsent(name, none -> grouped.empty(group.keys))
            .merge(group);
      } else {
        timeless += group.rows;
      }
    }
    if (timeless > 0) {
      work.note("%,d rows without a time were left out".formatted(timeless));
    }
    List<Column> columns = columns(series);
    next.start(columns);
    fillGaps(table);
    table.forEach((start, groups) -> next.row(row(start, groups, series, columns)));
    grouped.noteSkipped();
    next.end();
  }

  private String name(Group group, List<String> series) {
    if (chart.by().isEmpty()) {
      return "";
    }
    String name = group.keys.get(1).text();
    return series.contains(name) ? name : OTHER;
  }

  /** The values with most rows, by value, then the rest as one. */
  private List<String> series() {
    if (chart.by().isEmpty()) {
      return List.of("");
    }
    Map<Cell, Long> rows = new HashMap<>();
    grouped.groups().forEach(group -> rows.merge(group.keys.get(1), group.rows, Long::sum));
    Comparator<Cell> order = new dev.clew.pipe.table.CellOrder(chart.by());
    List<Cell> all =
        rows.keySet().stream()
            .sorted(
                Comparator.<Cell>comparingLong(rows::get)
                    .reversed()
                    .thenComparing(order)
                    .thenComparing(Cell::text))
            .toList();
    List<Cell> shown = all.subList(0, Math.min(all.size(), chart.series()));
    List<String> names = new ArrayList<>();
    shown.stream().sorted(order.thenComparing(Cell::text)).forEach(cell -> names.add(cell.text()));
    if (all.size() > shown.size()) {
      names.remove(OTHER);
      names.add(OTHER);
      work.note(
          "%,d of %,d values of %s are series of their own; the others are %s"
              .formatted(shown.size(), all.size(), chart.by(), OTHER));
    }
    return List.copyOf(names);
  }

  private List<Column> columns(List<String> series) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.time(Names.TIME));
    for (String name : series) {
      for (int i = 0; i < chart.measures().size(); i++) {
        columns.add(Column.measure(columnName(name, i), grouped.estimated(i)));
      }
    }
    return List.copyOf(columns);
  }

  private String columnName(String series, int measure) {
    String name = chart.measures().get(measure).name();
    if (chart.by().isEmpty()) {
      return name;
    }
    String shown = series.isEmpty() ? "(none)" : series;
    return chart.measures().size() == 1 ? shown : name + ": " + shown;
  }

  private void fillGaps(SortedMap<Long, Map<String, Group>> table) {
    if (table.isEmpty()) {
      return;
    }
    double steps = ((double) table.lastKey() - table.firstKey()) / step.stepNanos() + 1;
    if (steps > work.limits().rows()) {
      work.note(
          "steps that hold nothing are not shown: from first to last there are %,.0f"
              .formatted(steps));
      return;
    }
    for (long at = table.firstKey(); at < table.lastKey(); at += step.stepNanos()) {
      table.computeIfAbsent(at, none -> new HashMap<>());
    }
  }

  private TableRow row(
      long start, Map<String, Group> groups, List<String> series, List<Column> columns) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Time(start));
    for (String name : series) {
      Group group = groups.get(name);
      (group == null ? nothing : group).tallies.forEach(tally -> cells.add(tally.result()));
    }
    return new TableRow(columns, cells);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe;

import dev.clew.event.LogEvent;
import dev.clew.pipe.stage.Grid;
import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.CellOrder;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.EventRow;
import dev.clew.pipe.table.Row;
import dev.clew.pipe.table.TableRow;
import dev.clew.query.Extraction;
import dev.clew.query.Quantity;
import dev.clew.query.pipe.Key;
import dev.clew.query.pipe.Measure;
import dev.clew.query.pipe.Pipe;
import dev.clew.query.pipe.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What pipes mean, computed over whole lists, without limits: the oracle of the executor. */
final class PlainPipes {
  private final Grid grid;
  private List<String> columns = List.of();
  private List<Row> rows;

  /** Starts from events, newest first. */
  PlainPipes(List<LogEvent> events, Grid grid) {
    this.grid = grid;
    this.rows = events.stream().<Row>map(EventRow::of).toList();
  }

  List<String> columns() {
    return columns;
  }

  List<Row> rows() {
    return rows;
  }

  void apply(Pipe pipe) {
    switch (pipe) {
      case Pipe.Stats stats -> stats(stats.measures(), stats.by());
      case Pipe.Top top -> top(top);
      case Pipe.Timechart chart -> timechart(chart);
      case Pipe.Sort sort -> sort(sort);
      case Pipe.Head head -> rows = rows.subList(0, Math.min(head.count(), rows.size()));
      case Pipe.Tail tail ->
          rows = rows.subList(Math.max(0, rows.size() - tail.count()), rows.size());
      case Pipe.Fields fields -> fields(fields.names());
      case Pipe.Dedup dedup -> dedup(dedup.fields());
      case Pipe.Where where ->
          rows = rows.stream().filter(row -> PlainCondition.holds(where.condition(), row)).toList();
      case Pipe.Search search ->
          rows =
              rows.stream()
                  .filter(row -> search.query().matches(((EventRow) row).event()))
                  .toList();
      case Pipe.Rex rex -> rex(rex);
      case Pipe.Patterns patterns -> patterns(patterns);
      default -> throw new IllegalArgumentException("needs a store: " + pipe);
    }
  }

  private void patterns(Pipe.Patterns patterns) {
    apply(Plan.plain(patterns));
    List<String> names = new ArrayList<>(columns);
    names.add("members");
    become(names, PlainPatterns.together(rows));
  }

  private void stats(List<Measure> measures, List<Key> keys) {
    Map<List<Cell>, List<Row>> groups = grouped(keys, rows);
    if (keys.isEmpty()) {
      groups.putIfAbsent(List.of(), List.of());
    }
    List<Map.Entry<List<Cell>, List<Row>>> sorted = new ArrayList<>(groups.entrySet());
    sorted.sort(order(keys));
    List<String> names = new ArrayList<>(keys.stream().map(Key::name).toList());
    names.addAll(measures.stream().map(Measure::name).toList());
    List<List<Cell>> table = new ArrayList<>();
    for (Map.Entry<List<Cell>, List<Row>> group : sorted) {
      List<Cell> cells = new ArrayList<>(group.getKey());
      measures.forEach(measure -> cells.add(measured(measure, group.getValue())));
      table.add(cells);
    }
    become(names, table);
  }

  private static Comparator<Map.Entry<List<Cell>, List<Row>>> order(List<Key> keys) {
    Comparator<Map.Entry<List<Cell>, List<Row>>> byKeys =
        Comparator.comparingInt(each -> each.getKey().size());
    Comparator<Map.Entry<List<Cell>, List<Row>>> first =
        Comparator.<Map.Entry<List<Cell>, List<Row>>>comparingInt(each -> each.getValue().size())
            .reversed();
    for (int i = 0; i < keys.size(); i++) {
      int index = i;
      Comparator<Map.Entry<List<Cell>, List<Row>>> byKey =
          Comparator.comparing(each -> each.getKey().get(index), new CellOrder(keys.get(i).name()));
      byKeys = byKeys.thenComparing(byKey).thenComparing(each -> each.getKey().get(index).text());
      if (keys.get(i) instanceof Key.ByTime) {
        first = byKey;
      }
    }
    return first.thenComparing(byKeys);
  }

  private Map<List<Cell>, List<Row>> grouped(List<Key> keys, List<Row> some) {
    Map<List<Cell>, List<Row>> groups = new LinkedHashMap<>();
    for (Row row : some) {
      for (List<Cell> combination : combinations(keys, row)) {
        groups.computeIfAbsent(combination, none -> new ArrayList<>()).add(row);
      }
    }
    return groups;
  }

  private List<List<Cell>> combinations(List<Key> keys, Row row) {
    if (keys.isEmpty()) {
      return List.of(List.of());
    }
    Key last = keys.getLast();
    List<Cell> values = row.values(last.name());
    List<List<Cell>> all = new ArrayList<>();
    for (List<Cell> start : combinations(keys.subList(0, keys.size() - 1), row)) {
      for (Cell value : values.isEmpty() ? List.<Cell>of(new Cell.Missing()) : values) {
        List<Cell> longer = new ArrayList<>(start);
        longer.add(last instanceof Key.ByTime time ? step(value, time.span()) : value);
        all.add(longer);
      }
    }
    return List.copyOf(all);
  }

  private Cell step(Cell value, Span span) {
    return value instanceof Cell.Time time
        ? new Cell.Time(grid.of(span).start(time.epochNanos()))
        : value;
  }

  private static Cell measured(Measure measure, Collection<Row> group) {
    String field = measure.field();
    List<Cell> values = group.stream().flatMap(row -> row.values(field).stream()).toList();
    return switch (measure.function()) {
      case COUNT ->
          Cell.count(
              group.stream()
                  .filter(row -> field.isEmpty() || !row.values(field).isEmpty())
                  .count());
      case DISTINCT -> Cell.count(values.stream().map(Cell::text).distinct().count());
      case SUM, AVERAGE, PERCENTILE -> numeric(measure, values);
      case MINIMUM -> extreme(values, new CellOrder(field).reversed(), field);
      case MAXIMUM -> extreme(values, new CellOrder(field), field);
      case FIRST -> edge(field, group, false);
      case LAST -> edge(field, group, true);
      case VALUES -> {
        Set<String> texts =
            values.stream().map(Cell::text).collect(Collectors.toCollection(TreeSet::new));
        yield texts.isEmpty() ? new Cell.Missing() : new Cell.Several(List.copyOf(texts), 0);
      }
    };
  }

  private static Cell numeric(Measure measure, List<Cell> values) {
    TreeMap<Quantity.Dimension, List<Double>> byDimension = new TreeMap<>();
    for (Cell value : values) {
      value
          .quantity()
          .ifPresent(
              quantity ->
                  byDimension
                      .computeIfAbsent(quantity.dimension(), none -> new ArrayList<>())
                      .add(quantity.value().doubleValue()));
    }
    if (byDimension.isEmpty()) {
      return new Cell.Missing();
    }
    int most = byDimension.values().stream().mapToInt(List::size).max().orElseThrow();
    Map.Entry<Quantity.Dimension, List<Double>> main =
        byDimension.entrySet().stream()
            .filter(each -> each.getValue().size() == most)
            .findFirst()
            .orElseThrow();
    List<Double> sorted = main.getValue().stream().sorted().toList();
    double sum = sorted.stream().mapToDouble(Double::doubleValue).sum();
    double result =
        switch (measure.function()) {
          case SUM -> sum;
          case AVERAGE -> sum / sorted.size();
          default ->
              sorted.get(Math.max(1, (int) Math.ceil(measure.percent() / 100 * sorted.size())) - 1);
        };
    return new Cell.Numeric(result, main.getKey());
  }

  /** Text only where there is nothing that measures. */
  private static Cell extreme(List<Cell> values, Comparator<Cell> order, String field) {
    boolean level = field.equals("level");
    List<Cell> measures =
        values.stream()
            .filter(
                cell ->
                    !(cell instanceof Cell.Text)
                        || cell.quantity().isPresent()
                        || (level && dev.clew.event.Severity.ofWord(cell.text()).isPresent()))
            .map(
                cell ->
                    cell.quantity()
                        .<Cell>map(q -> new Cell.Numeric(q.value().doubleValue(), q.dimension()))
                        .orElse(cell))
            .toList();
    return (measures.isEmpty() ? values : measures).stream().max(order).orElse(new Cell.Missing());
  }

  private static Cell edge(String field, Collection<Row> group, boolean last) {
    List<Row> having = new ArrayList<>();
    for (Row row : group) {
      if (!row.values(field).isEmpty()) {
        having.add(row);
      }
    }
    having.sort(Row::compareTime);
    return having.isEmpty()
        ? new Cell.Missing()
        : (last ? having.getLast() : having.getFirst()).cell(field);
  }

  private void top(Pipe.Top top) {
    List<Key> keys = top.fields().stream().<Key>map(Key.ByField::new).toList();
    List<Row> having =
        rows.stream()
            .filter(row -> top.fields().stream().noneMatch(field -> row.values(field).isEmpty()))
            .toList();
    Comparator<Map.Entry<List<Cell>, List<Row>>> order = order(keys);
    if (top.rarest()) {
      order =
          Comparator.<Map.Entry<List<Cell>, List<Row>>>comparingInt(each -> each.getValue().size())
              .thenComparing(order);
    }
    List<List<Cell>> table = new ArrayList<>();
    grouped(keys, having).entrySet().stream()
        .sorted(order)
        .limit(top.limit())
        .forEach(
            group -> {
              List<Cell> cells = new ArrayList<>(group.getKey());
              cells.add(Cell.count(group.getValue().size()));
              double percent = 100.0 * group.getValue().size() / having.size();
              cells.add(new Cell.Numeric(percent, Quantity.Dimension.PERCENT));
              table.add(cells);
            });
    List<String> names = new ArrayList<>(top.fields());
    names.addAll(List.of("count", "percent"));
    become(names, table);
  }

  private void timechart(Pipe.Timechart chart) {
    Map<String, List<Row>> series = series(chart);
    List<Row> timed = rows.stream().filter(row -> row.cell("time") instanceof Cell.Time).toList();
    TreeMap<Long, List<Row>> steps = new TreeMap<>();
    for (Row row : timed) {
      steps.computeIfAbsent(start(row, chart.span()), none -> new ArrayList<>()).add(row);
    }
    if (!steps.isEmpty()) {
      long step = grid.of(chart.span()).stepNanos();
      for (long at = steps.firstKey(); at < steps.lastKey(); at += step) {
        steps.computeIfAbsent(at, none -> List.of());
      }
    }
    List<String> names = new ArrayList<>(List.of("time"));
    for (String name : series.keySet()) {
      for (Measure measure : chart.measures()) {
        String shown = name.isEmpty() ? "(none)" : name;
        names.add(
            chart.by().isEmpty()
                ? measure.name()
                : chart.measures().size() == 1 ? shown : measure.name() + ": " + shown);
      }
    }
    List<List<Cell>> table = new ArrayList<>();
    steps.forEach(
        (start, inside) -> {
          List<Cell> cells = new ArrayList<>(List.of(new Cell.Time(start)));
          for (List<Row> one : series.values()) {
            List<Row> both =
                one.stream()
                    .filter(
                        row ->
                            row.cell("time") instanceof Cell.Time
                                && start(row, chart.span()) == start)
                    .toList();
            chart.measures().forEach(measure -> cells.add(measured(measure, both)));
          }
          table.add(cells);
        });
    become(names, table);
  }

  private long start(Row row, Span span) {
    return grid.of(span).start(((Cell.Time) row.cell("time")).epochNanos());
  }

  /** The rows of each series, a row once for each of its values. */
  private Map<String, List<Row>> series(Pipe.Timechart chart) {
    Map<String, List<Row>> series = new LinkedHashMap<>();
    if (chart.by().isEmpty()) {
      series.put("", rows);
      return series;
    }
    Map<List<Cell>, List<Row>> byValue = grouped(List.of(new Key.ByField(chart.by())), rows);
    CellOrder order = new CellOrder(chart.by());
    List<List<Cell>> values = new ArrayList<>(byValue.keySet());
    values.sort(
        Comparator.<List<Cell>>comparingInt(value -> byValue.get(value).size())
            .reversed()
            .thenComparing(value -> value.get(0), order)
            .thenComparing(value -> value.get(0).text()));
    List<List<Cell>> shown =
        new ArrayList<>(values.subList(0, Math.min(chart.series(), values.size())));
    shown.sort(
        Comparator.<List<Cell>, Cell>comparing(value -> value.get(0), order)
            .thenComparing(value -> value.get(0).text()));
    shown.forEach(value -> series.put(value.get(0).text(), byValue.get(value)));
    List<Row> others = new ArrayList<>();
    for (Row row : rows) {
      for (List<Cell> value : combinations(List.of(new Key.ByField(chart.by())), row)) {
        if (!shown.contains(value)) {
          others.add(row);
        }
      }
    }
    if (values.size() > shown.size()) {
      series.put("OTHER", others);
    }
    return series;
  }

  private void sort(Pipe.Sort sort) {
    Comparator<Row> order = Comparator.comparing(row -> row.getClass().getName());
    for (Pipe.SortKey key : sort.keys()) {
      Comparator<Cell> cells = new CellOrder(key.field());
      Comparator<Cell> missingLast =
          Comparator.<Cell, Boolean>comparing(Cell.Missing.class::isInstance)
              .thenComparing(key.descending() ? cells.reversed() : cells);
      order = order.thenComparing(row -> row.cell(key.field()), missingLast);
    }
    rows = rows.stream().sorted(order).toList();
  }

  private void fields(List<String> names) {
    become(names, rows.stream().map(row -> names.stream().map(row::cell).toList()).toList());
  }

  private void dedup(List<String> fields) {
    Set<List<String>> seen = new HashSet<>();
    rows =
        rows.stream()
            .filter(row -> fields.stream().noneMatch(field -> row.values(field).isEmpty()))
            .filter(row -> seen.add(fields.stream().map(field -> row.cell(field).text()).toList()))
            .toList();
  }

  private void rex(Pipe.Rex rex) {
    Extraction extraction = new Extraction(rex.expression());
    List<String> names = new ArrayList<>(columns);
    names.removeAll(extraction.names());
    names.addAll(extraction.names());
    List<Row> all = new ArrayList<>();
    List<List<Cell>> table = new ArrayList<>();
    for (Row row : rows) {
      List<String> texts =
          rex.field().isEmpty()
              ? List.of(row.text())
              : row.values(rex.field()).stream().map(Cell::text).toList();
      Map<String, String> found =
          texts.stream()
              .map(extraction::first)
              .filter(each -> !each.isEmpty())
              .findFirst()
              .orElse(Map.of());
      if (row instanceof EventRow event) {
        all.add(event.with(found));
      } else {
        table.add(
            names.stream()
                .map(
                    name ->
                        extraction.names().contains(name)
                            ? Cell.of(found.getOrDefault(name, ""))
                            : row.cell(name))
                .toList());
      }
    }
    rows = all;
    if (!columns.isEmpty()) {
      become(names, table);
    }
  }

  private void become(List<String> names, List<List<Cell>> table) {
    columns = names;
    List<Column> made = names.stream().map(Column::key).toList();
    rows = table.stream().<Row>map(cells -> new TableRow(made, cells)).toList();
  }
}

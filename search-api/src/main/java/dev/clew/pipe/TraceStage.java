// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe;

import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import dev.clew.pipe.stage.Stage;
import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.Row;
import dev.clew.pipe.table.TableRow;
import dev.clew.query.Quantity.Dimension;
import dev.clew.query.Query;
import dev.clew.store.Cursor;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A row for each value of a field: all events of the range that have it, also those that the query
 * did not find.
 */
final class TraceStage extends Stage {
  private static final int MOST_UNITS = 1_000;
  private static final int BATCH = 100;
  private static final int PAGE = 4_096;

  private final String key;
  private final Plan plan;
  private final Stage next;
  private final Map<String, Unit> units = new LinkedHashMap<>();
  private long lacking;
  private boolean more;

  TraceStage(String key, Plan plan, Stage next) {
    this.key = key;
    this.plan = plan;
    this.next = next;
  }

  /** What is known of one value. */
  private static final class Unit {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    long count;
    Severity worst = Severity.UNSPECIFIED;
    final TreeSet<String> services = new TreeSet<>();

    void add(LogEvent event) {
      first = Math.min(first, event.time().epochNanos());
      last = Math.max(last, event.time().epochNanos());
      count++;
      worst = event.severity().compareTo(worst) > 0 ? event.severity() : worst;
      if (event.service() != null) {
        services.add(event.service());
      }
    }
  }

  @Override
  public void start(List<Column> columns) {}

  @Override
  public void row(Row row) {
    List<Cell> values = row.values(key);
    lacking += values.isEmpty() ? 1 : 0;
    for (Cell value : values) {
      if (units.size() < MOST_UNITS) {
        units.computeIfAbsent(value.text(), none -> new Unit());
      } else {
        more |= !units.containsKey(value.text());
      }
    }
  }

  @Override
  public boolean full() {
    return more;
  }

  @Override
  public void end() {
    List<String> names = new ArrayList<>(units.keySet());
    for (int from = 0; from < names.size(); from += BATCH) {
      read(names.subList(from, Math.min(from + BATCH, names.size())));
    }
    if (more) {
      plan.work().leaveOut("only the first %,d values of %s are shown".formatted(MOST_UNITS, key));
    }
    if (lacking > 0) {
      plan.work().note("%,d events have no %s".formatted(lacking, key));
    }
    List<Column> columns =
        List.of(
            Column.key(key),
            Column.time("start"),
            Column.measure("duration", false),
            Column.measure("count", false),
            Column.measure("level", false),
            Column.key("services"));
    next.start(columns);
    units.forEach((name, unit) -> next.row(row(columns, name, unit)));
    next.end();
  }

  private void read(List<String> names) {
    Query any = Query.or(names.stream().<Query>map(name -> new Query.Is(key, name)).toList());
    Selection selection = new Selection(any, plan.selection().range());
    Optional<Cursor> after = Optional.empty();
    do {
      if (plan.until().passed()) {
        plan.work().leaveOut("stopped when time was up: some units lack events");
        return;
      }
      Page page = plan.store().search(selection, Order.OLDEST_FIRST, after, PAGE);
      for (LogEvent event : page.events()) {
        for (String value : event.field(key)) {
          // the query does not tell upper from lower case, a unit does
          Unit unit = units.get(value);
          if (unit != null && names.contains(value)) {
            unit.add(event);
          }
        }
      }
      after = page.next();
    } while (after.isPresent());
  }

  private static TableRow row(List<Column> columns, String name, Unit unit) {
    boolean empty = unit.count == 0;
    Cell none = new Cell.Missing();
    return new TableRow(
        columns,
        List.of(
            new Cell.Text(name),
            empty ? none : new Cell.Time(unit.first),
            empty ? none : new Cell.Numeric((double) (unit.last - unit.first), Dimension.TIME),
            Cell.count(unit.count),
            unit.worst == Severity.UNSPECIFIED
                ? none
                : new Cell.Text(unit.worst.name().toLowerCase(Locale.ROOT)),
            unit.services.isEmpty() ? none : new Cell.Several(List.copyOf(unit.services), 0)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe;

import dev.clew.correlate.join.JoinSearch;
import dev.clew.correlate.join.Joins;
import dev.clew.correlate.join.Joins.JoinKey;
import dev.clew.pipe.stage.Stage;
import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.TableRow;
import dev.clew.query.Quantity.Dimension;
import java.util.List;

/**
 * The values by which the services of a selection can be joined: a row for each key, best first.
 */
final class JoinSource {
  private static final double PERCENT = 100;

  private final Plan plan;

  JoinSource(Plan plan) {
    this.plan = plan;
  }

  void feed(Stage stage) {
    Joins joins = new JoinSearch(plan.store()).find(plan.selection(), plan.until());
    // shares of a sample are estimates of those of all events
    List<Column> columns = columns(joins.sample().isPart());
    stage.start(columns);
    joins.keys().forEach(key -> stage.row(row(key, columns)));
    notes(joins);
    stage.end();
  }

  private void notes(Joins joins) {
    if (joins.sample().isPart()) {
      plan.work()
          .note(
              "%,d of %,d events were read, in %d stretches of time"
                  .formatted(
                      joins.sample().read(),
                      joins.sample().total().value(),
                      joins.sample().stretches()));
    }
    if (!joins.sample().complete()) {
      plan.work().leaveOut("a part of the events could not be read, or not in time");
    }
    if (joins.left() > 0) {
      plan.work()
          .leaveOut("%,d values were left out: give a shorter range".formatted(joins.left()));
    }
    if (!joins.rejected().isEmpty()) {
      plan.work()
          .note(
              "%,d pairs of places share values by which they should not be joined: see clew joins"
                  .formatted(joins.rejected().size()));
    }
  }

  private static List<Column> columns(boolean estimated) {
    return List.of(
        Column.key("key"),
        Column.measure("score", estimated),
        Column.measure("joins", estimated),
        Column.measure("joined", estimated),
        Column.measure("values", estimated),
        Column.measure("false", estimated),
        Column.measure("within", estimated),
        Column.key("services"),
        Column.key("example"));
  }

  private static TableRow row(JoinKey key, List<Column> columns) {
    return new TableRow(
        columns,
        List.of(
            Cell.of(key.name()),
            new Cell.Numeric(key.score(), Dimension.NUMBER),
            new Cell.Numeric(PERCENT * key.coverage(), Dimension.PERCENT),
            Cell.count(key.joined()),
            Cell.count(key.values()),
            new Cell.Numeric(PERCENT * key.falseJoins(), Dimension.PERCENT),
            new Cell.Numeric(key.spreadNanos(), Dimension.TIME),
            new Cell.Several(key.services(), 0),
            Cell.of(key.example())));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.stage;

import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.Row;
import dev.clew.query.pipe.Condition;
import java.util.List;
import java.util.function.Predicate;

/** Passes rows on for which something holds. */
public final class WhereStage extends Stage {
  private final Predicate<Row> condition;
  private final Stage next;

  public WhereStage(Predicate<Row> condition, Stage next) {
    this.condition = condition;
    this.next = next;
  }

  /** Passes rows on for which {@code condition} holds. */
  public static WhereStage of(Condition condition, Stage next) {
    return new WhereStage(row -> Conditions.holds(condition, row), next);
  }

  @Override
  public void start(List<Column> columns) {
    next.start(columns);
  }

  @Override
  public void row(Row row) {
    if (condition.test(row)) {
      next.row(row);
    }
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

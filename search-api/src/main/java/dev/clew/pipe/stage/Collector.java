// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.stage;

import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.Row;
import dev.clew.pipe.table.Table;
import java.util.ArrayList;
import java.util.List;

/** The end of every pipeline: keeps the rows that come out. */
public final class Collector extends Stage {
  private final Work work;
  private final boolean series;
  private final List<Row> rows = new ArrayList<>();
  private List<Column> columns = List.of();
  private long leftOut;
  private boolean cut;

  /** Collects a chart's steps when {@code series}. */
  public Collector(boolean series, Work work) {
    this.series = series;
    this.work = work;
  }

  @Override
  public void start(List<Column> start) {
    this.columns = start;
  }

  @Override
  public void row(Row row) {
    if (!cut && rows.size() < work.limits().rows() && work.room().take(row.weight())) {
      rows.add(row);
    } else {
      // a later, lighter row would leave a gap that nobody sees
      cut = true;
      leftOut++;
    }
  }

  @Override
  public boolean full() {
    return cut;
  }

  @Override
  public void end() {
    if (leftOut > 0) {
      work.leaveOut(
          columns.isEmpty()
              ? "cut after %,d rows; there are more".formatted(rows.size())
              : "cut after %,d rows of %,d at least".formatted(rows.size(), rows.size() + leftOut));
    }
  }

  /** What came out. */
  public Table table() {
    return new Table(columns, rows, series, work.complete(), work.notes());
  }
}

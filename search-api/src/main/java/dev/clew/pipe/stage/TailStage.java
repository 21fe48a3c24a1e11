// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.stage;

import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.Row;
import java.util.ArrayDeque;
import java.util.List;

/** Passes the last rows on. */
public final class TailStage extends Stage {
  private final ArrayDeque<Row> kept = new ArrayDeque<>();
  private final int most;
  private final Work work;
  private final Stage next;
  private long rows;

  public TailStage(int most, Work work, Stage next) {
    this.most = most;
    this.work = work;
    this.next = next;
  }

  @Override
  public void start(List<Column> columns) {
    next.start(columns);
  }

  @Override
  public void row(Row row) {
    rows++;
    int allowed = Math.min(most, work.limits().rows());
    boolean fits = work.room().take(row.weight());
    while (!kept.isEmpty() && (kept.size() >= allowed || !fits)) {
      work.room().give(kept.removeFirst().weight());
      fits = fits || work.room().take(row.weight());
    }
    if (fits) {
      kept.addLast(row);
    }
  }

  @Override
  public void end() {
    if (kept.size() < Math.min(most, rows)) {
      work.leaveOut(
          "tail kept the last %,d of %,d rows".formatted(kept.size(), Math.min(most, rows)));
    }
    for (Row row : kept) {
      if (next.full()) {
        break;
      }
      next.row(row);
    }
    next.end();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.stage;

import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.Row;
import java.util.List;

/** Passes the first rows on. */
public final class HeadStage extends Stage {
  private final int most;
  private final Stage next;
  private int passed;

  public HeadStage(int most, Stage next) {
    this.most = most;
    this.next = next;
  }

  @Override
  public void start(List<Column> columns) {
    next.start(columns);
  }

  @Override
  public void row(Row row) {
    if (passed < most) {
      passed++;
      next.row(row);
    }
  }

  @Override
  public boolean full() {
    return passed >= most || next.full();
  }

  @Override
  public void end() {
    next.end();
  }
}

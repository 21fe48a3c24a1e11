// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.stage;

import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.Row;
import java.util.List;

/**
 * Takes rows and passes rows on. {@link #start} comes once, first; {@link #end} once, last.
 *
 * <p>An empty list of columns says that the rows are events.
 */
public abstract class Stage {
  /** What the rows to come look like. */
  public abstract void start(List<Column> columns);

  /** One more row. */
  public abstract void row(Row row);

  /** True when further rows change nothing any more. */
  public boolean full() {
    return false;
  }

  /** There are no more rows. */
  public abstract void end();
}

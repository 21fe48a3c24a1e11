// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.measure;

import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Row;

/** How many rows there are, or how many have a field. */
final class CountTally implements Tally {
  private final String field;
  private long count;

  CountTally(String field) {
    this.field = field;
  }

  @Override
  public void add(Row row, long times) {
    if (field.isEmpty() || !row.values(field).isEmpty()) {
      count += times;
    }
  }

  @Override
  public void merge(Tally other) {
    count += Tally.same(CountTally.class, other).count;
  }

  @Override
  public Cell result() {
    return Cell.count(count);
  }
}

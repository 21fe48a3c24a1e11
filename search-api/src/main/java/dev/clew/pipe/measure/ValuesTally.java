// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.measure;

import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Row;
import java.util.List;
import java.util.TreeSet;

/** The different values, sorted: the first ones, and how many more there are. */
final class ValuesTally implements Tally {
  private final String field;
  private final Room room;
  private final TreeSet<String> shown = new TreeSet<>();
  private final DistinctTally all;

  ValuesTally(String field, Room room) {
    this.field = field;
    this.room = room;
    this.all = new DistinctTally(field, room);
  }

  @Override
  public void add(Row row, long times) {
    for (Cell cell : row.values(field)) {
      all.add(cell.text());
      show(cell.text());
    }
  }

  private void show(String text) {
    shown.add(text);
    if (shown.size() > room.limits().cellValues()) {
      shown.pollLast();
    }
  }

  @Override
  public void merge(Tally other) {
    ValuesTally that = Tally.same(ValuesTally.class, other);
    all.merge(that.all);
    that.shown.forEach(this::show);
  }

  @Override
  public Cell result() {
    return shown.isEmpty()
        ? new Cell.Missing()
        : new Cell.Several(List.copyOf(shown), Math.max(0, all.count() - shown.size()));
  }

  @Override
  public boolean estimated() {
    return all.estimated();
  }
}

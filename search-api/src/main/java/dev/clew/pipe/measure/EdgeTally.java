// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.measure;

import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.EventRow;
import dev.clew.pipe.table.Row;
import dev.clew.store.Cursor;
import org.jspecify.annotations.Nullable;

/** The value of the earliest or the latest event that has one; of other rows, the first or last. */
final class EdgeTally implements Tally {
  private final String field;
  private final int direction;
  private final Room room;
  private Cell value = new Cell.Missing();
  private @Nullable Cursor place;
  private long arrival;

  /** The latest when {@code direction} is 1, the earliest when it is -1. */
  EdgeTally(String field, int direction, Room room) {
    this.field = field;
    this.direction = direction;
    this.room = room;
  }

  @Override
  public void add(Row row, long times) {
    Cell cell = row.cell(field);
    if (!(cell instanceof Cell.Missing)) {
      add(cell, row instanceof EventRow event ? Cursor.after(event.event()) : null, room.arrival());
    }
  }

  private void add(Cell cell, @Nullable Cursor at, long arrived) {
    boolean none = value instanceof Cell.Missing;
    int order = at == null || place == null ? Long.compare(arrived, arrival) : at.compareTo(place);
    if (none || order * direction > 0) {
      value = cell;
      place = at;
      arrival = arrived;
    }
  }

  @Override
  public void merge(Tally other) {
    EdgeTally that = Tally.same(EdgeTally.class, other);
    if (!(that.value instanceof Cell.Missing)) {
      add(that.value, that.place, that.arrival);
    }
  }

  @Override
  public Cell result() {
    return value;
  }
}

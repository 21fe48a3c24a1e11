// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.measure;

import dev.clew.event.Severity;
import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.CellOrder;
import dev.clew.pipe.table.Row;
import dev.clew.query.FieldKind;
import dev.clew.query.Quantity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The smallest or the largest value: of levels by severity, of numbers and times by size. Text
 * counts only where there is nothing else.
 */
final class ExtremeTally implements Tally {
  private final String field;
  private final int direction;
  private final CellOrder order;
  private @Nullable Cell measured;
  private @Nullable Cell text;
  private long texts;

  /** The largest when {@code direction} is 1, the smallest when it is -1. */
  ExtremeTally(String field, int direction) {
    this.field = field;
    this.direction = direction;
    this.order = new CellOrder(field);
  }

  @Override
  public void add(Row row, long times) {
    for (Cell cell : row.values(field)) {
      add(cell, times);
    }
  }

  private void add(Cell cell, long times) {
    boolean level =
        FieldKind.of(field) == FieldKind.LEVEL && Severity.ofWord(cell.text()).isPresent();
    Optional<Quantity> quantity = cell instanceof Cell.Text ? cell.quantity() : Optional.empty();
    if (quantity.isPresent()) {
      Quantity found = quantity.get();
      measured = better(measured, new Cell.Numeric(found.value().doubleValue(), found.dimension()));
    } else if (level || cell instanceof Cell.Time || cell instanceof Cell.Numeric) {
      measured = better(measured, cell);
    } else {
      text = better(text, cell);
      texts += times;
    }
  }

  private Cell better(@Nullable Cell best, Cell cell) {
    return best == null || order.compare(cell, best) * direction > 0 ? cell : best;
  }

  @Override
  public void merge(Tally other) {
    ExtremeTally that = Tally.same(ExtremeTally.class, other);
    measured = that.measured == null ? measured : better(measured, that.measured);
    text = that.text == null ? text : better(text, that.text);
    texts += that.texts;
  }

  @Override
  public Cell result() {
    Cell best = measured == null ? text : measured;
    return best == null ? new Cell.Missing() : best;
  }

  @Override
  public long skipped() {
    return measured == null ? 0 : texts;
  }
}

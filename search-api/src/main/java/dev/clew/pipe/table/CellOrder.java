// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.table;

import dev.clew.event.Severity;
import dev.clew.query.Comparing;
import dev.clew.query.FieldKind;
import dev.clew.query.Quantity;
import dev.clew.query.Quantity.Dimension;
import dev.clew.query.Words;
import java.util.Comparator;
import java.util.Optional;

/**
 * A total order over the cells of one field: levels by severity, numbers by size (with units),
 * times, then text in natural order ({@code 1.9} before {@code 1.10}), and nothing last.
 */
public final class CellOrder implements Comparator<Cell> {
  private final boolean levels;
  private final boolean numbers;

  /** The order of the values of {@code field}. */
  public CellOrder(String field) {
    this.levels = FieldKind.of(field) == FieldKind.LEVEL;
    this.numbers = !levels && !field.equals("version") && !field.equals("service.version");
  }

  /** What a cell is compared by. */
  private record Place(int rank, double number, long time, String text) {}

  @Override
  public int compare(Cell left, Cell right) {
    Place a = place(left);
    Place b = place(right);
    int order = Integer.compare(a.rank, b.rank);
    order = order != 0 ? order : Double.compare(a.number, b.number);
    order = order != 0 ? order : Long.compare(a.time, b.time);
    order = order != 0 ? order : Comparing.natural(Words.fold(a.text), Words.fold(b.text));
    return order != 0 ? order : a.text.compareTo(b.text);
  }

  private Place place(Cell cell) {
    return switch (cell) {
      case Cell.Missing missing -> new Place(9, 0, 0, "");
      case Cell.Time time -> new Place(5, 0, time.epochNanos(), "");
      case Cell.Numeric number -> new Place(rank(number.dimension()), number.value(), 0, "");
      case Cell.Several several -> text(several.text());
      case Cell.Text text -> text(text.text());
    };
  }

  private Place text(String text) {
    if (levels) {
      Optional<Severity> level = Severity.ofWord(text);
      if (level.isPresent()) {
        return new Place(0, level.get().number(), 0, "");
      }
    }
    Optional<Quantity> quantity = numbers ? Quantity.of(text) : Optional.empty();
    return quantity.isPresent()
        ? new Place(rank(quantity.get().dimension()), quantity.get().value().doubleValue(), 0, "")
        : new Place(6, 0, 0, text);
  }

  /** A bare number counts bytes where it meets sizes. */
  private static int rank(Dimension dimension) {
    return switch (dimension) {
      case NUMBER, SIZE -> 1;
      case TIME -> 2;
      case PERCENT -> 3;
    };
  }
}

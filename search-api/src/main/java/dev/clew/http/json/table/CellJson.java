// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.table;

import dev.clew.event.EventTime;
import dev.clew.pipe.table.Cell;
import dev.clew.query.Quantity.Dimension;
import org.jspecify.annotations.Nullable;

/** A cell of a table as JSON. */
public final class CellJson {
  private static final double WHOLE = 1L << 53;

  private CellJson() {}

  /** Text, a number, a time, a list of texts or null; a number with a unit as text. */
  public static @Nullable Object of(Cell cell) {
    return switch (cell) {
      case Cell.Missing missing -> null;
      case Cell.Text text -> text.text();
      case Cell.Time time -> EventTime.instant(time.epochNanos()).toString();
      case Cell.Several several -> several.texts();
      case Cell.Numeric number ->
          number.dimension() == Dimension.NUMBER ? number(number.value()) : number.text();
    };
  }

  /** A whole number without a point; null for what JSON cannot say. */
  static @Nullable Object number(double value) {
    if (!Double.isFinite(value)) {
      return null;
    }
    if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
      return (long) value;
    }
    return value;
  }
}

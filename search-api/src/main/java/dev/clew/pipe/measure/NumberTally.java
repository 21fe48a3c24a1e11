// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.measure;

import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Row;
import dev.clew.query.Quantity;
import dev.clew.query.Quantity.Dimension;
import dev.clew.query.pipe.Measure;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sum, an average or a percentile. Numbers of different dimensions (durations, sizes, bare ones)
 * do not mix: the dimension that most values have is computed, the others are skipped, and so is
 * what is no number.
 */
final class NumberTally implements Tally {
  private final Measure measure;
  private final Room room;
  private final Map<Dimension, Numbers> byDimension = new EnumMap<>(Dimension.class);
  private long others;

  NumberTally(Measure measure, Room room) {
    this.measure = measure;
    this.room = room;
  }

  @Override
  public void add(Row row, long times) {
    for (Cell cell : row.values(measure.field())) {
      Optional<Quantity> quantity = cell.quantity();
      if (quantity.isPresent()) {
        of(quantity.get().dimension()).add(quantity.get().value().doubleValue(), times);
      } else {
        others += times;
      }
    }
  }

  private Numbers of(Dimension dimension) {
    return byDimension.computeIfAbsent(
        dimension, none -> new Numbers(measure.function() == Measure.Function.PERCENTILE, room));
  }

  @Override
  public void merge(Tally other) {
    NumberTally that = Tally.same(NumberTally.class, other);
    that.byDimension.forEach((dimension, numbers) -> of(dimension).merge(numbers));
    others += that.others;
  }

  @Override
  public Cell result() {
    Dimension dimension = main();
    Numbers numbers = dimension == null ? null : byDimension.get(dimension);
    if (dimension == null || numbers == null) {
      return new Cell.Missing();
    }
    double value =
        switch (measure.function()) {
          case SUM -> numbers.sum();
          case AVERAGE -> numbers.sum() / numbers.count();
          default -> numbers.percentile(measure.percent());
        };
    return new Cell.Numeric(value, dimension);
  }

  /** The dimension of most values, the first of equal ones. */
  private @Nullable Dimension main() {
    Dimension most = null;
    long count = 0;
    for (Map.Entry<Dimension, Numbers> each : byDimension.entrySet()) {
      if (each.getValue().count() > count) {
        most = each.getKey();
        count = each.getValue().count();
      }
    }
    return most;
  }

  @Override
  public boolean estimated() {
    Dimension dimension = main();
    Numbers numbers = dimension == null ? null : byDimension.get(dimension);
    return numbers != null && numbers.estimated();
  }

  @Override
  public long skipped() {
    Dimension main = main();
    long foreign =
        byDimension.entrySet().stream()
            .filter(each -> each.getKey() != main)
            .mapToLong(each -> each.getValue().count())
            .sum();
    return others + foreign;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.measure;

import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Row;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many different values there are: exactly while they can be kept, then about. */
final class DistinctTally implements Tally {
  private final String field;
  private final Room room;
  private final Set<String> exact = new HashSet<>();
  private @Nullable HyperLogLog sketch;
  private long taken;

  DistinctTally(String field, Room room) {
    this.field = field;
    this.room = room;
  }

  @Override
  public void add(Row row, long times) {
    for (Cell cell : row.values(field)) {
      add(cell.text());
    }
  }

  /** Counts a value in. */
  void add(String value) {
    if (sketch != null) {
      sketch.add(value);
    } else if (!exact.contains(value)) {
      long weight = 72 + (long) value.length();
      if (exact.size() < room.limits().exact() && room.take(weight)) {
        exact.add(value);
        taken += weight;
      } else {
        sketched().add(value);
      }
    }
  }

  private HyperLogLog sketched() {
    HyperLogLog made = sketch;
    if (made == null) {
      made = new HyperLogLog();
      exact.forEach(made::add);
      exact.clear();
      room.give(taken);
      room.take(HyperLogLog.BYTES);
      taken = 0;
      sketch = made;
    }
    return made;
  }

  @Override
  public void merge(Tally other) {
    DistinctTally that = Tally.same(DistinctTally.class, other);
    if (that.sketch != null) {
      sketched().merge(that.sketch);
    }
    that.exact.forEach(this::add);
  }

  /** How many. */
  long count() {
    return sketch == null ? exact.size() : sketch.estimate();
  }

  @Override
  public Cell result() {
    return Cell.count(count());
  }

  @Override
  public boolean estimated() {
    return sketch != null;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.measure;

import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Row;

/** Computes one measure over the rows of one group. */
public interface Tally {
  /** Counts {@code row} in, which stands for so many equal rows. */
  void add(Row row, long times);

  /** Counts in what {@code other}, a tally of the same measure, has seen. */
  void merge(Tally other);

  /** What came out so far. */
  Cell result();

  /** True when the result may be off. */
  default boolean estimated() {
    return false;
  }

  /** How many values could not be counted in, being of another kind than the others. */
  default long skipped() {
    return 0;
  }

  /** A fault of programming: only tallies of one measure are merged. */
  static <T extends Tally> T same(Class<T> type, Tally other) {
    return type.cast(other);
  }
}

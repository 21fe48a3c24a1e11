// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.stage;

import dev.clew.pipe.table.Row;

/** A stage that only looks at a few fields, so that a store may group and count for it. */
public interface CountStage {
  /** A row that stands for so many rows of equal values. */
  void rows(Row row, long times);
}

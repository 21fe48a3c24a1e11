// SPDX-License-Identifier: Apache-2.0
package dev.clew.bench.macro;

import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.util.function.ToLongBiFunction;

/**
 * Something asked of a store.
 *
 * @param name as the peers call it
 * @param selection what it looks at
 * @param answer the number that the answer is checked by: events of a page, or the total counted
 */
public record Question(
    String name, Selection selection, ToLongBiFunction<LogStore, Selection> answer) {

  /**
   * Asks it.
   *
   * @throws IllegalStateException when the answer is not complete and exact
   */
  public long ask(LogStore store) {
    return answer.applyAsLong(store, selection);
  }
}

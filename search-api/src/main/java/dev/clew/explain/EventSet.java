// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;

/**
 * A store and what of it is meant.
 *
 * @param store where the events are; stays open and is not closed here
 * @param selection which of them
 */
public record EventSet(LogStore store, Selection selection) {

  /** Every event of {@code store}. */
  public static EventSet all(LogStore store) {
    return new EventSet(store, new Selection(new Query.All(), TimeRange.ALL));
  }

  /** No event of {@code store}: the baseline of an incident that has none. */
  public static EventSet none(LogStore store) {
    return new EventSet(store, new Selection(new Query.All(), new TimeRange(0, 0)));
  }
}

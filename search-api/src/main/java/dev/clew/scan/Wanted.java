// SPDX-License-Identifier: Apache-2.0
package dev.clew.scan;

import dev.clew.event.TimeRange;
import dev.clew.store.Grouping.ByTime;
import dev.clew.store.Order;
import dev.clew.store.Selection;

/**
 * What a scan is to find.
 *
 * @param selection of which events
 * @param order which rows come first, and which end of the range is looked at first
 * @param limit most rows, 0 or more
 * @param step the steps of time that events are counted in
 * @param part what of the selection's range is to be looked at: it reaches to the far end
 */
public record Wanted(Selection selection, Order order, int limit, ByTime step, TimeRange part) {
  /** What is left of the range {@code after} a moment in the order of the scan. */
  public static TimeRange after(long moment, TimeRange range, Order order) {
    long border = Math.clamp(moment, range.from(), range.to());
    return order == Order.OLDEST_FIRST
        ? new TimeRange(border, range.to())
        : new TimeRange(range.from(), border);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast.member;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads events one by one: all of a small selection, of a larger one some of each of many equal
 * stretches of its time.
 *
 * @param count how many were read
 * @param whole true when those are all
 */
public record EventReading(long count, boolean whole) {
  /** Selections of up to so many events are read whole. */
  private static final int WHOLE = 6_000;

  /** Most events that are read of a larger one. */
  private static final int MOST = 3_000;

  private static final int STRETCHES = 30;

  /** Reads events of {@code selection}, oldest first, of which there are {@code total}. */
  public static EventReading of(
      LogStore store, Selection selection, long total, Until until, Consumer<LogEvent> taker) {
    if (total <= WHOLE) {
      Page page = page(store, selection, selection.range(), WHOLE);
      page.events().forEach(taker);
      return new EventReading(page.events().size(), page.complete() && page.next().isEmpty());
    }
    TimeRange range = selection.range();
    long step = Math.max(1, (range.to() - range.from()) / STRETCHES);
    long count = 0;
    for (long from = range.from(); from < range.to() && !until.passed(); from += step) {
      TimeRange part = new TimeRange(from, Math.min(range.to(), from + step));
      Page page = page(store, selection, part, MOST / STRETCHES);
      page.events().forEach(taker);
      count += page.events().size();
    }
    return new EventReading(count, false);
  }

  private static Page page(LogStore store, Selection selection, TimeRange range, int most) {
    return store.search(
        new Selection(selection.query(), range), Order.OLDEST_FIRST, Optional.empty(), most);
  }
}

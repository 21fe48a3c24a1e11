// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.window;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Cursor;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hands on single events where counts do not do: stack traces, spans, metrics. A set that is small
 * enough is read whole; of a larger one its errors and what lies around the onset.
 */
public final class DetailScan {
  /** Sets up to this size are read whole. */
  static final int WHOLE = 120_000;

  /** Of a larger one so many errors. */
  public static final int ERRORS = 20_000;

  /** And so many other events. */
  public static final int AROUND = 60_000;

  private static final long LEAD_NANOS = 60_000_000_000L;

  private DetailScan() {}

  /**
   * Reads, oldest first, what there is room for.
   *
   * @param onset where to read a large set; empty to read the end of it
   * @return false when events were left out
   */
  public static boolean read(Window window, Optional<Long> onset, Consumer<LogEvent> reader) {
    if (window.isEmpty()) {
      return true;
    }
    Selection all = window.selection();
    LogStore store = window.store();
    if (window.events() <= WHOLE) {
      page(store, all, WHOLE, reader);
      return true;
    }
    Query rest = new Query.Not(Window.ERRORS);
    page(store, window.narrowed(Window.ERRORS), ERRORS, reader);
    page(store, window.narrowed(rest, dense(window, onset)), AROUND, reader);
    return false;
  }

  /** From a minute before the onset, or the last part of the window that holds enough events. */
  private static TimeRange dense(Window window, Optional<Long> onset) {
    TimeRange range = window.range();
    double share = Math.min(1, (double) AROUND / window.events());
    long start =
        onset
            .map(nanos -> nanos - LEAD_NANOS)
            .orElseGet(() -> range.to() - (long) (share * window.nanos()));
    return new TimeRange(Math.min(range.to(), Math.max(range.from(), start)), range.to());
  }

  private static void page(
      LogStore store, Selection selection, int most, Consumer<LogEvent> reader) {
    Optional<Cursor> next = Optional.empty();
    int left = most;
    do {
      Page page =
          store.search(selection, Order.OLDEST_FIRST, next, Math.min(LogStore.MAX_LIMIT, left));
      page.events().forEach(reader);
      left -= page.events().size();
      next = page.next();
    } while (next.isPresent() && left > 0);
  }
}

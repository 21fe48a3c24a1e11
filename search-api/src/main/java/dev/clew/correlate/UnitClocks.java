// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate;

import dev.clew.correlate.clock.SkewSearch;
import dev.clew.correlate.clock.Skews;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.time.Duration;

/**
 * The clocks that a unit of work went by. One unit bounds them badly, so they are compared by all
 * requests of half an hour before and after it.
 *
 * @param range in which requests were looked at
 */
public record UnitClocks(TimeRange range, Skews skews) {
  private static final long AROUND = Duration.ofMinutes(30).toNanos();

  /** The clocks around {@code unit}, by events in {@code range} only. */
  public static UnitClocks find(LogStore store, Unit unit, TimeRange range, Until until) {
    TimeRange around = around(unit, range);
    return new UnitClocks(
        around, new SkewSearch(store).find(new Selection(new Query.All(), around), until));
  }

  private static TimeRange around(Unit unit, TimeRange range) {
    long from = unit.first() < range.from() + AROUND ? range.from() : unit.first() - AROUND;
    long to = unit.last() > range.to() - AROUND ? range.to() : unit.last() + AROUND;
    return new TimeRange(from, Math.max(from, to));
  }
}

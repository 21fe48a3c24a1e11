// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.reference;

import dev.clew.event.EventId;
import dev.clew.event.LogEvent;
import dev.clew.store.Count;
import dev.clew.store.Cursor;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.StoreStatus;
import dev.clew.store.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A store that takes its time over each question: as long as it is told, or until nobody waits. */
public final class SlowStore implements LogStore {
  private final LogStore inner;
  private final Duration each;
  private final Until until;

  /**
   * Answers as {@code inner} does, later. Closing it leaves {@code inner} open.
   *
   * @param each how much later
   */
  public SlowStore(LogStore inner, Duration each) {
    this(inner, each, Until.NEVER);
  }

  private SlowStore(LogStore inner, Duration each, Until until) {
    this.inner = inner;
    this.each = each;
    this.until = until;
  }

  @Override
  public LogStore waiting(Until sooner) {
    return new SlowStore(inner.waiting(sooner), each, () -> until.passed() || sooner.passed());
  }

  @Override
  public Page search(Selection selection, Order order, Optional<Cursor> after, int limit) {
    return rest() ? inner.search(selection, order, after, limit) : nothing();
  }

  @Override
  public Groups aggregate(Selection selection, List<Grouping> groupings, int limit) {
    return rest()
        ? inner.aggregate(selection, groupings, limit)
        : new Groups(List.of(), new Count(0, false), true);
  }

  private static Page nothing() {
    return new Page(List.of(), Optional.empty(), false);
  }

  /** False when nobody waits any more. */
  private boolean rest() {
    long end = System.nanoTime() + each.toNanos();
    while (System.nanoTime() < end) {
      if (until.passed()) {
        return false;
      }
      LockSupport.parkNanos(1_000_000);
    }
    return true;
  }

  @Override
  public void append(List<LogEvent> events, Map<String, String> bookmarks) {
    inner.append(events, bookmarks);
  }

  @Override
  public Map<String, String> bookmarks() {
    return inner.bookmarks();
  }

  @Override
  public void refresh() {
    inner.refresh();
  }

  @Override
  public Optional<LogEvent> find(EventId id) {
    return inner.find(id);
  }

  @Override
  public void expireBefore(Instant instant) {
    inner.expireBefore(instant);
  }

  @Override
  public StoreStatus status() {
    return inner.status();
  }

  @Override
  public void close() {
    // whoever opened the inner store closes it
  }
}

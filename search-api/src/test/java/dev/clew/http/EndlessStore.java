// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.event.EventId;
import dev.clew.event.LogEvent;
import dev.clew.store.Count;
import dev.clew.store.Cursor;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.ListLogStore;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.StoreStatus;
import dev.clew.store.Until;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A store whose answers take for ever: until nobody waits any more. */
final class EndlessStore implements LogStore {
  private final LogStore inner;
  private final Until until;
  private final AtomicInteger working;
  private final Runnable step;

  EndlessStore() {
    this(new ListLogStore(), Until.NEVER, new AtomicInteger(), EndlessStore::rest);
  }

  private EndlessStore(LogStore inner, Until until, AtomicInteger working, Runnable step) {
    this.inner = inner;
    this.until = until;
    this.working = working;
    this.step = step;
  }

  /** One whose answers keep a processor busy meanwhile. */
  static EndlessStore busy() {
    return new EndlessStore(
        new ListLogStore(), Until.NEVER, new AtomicInteger(), Thread::onSpinWait);
  }

  private static void rest() {
    LockSupport.parkNanos(1_000_000);
  }

  /** How many answers are being worked on. */
  int working() {
    return working.get();
  }

  @Override
  public LogStore waiting(Until sooner) {
    return new EndlessStore(inner, () -> until.passed() || sooner.passed(), working, step);
  }

  @Override
  public Page search(Selection selection, Order order, Optional<Cursor> after, int limit) {
    work();
    return new Page(List.of(), Optional.empty(), false);
  }

  @Override
  public Groups aggregate(Selection selection, List<Grouping> groupings, int limit) {
    work();
    return new Groups(List.of(), new Count(0, false), true);
  }

  private void work() {
    working.incrementAndGet();
    try {
      while (!until.passed()) {
        step.run();
      }
    } finally {
      working.decrementAndGet();
    }
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
    inner.close();
  }
}

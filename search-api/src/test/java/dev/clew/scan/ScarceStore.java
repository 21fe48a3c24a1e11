// SPDX-License-Identifier: Apache-2.0
package dev.clew.scan;

import dev.clew.event.EventId;
import dev.clew.event.LogEvent;
import dev.clew.query.Query;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A store that answers about few events at once, and works on questions about more of them until
 * nobody waits any more. Somebody who waits for ever is answered at once.
 */
public final class ScarceStore implements LogStore {
  private final LogStore inner;
  private final long most;
  private final Until until;
  private final boolean patient;
  private final AtomicInteger working;

  /**
   * @param most events of a range that is answered about at once
   */
  public ScarceStore(LogStore inner, long most) {
    this(inner, most, Until.NEVER, true, new AtomicInteger());
  }

  private ScarceStore(
      LogStore inner, long most, Until until, boolean patient, AtomicInteger working) {
    this.inner = inner;
    this.most = most;
    this.until = until;
    this.patient = patient;
    this.working = working;
  }

  /** How many questions are worked on. */
  public int working() {
    return working.get();
  }

  @Override
  public LogStore waiting(Until sooner) {
    return new ScarceStore(inner, most, () -> until.passed() || sooner.passed(), false, working);
  }

  /** False when nobody waited for the answer. */
  private boolean answers(Selection selection) {
    boolean about = selection.query() instanceof Query.All;
    if (patient || about) {
      return true;
    }
    Selection everything = new Selection(new Query.All(), selection.range());
    if (inner.aggregate(everything, List.of(), 1).total().value() > most) {
      work();
    }
    return !until.passed();
  }

  private void work() {
    working.incrementAndGet();
    try {
      while (!until.passed()) {
        LockSupport.parkNanos(1_000_000);
      }
    } finally {
      working.decrementAndGet();
    }
  }

  @Override
  public Page search(Selection selection, Order order, Optional<Cursor> after, int limit) {
    return answers(selection)
        ? inner.search(selection, order, after, limit)
        : new Page(List.of(), Optional.empty(), false);
  }

  @Override
  public Groups aggregate(Selection selection, List<Grouping> groupings, int limit) {
    return answers(selection)
        ? inner.aggregate(selection, groupings, limit)
        : new Groups(List.of(), new Count(0, false), false);
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

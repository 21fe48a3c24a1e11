// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.tail;

import dev.clew.event.EventId;
import dev.clew.event.LogEvent;
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
import java.util.concurrent.locks.ReentrantLock;

/** A store that tells {@link Arrivals} what is appended to it, once that is visible. */
public final class ArrivingLogStore implements LogStore {
  private final LogStore store;
  private final Arrivals arrivals;

  /** Held while writing, so that arrivals are told in the order of the store. */
  private final ReentrantLock writing = new ReentrantLock();

  public ArrivingLogStore(LogStore store, Arrivals arrivals) {
    this.store = store;
    this.arrivals = arrivals;
  }

  @Override
  public void append(List<LogEvent> events, Map<String, String> bookmarks) {
    write(
        () -> {
          store.append(events, bookmarks);
          arrivals.take(events);
        });
  }

  @Override
  public void refresh() {
    write(
        () -> {
          store.refresh();
          arrivals.publish();
        });
  }

  @Override
  public void expireBefore(Instant instant) {
    write(
        () -> {
          store.expireBefore(instant);
          arrivals.publish();
        });
  }

  /** A store that fails while it is written to has kept nothing since its last refresh (C12). */
  private void write(Runnable work) {
    writing.lock();
    boolean kept = false;
    try {
      work.run();
      kept = true;
    } finally {
      if (!kept) {
        arrivals.forget();
      }
      writing.unlock();
    }
  }

  @Override
  public Map<String, String> bookmarks() {
    return store.bookmarks();
  }

  @Override
  public Page search(Selection selection, Order order, Optional<Cursor> after, int limit) {
    return store.search(selection, order, after, limit);
  }

  @Override
  public Groups aggregate(Selection selection, List<Grouping> groupings, int limit) {
    return store.aggregate(selection, groupings, limit);
  }

  @Override
  public List<Groups> aggregateEach(
      Selection selection, List<List<Grouping>> groupings, int limit) {
    return store.aggregateEach(selection, groupings, limit);
  }

  @Override
  public LogStore waiting(Until until) {
    return new ArrivingLogStore(store.waiting(until), arrivals);
  }

  @Override
  public Optional<LogEvent> find(EventId id) {
    return store.find(id);
  }

  @Override
  public StoreStatus status() {
    return store.status();
  }

  @Override
  public void close() {
    store.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.inferred;

import dev.clew.change.Change;
import dev.clew.event.TimeRange;
import dev.clew.store.LogStore;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The changes that a store gives away now. They are looked for again when there are more events,
 * but never for more than a twentieth of the time. Thread-safe.
 */
public final class InferredChanges implements Supplier<List<Change>> {
  private static final int REST = 20;

  private final LogStore store;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Known known;

  /**
   * @param events how many the store held
   * @param until nanoseconds of {@link System#nanoTime} before which nothing is looked for again
   */
  private record Known(List<Change> changes, long events, long until) {}

  public InferredChanges(LogStore store) {
    this.store = store;
  }

  @Override
  public List<Change> get() {
    lock.lock();
    try {
      long events = store.status().events();
      long began = System.nanoTime();
      if (known == null || (known.events() != events && began - known.until() >= 0)) {
        List<Change> changes = Inferred.from(store, TimeRange.ALL).changes();
        long ended = System.nanoTime();
        known = new Known(changes, events, ended + REST * (ended - began));
      }
      return known.changes();
    } finally {
      lock.unlock();
    }
  }
}

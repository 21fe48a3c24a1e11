// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.inferred;

import dev.clew.change.Change;
import dev.clew.change.SameChange;
import dev.clew.event.TimeRange;
import dev.clew.store.LogStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Adds to what somebody told of what a store knows now: the changes that it gives away, and which
 * programs log on a host that was changed. It is asked again when there are more events, but never
 * for more than a twentieth of the time. Thread-safe.
 */
public final class InferredChanges implements UnaryOperator<List<Change>> {
  private static final int REST = 20;

  private final LogStore store;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Known known;

  /**
   * @param events how many the store held
   * @param until nanoseconds of {@link System#nanoTime} before which nothing is looked for again
   */
  private record Known(
      List<Change> inferred,
      Set<String> hosts,
      HostNeighbours neighbours,
      long events,
      long until) {}

  public InferredChanges(LogStore store) {
    this.store = store;
  }

  /** {@code told} with what is inferred from {@code store}, looked for once. */
  public static List<Change> join(List<Change> told, LogStore store, Inferred inferred) {
    return SameChange.join(
        HostNeighbours.of(store, HostNeighbours.hosts(told)).attach(told), inferred.changes());
  }

  @Override
  public List<Change> apply(List<Change> told) {
    Known now = known(HostNeighbours.hosts(told));
    return SameChange.join(now.neighbours().attach(told), now.inferred());
  }

  private Known known(Set<String> hosts) {
    lock.lock();
    try {
      long events = store.status().events();
      long began = System.nanoTime();
      Known last = known;
      boolean due = last == null || (last.events() != events && began - last.until() >= 0);
      if (due || !last.hosts().equals(hosts)) {
        List<Change> inferred =
            due ? Inferred.from(store, TimeRange.ALL).changes() : last.inferred();
        HostNeighbours neighbours = HostNeighbours.of(store, hosts);
        long ended = System.nanoTime();
        last = new Known(inferred, hosts, neighbours, events, ended + REST * (ended - began));
        known = last;
      }
      return last;
    } finally {
      lock.unlock();
    }
  }
}

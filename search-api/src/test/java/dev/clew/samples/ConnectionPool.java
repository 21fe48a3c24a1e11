// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import java.util.PriorityQueue;
import java.util.function.LongToIntFunction;

/** Checkout's pool of database connections: who gets one when, and who waits in vain. */
final class ConnectionPool {

  /** {@code db.pool.connection-timeout} of {@code config/checkout.yaml}. */
  static final long TIMEOUT = 3000;

  private final PriorityQueue<Long> busyUntil = new PriorityQueue<>();
  private final PriorityQueue<Long> waitingUntil = new PriorityQueue<>();
  private final LongToIntFunction size;

  /**
   * @param size how many connections there may be at a time
   */
  ConnectionPool(LongToIntFunction size) {
    this.size = size;
  }

  /** How many wait, the one that asks included. */
  int waiting() {
    return waitingUntil.size();
  }

  int size(long time) {
    return size.applyAsInt(time);
  }

  /** When a connection asked for at this time is there; negative when it never is. */
  long take(long time) {
    drop(busyUntil, time);
    drop(waitingUntil, time);
    int tooMany = busyUntil.size() - size(time);
    if (tooMany < 0) {
      return time;
    }
    Long[] ends = busyUntil.stream().sorted().toArray(Long[]::new);
    long free = ends[tooMany];
    waitingUntil.add(Math.min(free, time + TIMEOUT));
    return free - time > TIMEOUT ? -1 : free;
  }

  /** Holds the connection just taken until this time. */
  void holdUntil(long end) {
    busyUntil.add(end);
  }

  private static void drop(PriorityQueue<Long> times, long now) {
    while (!times.isEmpty() && times.peek() <= now) {
      times.poll();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.tail;

import dev.clew.event.LogEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The latest events that were appended, in the order of their arrival, which a store does not keep.
 * They can be seen once the store shows them. Only so many are kept, whoever still wants to read
 * them: whoever appends never waits. Thread-safe.
 */
public final class Arrivals {
  private static final int MOST = 16_384;
  private static final long MOST_BYTES = 16L << 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final String run = UUID.randomUUID().toString();

  /** Those published, then those that are not yet. */
  private final Deque<Arrival> kept = new ArrayDeque<>();

  private long bytes;
  private long last;
  private long published;
  private long publications;
  private boolean closed;
  private volatile boolean expected;

  /** Names this series of numbers: another process starts another. */
  String run() {
    return run;
  }

  /** From now on events are waited for: sources are followed. */
  public void expect() {
    expected = true;
  }

  /** Whether events are waited for. */
  public boolean areExpected() {
    return expected;
  }

  /** The events were appended, and nobody can see them yet. */
  void take(List<LogEvent> events) {
    lock.lock();
    try {
      for (LogEvent event : events) {
        last++;
        bytes += event.raw().length();
        kept.addLast(new Arrival(last, publications + 1, event));
        while (kept.size() > MOST || bytes > MOST_BYTES) {
          bytes -= kept.removeFirst().event().raw().length();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** What was taken is visible now. */
  void publish() {
    lock.lock();
    try {
      if (published < last) {
        published = last;
        publications++;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** What was taken since the last publication was not kept by the store. */
  void forget() {
    lock.lock();
    try {
      while (!kept.isEmpty() && kept.getLast().number() > published) {
        bytes -= kept.removeLast().event().raw().length();
      }
      last = published;
    } finally {
      lock.unlock();
    }
  }

  /** The number of the last that can be seen; 0 when there was none. */
  long published() {
    lock.lock();
    try {
      return published;
    } finally {
      lock.unlock();
    }
  }

  /** The number of the first that is kept, or would be if any was. */
  long oldest() {
    lock.lock();
    try {
      return kept.isEmpty() ? last + 1 : kept.getFirst().number();
    } finally {
      lock.unlock();
    }
  }

  /** How many publications there were. */
  long publications() {
    lock.lock();
    try {
      return publications;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Those that can be seen and are still kept, after {@code number} and up to {@code end}: the
   * first has a higher number than the next when others are gone.
   */
  List<Arrival> between(long number, long end) {
    lock.lock();
    try {
      List<Arrival> found = new ArrayList<>();
      for (Arrival arrival : kept) {
        if (arrival.number() > number && arrival.number() <= Math.min(end, published)) {
          found.add(arrival);
        }
      }
      return found;
    } finally {
      lock.unlock();
    }
  }

  /** Returns once there are some after {@code number}; false when there will be no more. */
  boolean awaitAfter(long number) throws InterruptedException {
    lock.lock();
    try {
      while (published <= number && !closed) {
        changed.await();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** Nobody waits for more from now on. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}

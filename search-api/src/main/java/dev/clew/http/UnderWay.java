// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.ask.Waiter;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Those whose questions are under way, and the end of them when a server stops. Thread-safe. */
final class UnderWay {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition fewer = lock.newCondition();
  private final Set<Waiter> waiters = new HashSet<>();

  /** Counts {@code waiter} among them until it is taken back. */
  void add(Waiter waiter) {
    lock.lock();
    try {
      waiters.add(waiter);
    } finally {
      lock.unlock();
    }
  }

  void remove(Waiter waiter) {
    lock.lock();
    try {
      waiters.remove(waiter);
      fewer.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns once there is none any more; those left after {@code grace} are told to end. */
  void end(Duration grace) {
    lock.lock();
    try {
      long left = grace.toNanos();
      while (!waiters.isEmpty() && left > 0) {
        left = fewer.awaitNanos(left);
      }
      for (Waiter waiter : waiters) {
        waiter.end("clew was told to end");
      }
      left = grace.toNanos();
      while (!waiters.isEmpty() && left > 0) {
        left = fewer.awaitNanos(left);
      }
    } catch (InterruptedException cut) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}

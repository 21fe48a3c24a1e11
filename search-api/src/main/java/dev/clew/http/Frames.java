// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.store.Until;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Frames on their way from the thread that finds them to the one that sends them. Where the reader
 * is slow, finding waits for it, no longer than for the answer: so nobody who reads slowly keeps
 * others from being answered. Thread-safe.
 */
final class Frames {
  /** So many bytes may wait; one frame more than that may be larger by itself. */
  private static final long MOST_BYTES = 1 << 20;

  private static final long LOOK_MILLIS = 100;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private final Until until;
  private long bytes;
  private boolean any;
  private boolean ended;
  private boolean unread;
  private @Nullable Throwable fault;

  /**
   * @param until how long finding waits for a reader
   */
  Frames(Until until) {
    this.until = until;
  }

  /** Takes a frame for the reader; one that nobody will read is dropped. */
  void add(byte[] frame) {
    lock.lock();
    try {
      while (bytes >= MOST_BYTES && !unread && !until.passed()) {
        changed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
      any = true;
      if (!unread) {
        waiting.addLast(frame);
        bytes += frame.length;
        changed.signalAll();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** True when a frame was added. */
  boolean begun() {
    lock.lock();
    try {
      return any;
    } finally {
      lock.unlock();
    }
  }

  /** Nothing follows. */
  void end() {
    end(null);
  }

  /** Nothing follows, since {@code reason} was thrown before there was any frame. */
  void end(@Nullable Throwable reason) {
    lock.lock();
    try {
      ended = true;
      fault = reason;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Nobody reads any more. */
  void leave() {
    lock.lock();
    try {
      unread = true;
      waiting.clear();
      bytes = 0;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The next frame; waits for it. Empty at the end. */
  Optional<byte[]> take() throws InterruptedException {
    lock.lock();
    try {
      while (waiting.isEmpty() && !ended) {
        changed.await();
      }
      if (waiting.isEmpty()) {
        return Optional.empty();
      }
      byte[] frame = waiting.removeFirst();
      bytes -= frame.length;
      changed.signalAll();
      return Optional.of(frame);
    } finally {
      lock.unlock();
    }
  }

  /** True when nothing waits at this moment, so that what was sent should be on its way. */
  boolean isEmpty() {
    lock.lock();
    try {
      return waiting.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** What was thrown before there was any frame. */
  Optional<Throwable> fault() {
    lock.lock();
    try {
      return Optional.ofNullable(fault);
    } finally {
      lock.unlock();
    }
  }
}

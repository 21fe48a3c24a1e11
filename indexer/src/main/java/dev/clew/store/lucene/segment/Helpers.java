// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.segment;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Threads that help with questions which take long. All questions of a store share them; one that
 * finds none free goes on alone. Thread-safe.
 */
public final class Helpers implements Closeable {
  private final long aloneNanos;
  private final Semaphore free;
  private final ExecutorService threads;

  /**
   * @param count most that work at a time, 0 or more
   * @param alone how long a question is answered without help: what is short is sooner done than
   *     shared
   */
  @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it but who goes first
  public Helpers(int count, Duration alone) {
    this.aloneNanos = alone.toNanos();
    this.free = new Semaphore(count);
    this.threads =
        Executors.newCachedThreadPool(
            Thread.ofPlatform()
                .daemon()
                // as those that ask: reading new events comes first
                .priority(Thread.MIN_PRIORITY)
                .name("clew-helper-", 1)
                .factory());
  }

  /** One piece of work. */
  @FunctionalInterface
  public interface Work<W, T> {
    void on(W worker, T item) throws IOException;
  }

  /** Starts on a question. */
  public Help help() {
    return new Help();
  }

  /** Helps no more. */
  @Override
  public void close() {
    threads.shutdown();
  }

  /** Help with one question, for the thread that asks. */
  public final class Help {
    private final long start = System.nanoTime();

    private Help() {}

    /** How many could work on this question now, from 1 on. */
    public int width() {
      return isLong() ? 1 + free.availablePermits() : 1;
    }

    private boolean isLong() {
      return System.nanoTime() - start > aloneNanos;
    }

    /**
     * Does the work on each of {@code items}, which are begun in their order. What a helper throws
     * is thrown here, after all have stopped.
     *
     * @param own what this thread works with
     * @param others makes what a helper works with
     */
    public <W, T> void share(List<T> items, W own, Supplier<W> others, Work<W, T> work)
        throws IOException {
      AtomicInteger next = new AtomicInteger();
      List<Future<?>> helping = new ArrayList<>();
      Throwable failure = null;
      try {
        for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
          while (isLong() && helping.size() < items.size() - i - 1 && free.tryAcquire()) {
            W worker = others.get();
            helping.add(enlist(() -> walk(items, next, worker, work)));
          }
          work.on(own, items.get(i));
        }
      } catch (Throwable e) {
        next.set(items.size());
        failure = e;
      }
      for (Future<?> each : helping) {
        Throwable more = failureOf(each);
        failure = more == null ? failure : IOUtils.useOrSuppress(failure, more);
      }
      if (failure != null) {
        throw IOUtils.rethrowAlways(failure);
      }
    }
  }

  /** Runs {@code task} with a place that was acquired for it. */
  private Future<?> enlist(Callable<?> task) {
    try {
      return threads.submit(
          () -> {
            try {
              return task.call();
            } finally {
              free.release();
            }
          });
    } catch (RejectedExecutionException e) {
      free.release();
      throw new AlreadyClosedException("there are no helpers any more", e);
    }
  }

  private static <W, T> Void walk(List<T> items, AtomicInteger next, W worker, Work<W, T> work)
      throws IOException {
    try {
      for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
        work.on(worker, items.get(i));
      }
    } finally {
      // one that failed has no answer to go on for
      next.set(items.size());
    }
    return null;
  }

  /** Waits for the end of a helper; what it threw, null when nothing. */
  private static @Nullable Throwable failureOf(Future<?> helping) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          helping.get();
          return null;
        } catch (ExecutionException e) {
          return e.getCause();
        } catch (InterruptedException e) {
          // it uses what the asking thread is about to close
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

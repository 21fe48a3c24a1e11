// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.admit;

import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Threads of the system for what is worked on. A question keeps a processor busy to its end: on
 * virtual threads, a few of them would leave no carrier to any other, and requests would not even
 * be read, refused or timed before those are done. How many there are at once is for the {@link
 * Admission} to say. They give way to the thread that reads logs, where the JVM tells the system
 * so: an answer that waits is late, a log that is not read is an answer that is wrong. Thread-safe.
 */
public final class Workers implements AutoCloseable {
  // nothing is wrong where the system does not care: reading logs is only later then
  @SuppressWarnings("ThreadPriorityCheck")
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          Thread.ofPlatform()
              .name("question ", 1)
              .daemon(true)
              .priority(Thread.MIN_PRIORITY)
              .factory());

  /**
   * What {@code work} gives, as it throws; waits for it.
   *
   * @throws Problem when the thread is interrupted meanwhile; the work goes on to its end
   */
  public <T> T call(Supplier<T> work) {
    try {
      return threads.submit(work::get).get();
    } catch (ExecutionException failed) {
      throw unchecked(failed);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw stopping();
    }
  }

  /**
   * Begins {@code work}, which throws nothing.
   *
   * @throws Problem when no more work is taken
   */
  public void start(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException closed) {
      throw stopping();
    }
  }

  private static Problem stopping() {
    return new Problem(
        ProblemType.STOPPING, "the server was told to end", "start clew again, then ask again");
  }

  private static RuntimeException unchecked(ExecutionException failed) {
    if (failed.getCause() instanceof Error error) {
      throw error;
    }
    return failed.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(failed);
  }

  /** Takes no more work. */
  @Override
  public void close() {
    threads.shutdown();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.field;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers about something that changes. Nobody waits long: while an answer is being made, the one
 * before stands in for it, and says that it is old. Thread-safe.
 */
final class Latest<K, V> {
  private final Map<K, Kept<V>> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final int most;
  private final Executor workers;

  /**
   * Keeps the {@code most} answers that were asked for last.
   *
   * @param workers make the answers
   */
  Latest(int most, Executor workers) {
    this.most = most;
    this.workers = workers;
  }

  /**
   * An answer.
   *
   * @param value empty when there never was one
   * @param current false when a newer one is being made
   */
  record Answer<V>(Optional<V> value, boolean current) {}

  /** What is known of a question: the newest answer, and the one that is being made. */
  private static final class Kept<V> {
    private @Nullable V known;
    private long asOf;
    private @Nullable CompletableFuture<V> making;
  }

  /**
   * The answer as of {@code revision}, or the one before when it is not made by {@code work} after
   * {@code patience}.
   */
  Answer<V> get(K question, long revision, Duration patience, Supplier<V> work) {
    Kept<V> entry = entry(question);
    CompletableFuture<V> making;
    synchronized (entry) {
      if (entry.known != null && entry.asOf == revision) {
        return new Answer<>(Optional.of(entry.known), true);
      }
      making = entry.making == null ? start(entry, revision, work) : entry.making;
    }
    boolean made = waited(making, patience);
    synchronized (entry) {
      return new Answer<>(Optional.ofNullable(entry.known), made && entry.asOf == revision);
    }
  }

  private synchronized Kept<V> entry(K question) {
    Kept<V> entry = kept.computeIfAbsent(question, none -> new Kept<>());
    if (kept.size() > most) {
      kept.remove(kept.keySet().iterator().next());
    }
    return entry;
  }

  private CompletableFuture<V> start(Kept<V> entry, long revision, Supplier<V> work) {
    CompletableFuture<V> making =
        CompletableFuture.supplyAsync(work, workers)
            .whenComplete(
                (answer, failure) -> {
                  synchronized (entry) {
                    entry.making = null;
                    if (answer != null) {
                      entry.known = answer;
                      entry.asOf = revision;
                    }
                  }
                });
    // it may be made already
    entry.making = making.isDone() ? null : making;
    return making;
  }

  private static boolean waited(CompletableFuture<?> making, Duration patience) {
    try {
      making.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException later) {
      return false;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("an answer could not be made", failed.getCause());
    }
  }
}

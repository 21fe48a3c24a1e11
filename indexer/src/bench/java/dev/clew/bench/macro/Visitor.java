// SPDX-License-Identifier: Apache-2.0
package dev.clew.bench.macro;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Somebody who asks one thing after the other: of ten questions seven are searches in the last
 * quarter of an hour, two are histograms or fields of it, one is about all of time.
 */
final class Visitor {
  private static final String[] RECENT = {
    "charged", "gateway", "level:error", "\"cannot reach gateway\"", "connection", "cache miss", ""
  };
  private static final String[] WIDE = {
    "exception", "\"get left ticket\"", "level:error", "*onnection*", "seat request"
  };

  private final Api api;
  private final InstantSource clock;
  private final Random random;

  /** A visitor whose questions are the same for the same {@code seed}. */
  Visitor(Api api, InstantSource clock, long seed) {
    this.api = api;
    this.clock = clock;
    this.random = new Random(seed);
  }

  /**
   * Asks until {@code end}, and says how it went from {@code from} on.
   *
   * @param from by {@link System#nanoTime}
   * @param end the same
   * @param think nanoseconds between an answer and the next question
   * @param took is told how long each answer took
   * @param errors counts those that failed
   */
  void ask(long from, long end, long think, LongConsumer took, AtomicLong errors) {
    while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
      long start = System.nanoTime();
      try {
        ask();
        if (start - from >= 0) {
          took.accept(System.nanoTime() - start);
        }
      } catch (IOException failed) {
        if (errors.incrementAndGet() == 1) {
          System.err.println("first error: " + failed);
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      LockSupport.parkNanos(think);
    }
  }

  private void ask() throws IOException, InterruptedException {
    Instant recent = clock.instant().minus(Duration.ofMinutes(15));
    int kind = random.nextInt(10);
    if (kind < 7) {
      api.ask("search", any(RECENT), recent, "&limit=100");
    } else if (kind < 8) {
      api.ask("histogram", any(RECENT), recent, "&buckets=120");
    } else if (kind < 9) {
      api.ask("fields", any(RECENT), recent, "&limit=10");
    } else if (random.nextBoolean()) {
      api.ask("search", any(WIDE), Instant.MIN, "&limit=100");
    } else {
      api.ask("histogram", any(WIDE), Instant.MIN, "&buckets=120");
    }
  }

  private String any(String[] texts) {
    return texts[random.nextInt(texts.length)];
  }
}

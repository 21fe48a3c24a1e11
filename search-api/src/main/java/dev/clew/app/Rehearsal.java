// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.event.TimeRange;
import dev.clew.query.QueryParser;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import dev.clew.store.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks the store, while the server starts, what people ask first: the newest day's files are read
 * and the code is warm when they do.
 */
final class Rehearsal implements AutoCloseable {
  private static final String WORDS = "connection failed";
  private static final Duration NEWEST = Duration.ofDays(1);
  private static final int PAGE = 100;

  private final LogStore store;
  private final Thread thread;
  private volatile boolean over;

  Rehearsal(LogStore store) {
    this.store = store.waiting(() -> over);
    this.thread = Thread.ofPlatform().name("rehearsal").daemon(true).unstarted(this::ask);
  }

  /** Asks in the background. */
  void start() {
    thread.start();
  }

  private void ask() {
    try {
      Optional<TimeRange> held = store.status().range();
      if (held.isPresent()) {
        long to = held.get().to();
        long from = Math.max(held.get().from(), to - NEWEST.toNanos());
        ask(new TimeRange(Math.min(from, to), to));
      }
    } catch (StoreException e) {
      // nobody waits for this answer: whoever asks is told
      over = true;
    }
  }

  private void ask(TimeRange range) {
    Selection words = new Selection(QueryParser.parse(WORDS).query(), range);
    store.search(words, Order.NEWEST_FIRST, Optional.empty(), PAGE);
    store.aggregate(words, List.of(), 1);
  }

  /** Ends it; the store is not read any more. */
  @Override
  public void close() {
    over = true;
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.store.LogStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Commits while a long reading goes on, so that a kill costs seconds and not the whole.
 * Thread-safe.
 */
final class Commits {
  private static final long BYTES = 256L << 20;

  /** A reading that has just begun commits soon, so that no kill finds nothing. */
  private static final Duration FIRST = Duration.ofMillis(500);

  private final LogStore store;
  private final InstantSource clock;
  private final Duration longest;
  private Duration pause = FIRST;
  private Instant last;
  private long bytes;

  /**
   * @param longest the time between two commits, when something came in between; shorter at first
   */
  Commits(LogStore store, InstantSource clock, Duration longest) {
    this.store = store;
    this.clock = clock;
    this.longest = longest;
    this.last = clock.instant();
  }

  /** {@code more} bytes of events were appended. */
  void appended(long more) {
    if (isDue(more)) {
      store.refresh();
    }
  }

  private synchronized boolean isDue(long more) {
    bytes += more;
    Instant now = clock.instant();
    if (bytes < BYTES && now.isBefore(last.plus(pause))) {
      return false;
    }
    bytes = 0;
    last = now;
    pause = pause.multipliedBy(2).compareTo(longest) < 0 ? pause.multipliedBy(2) : longest;
    return true;
  }
}

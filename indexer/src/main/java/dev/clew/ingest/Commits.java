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

  private final LogStore store;
  private final InstantSource clock;
  private final Duration pause;
  private Instant last;
  private long bytes;

  /**
   * @param pause the time between two commits, when something came in between
   */
  Commits(LogStore store, InstantSource clock, Duration pause) {
    this.store = store;
    this.clock = clock;
    this.pause = pause;
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
    return true;
  }
}

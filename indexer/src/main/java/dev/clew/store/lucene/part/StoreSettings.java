// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.part;

import dev.clew.store.lucene.write.Learning;
import java.time.Duration;

/**
 * How a store divides what it holds and what it may keep open.
 *
 * @param day how much of time a partition holds: a UTC day, or less; a store keeps the one it began
 *     with
 * @param dayEvents so many events of a day give the day a partition of its own, at least 1
 * @param openWriters most partitions open for writing at once, at least 1
 * @param openReaders most partitions kept open for reading, at least 1
 * @param reserveBytes kept free for commits and expiry on a full disk; a small store or a small
 *     disk keeps less
 * @param learning when a writer uses shapes, and names as terms
 * @param remembering whether what was counted of whole segments is kept for who asks the same
 * @param alone how long a question is answered by one thread before others help
 */
public record StoreSettings(
    Duration day,
    int dayEvents,
    int openWriters,
    int openReaders,
    long reserveBytes,
    Learning learning,
    boolean remembering,
    Duration alone) {
  private static final Duration SHORT = Duration.ofNanos(500_000);

  /** What is right for most. */
  public static final StoreSettings DEFAULT =
      new StoreSettings(Duration.ofDays(1), 1_000, 8, 64, 64L << 20, Learning.DEFAULT);

  /** Settings of a store that remembers. */
  public StoreSettings(
      Duration day,
      int dayEvents,
      int openWriters,
      int openReaders,
      long reserveBytes,
      Learning learning) {
    this(day, dayEvents, openWriters, openReaders, reserveBytes, learning, true, SHORT);
  }

  /** The same, where each question is counted anew. */
  public StoreSettings withoutRemembering() {
    return new StoreSettings(
        day, dayEvents, openWriters, openReaders, reserveBytes, learning, false, alone);
  }

  /** The same, where helpers do not wait until a question proves to be long. */
  public StoreSettings helpedAtOnce() {
    return new StoreSettings(
        day,
        dayEvents,
        openWriters,
        openReaders,
        reserveBytes,
        learning,
        remembering,
        Duration.ofNanos(-1));
  }

  public StoreSettings {
    if (day.isNegative() || day.isZero() || day.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("a partition holds up to a day, not " + day);
    }
    if (dayEvents < 1 || openWriters < 1 || openReaders < 1 || reserveBytes < 0) {
      throw new IllegalArgumentException(
          "a partition needs at least 1 event and 1 open file, a reserve at least 0 bytes");
    }
  }
}

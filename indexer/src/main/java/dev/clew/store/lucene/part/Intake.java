// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.part;

import dev.clew.event.LogEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes events until there are enough to write, and sorts them. For whoever holds the lock of the
 * store.
 */
public final class Intake {
  private static final int BATCH_EVENTS = 100_000;
  private static final long BATCH_BYTES = 48L << 20;

  private final Partitions partitions;
  private final KnownOrigins known;
  private final List<LogEvent> batch = new ArrayList<>();
  private long bytes;

  public Intake(Partitions partitions) {
    this.partitions = partitions;
    this.known = new KnownOrigins(partitions);
  }

  /** Takes those of {@code events} that are new. */
  public void append(List<LogEvent> events) throws IOException {
    for (LogEvent event : events) {
      if (known.add(event)) {
        batch.add(event);
        bytes += event.raw().length();
        if (batch.size() >= BATCH_EVENTS || bytes >= BATCH_BYTES) {
          drain();
        }
      }
    }
  }

  /** Hands all that was taken to the partitions. */
  public void drain() throws IOException {
    if (!batch.isEmpty()) {
      batch.sort(LogEvent.ORDER);
      partitions.append(batch);
      batch.clear();
      bytes = 0;
      known.written();
    }
  }

  /** Events were deleted: they may come again. */
  public void expired() {
    known.forget();
  }

  /** Gives up what was not handed on. */
  public void forget() {
    batch.clear();
    bytes = 0;
    known.forget();
  }
}

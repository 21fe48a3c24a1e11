// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.part;

import java.util.LinkedHashSet;
import java.util.Optional;

/** The partitions used last, a bounded number of them. Thread-safe. */
final class LatestUsed {
  private final int limit;
  private final LinkedHashSet<Partition> latest = new LinkedHashSet<>();

  LatestUsed(int limit) {
    this.limit = limit;
  }

  /** Notes that {@code partition} is used; which one has to make room for it. */
  synchronized Optional<Partition> use(Partition partition) {
    latest.remove(partition);
    latest.add(partition);
    if (latest.size() <= limit) {
      return Optional.empty();
    }
    Partition eldest = latest.iterator().next();
    latest.remove(eldest);
    return Optional.of(eldest);
  }

  /** Notes that {@code partition} is not used any more. */
  synchronized void forget(Partition partition) {
    latest.remove(partition);
  }
}

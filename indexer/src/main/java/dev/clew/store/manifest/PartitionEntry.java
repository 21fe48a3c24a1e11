// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.manifest;

import java.util.Map;

/**
 * What the manifest says of a partition that holds events.
 *
 * @param name of its folder
 * @param day days since the epoch of the UTC day whose events it holds; {@link #LATE} when it holds
 *     those of any day
 * @param generation of the commit that counts; later ones do not
 * @param events how many, at least 1
 * @param first time of the earliest event, nanoseconds since the epoch
 * @param last time of the latest event
 * @param bytes of the files of the commit
 * @param sources which places of which sources its events may come from
 * @param days events of each day in a late partition, for the days that may soon get their own
 * @param damage why it cannot be read; empty when nothing is known of damage
 */
public record PartitionEntry(
    String name,
    long day,
    long generation,
    long events,
    long first,
    long last,
    long bytes,
    SourceRanges sources,
    Map<Long, Integer> days,
    String damage) {
  /** The day of a partition that holds events of any day. */
  public static final long LATE = Long.MIN_VALUE;

  public PartitionEntry {
    days = Map.copyOf(days);
  }

  /** True when it holds events of any day. */
  public boolean isLate() {
    return day == LATE;
  }

  /** The same partition, known to be damaged, or not any more when {@code reason} is empty. */
  public PartitionEntry withDamage(String reason) {
    return new PartitionEntry(
        name, day, generation, events, first, last, bytes, sources, days, reason);
  }
}

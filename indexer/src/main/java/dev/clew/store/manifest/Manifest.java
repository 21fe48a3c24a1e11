// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.manifest;

import java.util.List;
import java.util.Map;

/**
 * What a store holds after one of its commits.
 *
 * @param dayNanos how long a day is: the stretch of time of one partition, for good
 * @param number grows by one with each commit, from 1
 * @param next the number the next new partition gets; never given twice
 * @param partitions in the order in which they were made
 * @param bookmarks how far readers have come
 */
public record Manifest(
    long dayNanos,
    long number,
    long next,
    List<PartitionEntry> partitions,
    Map<String, String> bookmarks) {
  public Manifest {
    partitions = List.copyOf(partitions);
    bookmarks = Map.copyOf(bookmarks);
  }

  /** What a new store holds: nothing. */
  public static Manifest empty(long dayNanos) {
    return new Manifest(dayNanos, 0, 1, List.of(), Map.of());
  }

  /** The manifest that follows this one. */
  public Manifest then(
      long nextPartition, List<PartitionEntry> entries, Map<String, String> marks) {
    return new Manifest(dayNanos, number + 1, nextPartition, entries, marks);
  }

  /** The day of a time, in days since the epoch. */
  public long day(long epochNanos) {
    return Math.floorDiv(epochNanos, dayNanos);
  }

  /** First nanosecond of a day; the first there is for a day that began before. */
  public long start(long day) {
    return day <= day(Long.MIN_VALUE) ? Long.MIN_VALUE : day * dayNanos;
  }
}

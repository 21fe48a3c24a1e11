// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

import dev.clew.event.TimeRange;
import java.util.List;
import java.util.Optional;

/**
 * What a store holds, and what is wrong with it.
 *
 * @param events searchable events
 * @param range from the earliest to just after the latest of them; empty when there are none
 * @param bytes bytes on disk
 * @param partitions parts the events are divided into
 * @param damaged the parts that cannot be read: answers that may lack their events say so
 * @param trouble why no more events can be taken for now, and what to do; empty when they can
 */
public record StoreStatus(
    long events,
    Optional<TimeRange> range,
    long bytes,
    int partitions,
    List<Damaged> damaged,
    Optional<String> trouble) {
  public StoreStatus {
    damaged = List.copyOf(damaged);
  }

  /**
   * A part that cannot be read.
   *
   * @param name of its folder
   * @param range from its earliest event to just after its latest
   * @param events how many it holds
   * @param reason what is wrong
   */
  public record Damaged(String name, TimeRange range, long events, String reason) {}
}

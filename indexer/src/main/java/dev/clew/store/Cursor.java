// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

import dev.clew.event.LogEvent;

/**
 * A place between two events of the total order: the search goes on strictly after it, in its
 * direction. Derived from an event, not from a store, so it stays valid while events are appended.
 *
 * @param epochNanos time of the last event seen
 * @param source its source
 * @param offset its offset there
 */
public record Cursor(long epochNanos, String source, long offset) implements Comparable<Cursor> {

  /** The place of {@code event}. */
  public static Cursor after(LogEvent event) {
    return new Cursor(event.time().epochNanos(), event.origin().source(), event.origin().offset());
  }

  /** By time, source, offset: the order of the events. */
  @Override
  public int compareTo(Cursor other) {
    int order = Long.compare(epochNanos, other.epochNanos);
    order = order != 0 ? order : source.compareTo(other.source);
    return order != 0 ? order : Long.compare(offset, other.offset);
  }
}

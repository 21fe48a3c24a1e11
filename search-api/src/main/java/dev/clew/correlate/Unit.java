// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate;

import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import dev.clew.query.Query;
import dev.clew.store.Count;
import java.util.List;

/**
 * A unit of work: all events that name one value, or a value that stands beside it.
 *
 * @param query what finds its events
 * @param total how many events it has, listed or not
 * @param first time of the earliest, nanoseconds since the epoch; 0 when there are none
 * @param last time of the latest
 * @param worst the worst level of any
 * @param parts what each service contributes, in order of appearance
 * @param events the listed events, oldest first
 * @param followed the values by which they were joined, the one asked for first
 * @param stopped the values that were not followed, and why
 * @param complete false when events may be missing, apart from those beyond the limit
 */
public record Unit(
    Query query,
    Count total,
    long first,
    long last,
    Severity worst,
    List<Part> parts,
    List<Joined> events,
    List<Followed> followed,
    List<Stopped> stopped,
    boolean complete) {

  public Unit {
    parts = List.copyOf(parts);
    events = List.copyOf(events);
    followed = List.copyOf(followed);
    stopped = List.copyOf(stopped);
  }

  /** From the first to the last event, nanoseconds; the most 64 bits hold when it is longer. */
  public long nanos() {
    return between(first, last);
  }

  /** From the one moment to the later other. */
  static long between(long from, long to) {
    long nanos = to - from;
    return nanos < 0 ? Long.MAX_VALUE : nanos;
  }

  /**
   * What one service contributes, all its events counted.
   *
   * @param service empty when the events name none
   */
  public record Part(String service, long first, long last, long events, Severity worst) {}

  /**
   * An event of the unit.
   *
   * @param by which of {@link Unit#followed} found it, from 0
   */
  public record Joined(LogEvent event, int by) {}

  /**
   * A value whose events belong to the unit.
   *
   * @param name what it is called; empty for the value asked for when no field was named
   * @param hops how many values lie between it and the one asked for; 0 for that one itself
   * @param events how many events name it
   * @param added how many of the listed events it was the first to find
   */
  public record Followed(String name, String value, int hops, long events, int added) {}

  /**
   * A value that stands in the unit's events and was not followed.
   *
   * @param events how many events name it; -1 when they were not counted
   * @param reason why, in words
   */
  public record Stopped(String name, String value, long events, String reason) {}
}

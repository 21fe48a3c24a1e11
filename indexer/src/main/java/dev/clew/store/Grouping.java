// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

/** One way to sort events into groups. */
public sealed interface Grouping {

  /**
   * By the values of a field, as {@link dev.clew.event.LogEvent#field} gives them. An event with
   * several values is in several groups; an event with none is in the group of the empty text.
   */
  record ByField(String name) implements Grouping {}

  /**
   * By equal steps of time; the group's key is the step's first nanosecond since the epoch, in
   * decimal.
   *
   * @param stepNanos width of a step, at least 1
   * @param anchorNanos any nanosecond at which a step starts
   */
  record ByTime(long stepNanos, long anchorNanos) implements Grouping {
    public ByTime {
      if (stepNanos < 1) {
        throw new IllegalArgumentException("a step must be at least 1 ns: " + stepNanos);
      }
    }

    /** First nanosecond of the step that holds {@code epochNanos}. */
    public long start(long epochNanos) {
      return anchorNanos + Math.floorDiv(epochNanos - anchorNanos, stepNanos) * stepNanos;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.failure;

import dev.clew.event.LogEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to say of an error beside how often it is.
 *
 * @param began its earliest event in the whole store, nanoseconds since the epoch
 * @param steps events by the first nanosecond of each step that has any
 * @param versions by their first events
 * @param hosts by their first events
 * @param example the recent event that says most; none when all have expired since
 * @param exact false when events may be missing
 */
public record Described(
    long began,
    Map<Long, Long> steps,
    List<Seen> versions,
    List<Seen> hosts,
    Optional<LogEvent> example,
    boolean exact) {

  /**
   * A version or a host that has the error.
   *
   * @param value empty for events that name none
   * @param first nanoseconds since the epoch
   */
  public record Seen(String value, long count, long first) {}
}

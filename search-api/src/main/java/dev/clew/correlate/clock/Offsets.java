// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.clock;

import dev.clew.correlate.request.Clock;
import dev.clew.event.LogEvent;
import java.util.Map;

/** How many nanoseconds to take off the times of a clock; clocks that are not named keep theirs. */
public record Offsets(Map<Clock, Long> nanos) {
  /** All times as they were read. */
  public static final Offsets NONE = new Offsets(Map.of());

  public Offsets {
    nanos = Map.copyOf(nanos);
  }

  /** When {@code event} happened by the clock of reference, nanoseconds since the epoch. */
  public long time(LogEvent event) {
    return event.time().epochNanos() - Clock.of(event).map(this::of).orElse(0L);
  }

  private long of(Clock clock) {
    return nanos.getOrDefault(clock, 0L);
  }
}

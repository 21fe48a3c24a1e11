// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.ask;

import dev.clew.event.EventTime;
import dev.clew.query.time.Reference;
import dev.clew.query.time.TypedTime;
import dev.clew.store.LogStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/** Reads the times typed in query texts, the same way wherever one is taken. */
public final class TimeReading {
  private final LogStore store;
  private final ZoneId zone;
  private final InstantSource clock;
  private final Function<String, Optional<Instant>> deploys;

  /**
   * Times refer to {@code clock} and the newest event of {@code store}.
   *
   * @param zone of times that name none
   * @param deploys when a service was deployed last; of the empty name, anything
   */
  public TimeReading(
      LogStore store,
      ZoneId zone,
      InstantSource clock,
      Function<String, Optional<Instant>> deploys) {
    this.store = store;
    this.zone = zone;
    this.clock = clock;
    this.deploys = deploys;
  }

  /** {@code text} without its time, and the time. */
  public TypedTime read(String text) {
    Optional<Instant> latest =
        store.status().range().map(held -> EventTime.instant(Math.max(held.from(), held.to() - 1)));
    return TypedTime.of(text, new Reference(clock.instant(), latest, zone, deploys));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.time;

import dev.clew.event.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stretch of time as people say it. */
sealed interface When {

  /** The stretch; empty when what it refers to is not known. */
  Optional<TimeRange> in(Reference reference);

  /** {@code last 15m}. */
  record Last(Duration length) implements When {
    @Override
    public Optional<TimeRange> in(Reference reference) {
      return range(reference.now().minus(length), reference.now());
    }
  }

  /** {@code 14:00-14:30}, on {@code today}, {@code yesterday}, or the last time there was one. */
  record Between(LocalTime from, LocalTime to, int daysBack, @Nullable ZoneId zone)
      implements When {
    /** The last day on which it was {@code from} before the newest event. */
    static final int LATEST = -1;

    @Override
    public Optional<TimeRange> in(Reference reference) {
      ZonedDateTime start =
          daysBack == LATEST
              ? latest(reference, from, zone)
              : reference
                  .now()
                  .atZone(zoneOf(reference, zone))
                  .toLocalDate()
                  .minusDays(daysBack)
                  .atTime(from)
                  .atZone(zoneOf(reference, zone));
      ZonedDateTime end = start.with(to);
      return range(start.toInstant(), (end.isAfter(start) ? end : end.plusDays(1)).toInstant());
    }
  }

  /** {@code around 14:12:31 +-5m}. */
  record Around(LocalTime time, Duration margin, @Nullable ZoneId zone) implements When {
    @Override
    public Optional<TimeRange> in(Reference reference) {
      Instant middle = latest(reference, time, zone).toInstant();
      return range(middle.minus(margin), middle.plus(margin));
    }
  }

  /** {@code since deploy checkout}. */
  record SinceDeploy(String service) implements When {
    @Override
    public Optional<TimeRange> in(Reference reference) {
      return reference.deploys().apply(service).flatMap(deployed -> range(deployed, Instant.MAX));
    }
  }

  private static ZonedDateTime latest(Reference reference, LocalTime time, @Nullable ZoneId zone) {
    ZonedDateTime anchor =
        reference.latest().orElse(reference.now()).atZone(zoneOf(reference, zone));
    ZonedDateTime same = anchor.with(time);
    return same.isAfter(anchor) ? same.minusDays(1) : same;
  }

  private static ZoneId zoneOf(Reference reference, @Nullable ZoneId named) {
    return named == null ? reference.zone() : named;
  }

  private static Optional<TimeRange> range(Instant from, Instant to) {
    return Optional.of(TimeRange.between(from, to));
  }
}

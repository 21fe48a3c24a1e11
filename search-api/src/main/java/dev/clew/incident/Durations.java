// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long the course of an incident took; each null while one of its two marks is missing, and
 * negative when they are in the other order.
 *
 * @param toDetect from started to detected
 * @param toAcknowledge from detected to acknowledged
 * @param toMitigate from started to mitigated
 * @param toResolve from started to resolved
 */
public record Durations(
    @Nullable Duration toDetect,
    @Nullable Duration toAcknowledge,
    @Nullable Duration toMitigate,
    @Nullable Duration toResolve) {
  /** Between {@code marks}, of which there is at most one a kind. */
  public static Durations between(List<Mark> marks) {
    return new Durations(
        between(marks, MarkKind.STARTED, MarkKind.DETECTED),
        between(marks, MarkKind.DETECTED, MarkKind.ACKNOWLEDGED),
        between(marks, MarkKind.STARTED, MarkKind.MITIGATED),
        between(marks, MarkKind.STARTED, MarkKind.RESOLVED));
  }

  private static @Nullable Duration between(List<Mark> marks, MarkKind from, MarkKind to) {
    Optional<Instant> start = time(marks, from);
    Optional<Instant> end = time(marks, to);
    return start.isPresent() && end.isPresent() ? Duration.between(start.get(), end.get()) : null;
  }

  private static Optional<Instant> time(List<Mark> marks, MarkKind kind) {
    return marks.stream().filter(mark -> mark.kind() == kind).map(Mark::time).findFirst();
  }
}

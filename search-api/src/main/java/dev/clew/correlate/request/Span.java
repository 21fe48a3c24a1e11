// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.request;

import dev.clew.event.LogEvent;
import java.util.Optional;

/**
 * A piece of a request.
 *
 * @param event that says so
 * @param id of the span
 * @param parent the span that called it; empty at the top or when unknown
 * @param start nanoseconds since the epoch
 * @param nanos how long it took, at least 0
 */
public record Span(LogEvent event, String id, String parent, long start, long nanos) {
  private static final String DURATION_MS = "duration_ms";
  private static final String PARENT_ID = "parent_id";
  private static final double NANOS_A_MILLI = 1e6;

  /** Longer than any request: 100 years. */
  private static final double LONGEST_MS = 100.0 * 365 * 86_400_000;

  public Span {
    if (nanos < 0) {
      throw new IllegalArgumentException("a span of " + nanos + " ns");
    }
  }

  /** What {@code event} says of a span; empty when it is none, or says what cannot be. */
  public static Optional<Span> of(LogEvent event) {
    String text = event.attributes().get(DURATION_MS);
    if (text == null || event.spanId() == null) {
      return Optional.empty();
    }
    double millis = number(text);
    if (!(millis >= 0 && millis <= LONGEST_MS)) {
      return Optional.empty();
    }
    String parent = event.attributes().getOrDefault(PARENT_ID, "");
    return Optional.of(
        new Span(
            event,
            event.spanId(),
            parent.matches("0*") ? "" : parent,
            event.time().epochNanos(),
            Math.round(millis * NANOS_A_MILLI)));
  }

  private static double number(String text) {
    try {
      return text.length() > 64 ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  /** The moment it ended, nanoseconds since the epoch, at most the last that 64 bits hold. */
  public long end() {
    long end = start + nanos;
    return end < start ? Long.MAX_VALUE : end;
  }

  /** The service it ran in; empty when the event names none. */
  public String service() {
    return event.service() == null ? "" : event.service();
  }
}

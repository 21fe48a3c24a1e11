// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.request;

import dev.clew.event.LogEvent;
import dev.clew.query.Quantity;
import dev.clew.query.Quantity.Dimension;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What one event says of the course of a request.
 *
 * @param service empty when it names none
 * @param start nanoseconds since the epoch
 * @param end not before {@code start}: later for a span, and for a line that is printed when
 *     something is done and says how long it took
 * @param span its span; empty when it names none
 * @param parent the span that called it; empty at the top, when unknown, and for a line
 * @param isSpan whether the event is a span itself, not a line
 * @param error whether it says that something failed
 */
public record Step(
    Clock clock,
    String service,
    long start,
    long end,
    String span,
    String parent,
    boolean isSpan,
    boolean error) {

  /** What lines that tell of work done call its time, and the unit of a number without one. */
  private static final Map<String, Long> TOOK =
      Map.of(
          "rt", 1_000_000_000L,
          "request_time", 1_000_000_000L,
          "duration_ms", 1_000_000L,
          "elapsed_ms", 1_000_000L,
          "took_ms", 1_000_000L,
          "took", 0L,
          "elapsed", 0L,
          "duration", 0L);

  private static final BigDecimal LONGEST = BigDecimal.valueOf(86_400_000_000_000L);

  /** The step of {@code event}; empty when nothing says which clock it is by. */
  static Optional<Step> of(LogEvent event) {
    return Clock.of(event)
        .map(
            clock -> Span.of(event).map(span -> of(span, clock)).orElseGet(() -> of(event, clock)));
  }

  private static Step of(Span span, Clock clock) {
    return new Step(
        clock,
        span.service(),
        span.start(),
        span.end(),
        span.id(),
        span.parent(),
        true,
        span.event().severity().isError());
  }

  private static Step of(LogEvent event, Clock clock) {
    long end = event.time().epochNanos();
    long start = end - took(event);
    return new Step(
        clock,
        event.service() == null ? "" : event.service(),
        Math.min(start, end),
        end,
        event.spanId() == null ? "" : event.spanId(),
        "",
        false,
        event.severity().isError());
  }

  /** How long the work took that the line tells of, nanoseconds; 0 when it does not say. */
  private static long took(LogEvent event) {
    for (Map.Entry<String, Long> name : TOOK.entrySet()) {
      String text = event.attributes().get(name.getKey());
      Optional<Quantity> time = text == null ? Optional.empty() : Quantity.of(text);
      if (time.isPresent()) {
        long unit = time.get().dimension() == Dimension.TIME ? 1 : name.getValue();
        BigDecimal nanos = time.get().value().multiply(BigDecimal.valueOf(unit));
        boolean plain =
            time.get().dimension() == Dimension.TIME || time.get().dimension() == Dimension.NUMBER;
        if (plain && nanos.signum() > 0 && nanos.compareTo(LONGEST) <= 0) {
          return nanos.longValue();
        }
      }
    }
    return 0;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate;

import dev.clew.event.Severity;

/**
 * A stretch of a unit of work, to be drawn under those it belongs to.
 *
 * @param span the span's id; empty for a bar reconstructed from a service's first to its last event
 * @param parent the span that called it; empty when there is none
 * @param service empty when the events name none
 * @param name of the span's work; empty for a reconstructed bar
 * @param start nanoseconds since the epoch
 * @param nanos how long, at least 0
 * @param depth 0 at the top
 * @param events how many events it stands for
 * @param worst the worst level of them
 */
public record Bar(
    String span,
    String parent,
    String service,
    String name,
    long start,
    long nanos,
    int depth,
    long events,
    Severity worst) {

  /** Whether a span says so. */
  public boolean isSpan() {
    return !span.isEmpty();
  }
}

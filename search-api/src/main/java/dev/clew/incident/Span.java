// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.time.Instant;

/**
 * The time that was asked for.
 *
 * @param from first moment inside
 * @param to first moment after; not before {@code from}
 */
public record Span(Instant from, Instant to) {}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.clock;

/**
 * What one request tells of two clocks: the second is ahead of the first by at least {@code low}
 * and at most {@code high} nanoseconds.
 *
 * @param spans whether spans say so, which know what called what; else lines do, and it is assumed
 *     that the longer work called the shorter
 */
record Bound(long low, long high, boolean spans) {
  /** The same, told of the clocks the other way round. */
  Bound turned() {
    return new Bound(-high, -low, spans);
  }

  long width() {
    return high - low;
  }
}

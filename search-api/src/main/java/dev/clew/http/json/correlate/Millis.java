// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.correlate;

/** Stretches of time as people read them. */
final class Millis {
  private static final double NANOS = 1e6;

  private Millis() {}

  /** Milliseconds, all digits kept. */
  static double of(long nanos) {
    return nanos / NANOS;
  }
}

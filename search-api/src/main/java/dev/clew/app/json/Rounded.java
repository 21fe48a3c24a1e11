// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.json;

/** Scores as people and scripts read them. */
final class Rounded {
  private Rounded() {}

  /** {@code value} to three decimals. */
  static double of(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}

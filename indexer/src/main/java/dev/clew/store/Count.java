// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

/**
 * How many.
 *
 * @param value at least 0
 * @param exact false when the true number may differ; the user interface then says so
 */
public record Count(long value, boolean exact) {
  /** A number that is right. */
  public static Count exactly(long value) {
    return new Count(value, true);
  }
}

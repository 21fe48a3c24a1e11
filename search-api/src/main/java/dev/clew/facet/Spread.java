// SPDX-License-Identifier: Apache-2.0
package dev.clew.facet;

/**
 * How many values there are for how many events.
 *
 * @param different values
 * @param having events that have one
 */
record Spread(long different, long having) {
  private static final int FEW = 10;

  /** True when a value stands for less than two events on average, unless there are few values. */
  boolean nearlyAllDiffer() {
    return different > FEW && different * 2 > having;
  }
}

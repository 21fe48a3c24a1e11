// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

/**
 * What {@code 03/04/2026} means in one source: the first line that can be read in one way only
 * decides; until then the month comes first. Not thread-safe.
 */
final class DayOrder {
  private boolean dayFirst;
  private boolean decided;

  /** Decides: {@code true} for the day in front. */
  void decide(boolean first) {
    dayFirst = first;
    decided = true;
  }

  /** Prefers an order as long as nothing decides. */
  void prefer(boolean first) {
    if (!decided) {
      dayFirst = first;
    }
  }

  boolean isDecided() {
    return decided;
  }

  boolean isDayFirst() {
    return dayFirst;
  }
}

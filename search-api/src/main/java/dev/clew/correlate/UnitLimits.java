// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate;

import dev.clew.store.LogStore;
import java.time.Duration;

/**
 * How much of a unit of work is looked at.
 *
 * @param events most events that are listed, 1 to 10,000
 * @param follow whether values that stand beside the one asked for are followed
 * @param reach how long before and after the unit a value may be seen; one that is seen farther
 *     away belongs to other units too, and is not followed
 */
public record UnitLimits(int events, boolean follow, Duration reach) {
  public UnitLimits {
    LogStore.checkLimit(events);
    if (reach.isNegative()) {
      throw new IllegalArgumentException("the reach must not be negative: " + reach);
    }
  }
}

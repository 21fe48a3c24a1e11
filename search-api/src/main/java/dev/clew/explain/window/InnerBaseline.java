// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.window;

import dev.clew.explain.measure.ChangePoint;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import java.util.List;
import java.util.Optional;

/**
 * Splits a set that has no baseline at the moment its errors begin to rise, so that what came
 * before can serve as one.
 */
public final class InnerBaseline {
  private static final int STEPS = 200;
  private static final double LEAST_SHARE = 0.1;

  private final Window window;

  public InnerBaseline(Window window) {
    this.window = window;
  }

  /**
   * Nanoseconds since the epoch; empty when errors do not rise, or too early to leave a baseline.
   */
  public Optional<Long> split() {
    long step = Math.max(1_000_000, (long) Math.ceil(window.nanos() / STEPS));
    long from = window.range().from();
    long[] counts = new long[(int) Math.ceil(window.nanos() / step) + 1];
    Groups groups =
        window
            .store()
            .aggregate(
                window.narrowed(Window.ERRORS),
                List.of(new Grouping.ByTime(step, from)),
                LogStore.MAX_LIMIT);
    for (Groups.Group group : groups.groups()) {
      counts[(int) ((Long.parseLong(group.keys().get(0)) - from) / step)] += group.count();
    }
    return ChangePoint.find(counts, 0, 0)
        .filter(index -> index >= LEAST_SHARE * STEPS)
        .map(index -> from + index * step);
  }
}

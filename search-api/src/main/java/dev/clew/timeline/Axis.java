// SPDX-License-Identifier: Apache-2.0
package dev.clew.timeline;

import dev.clew.event.TimeRange;
import dev.clew.store.Grouping.ByTime;
import dev.clew.store.Steps;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A range of time cut into equal cells of a round length, from nanoseconds to centuries.
 *
 * @param step that cuts it
 * @param start of the first cell, nanoseconds since the epoch
 * @param cells how many; 0 when the range is empty
 */
public record Axis(ByTime step, long start, int cells) {
  private static final long MILLI = Duration.ofMillis(1).toNanos();
  private static final int[] ROUND = {1, 2, 5};

  /** {@code range} in at most {@code most} cells, at least 2, at round times of {@code zone}. */
  public static Axis of(TimeRange range, int most, ZoneId zone) {
    if (range.from() == range.to()) {
      return new Axis(new ByTime(MILLI, 0), range.from(), 0);
    }
    ByTime step = fine(range, most);
    if (step == null) {
      step = Steps.of(range, most, zone);
    }
    long start = step.start(range.from());
    return new Axis(step, start, Math.toIntExact(cells(range, step)));
  }

  /** A step below a millisecond; null when the range needs a longer one. */
  private static @Nullable ByTime fine(TimeRange range, int most) {
    if (range.to() / MILLI - range.from() / MILLI > most) {
      return null;
    }
    for (long unit = 1; unit < MILLI; unit *= 10) {
      for (int factor : ROUND) {
        ByTime step = new ByTime(unit * factor, 0);
        if (cells(range, step) <= most) {
          return step;
        }
      }
    }
    return null;
  }

  private static long cells(TimeRange range, ByTime step) {
    return Math.floorDiv(range.to() - 1 - step.anchorNanos(), step.stepNanos())
        - Math.floorDiv(range.from() - step.anchorNanos(), step.stepNanos())
        + 1;
  }

  /** Where the cell begins. */
  public long at(int cell) {
    return start + cell * step.stepNanos();
  }

  /** The cell that holds the nanosecond, the nearest where none does. */
  int cell(long epochNanos) {
    return Math.clamp(Math.floorDiv(epochNanos - start, step.stepNanos()), 0, cells - 1);
  }

  /** From the start of one cell to the start of another. */
  TimeRange range(int from, int to) {
    return new TimeRange(at(from), at(to));
  }
}

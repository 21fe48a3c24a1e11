// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers of one dimension: their sum and, where asked for, their percentiles. */
final class Numbers {
  private static final int FIRST = 8;

  private final boolean ranked;
  private final Room room;
  private double[] values = new double[0];
  private @Nullable QuantileSketch sketch;
  private long count;
  private double sum;
  private double lost;

  /** Percentiles are only there when {@code ranked}. */
  Numbers(boolean ranked, Room room) {
    this.ranked = ranked;
    this.room = room;
  }

  void add(double value, long times) {
    if (ranked) {
      keep(value, times);
    }
    count += times;
    plus(value * times);
  }

  /** A. Neumaier's compensated sum (1974): what one addition loses is added in the end. */
  private void plus(double value) {
    double next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }

  private void keep(double value, long times) {
    if (sketch == null && count + times <= room.limits().exact() && hasRoomFor((int) times)) {
      Arrays.fill(values, (int) count, (int) (count + times), value);
    } else {
      sketched().add(value, times);
    }
  }

  private boolean hasRoomFor(int more) {
    int needed = (int) count + more;
    if (needed <= values.length) {
      return true;
    }
    int length = Math.max(Math.max(FIRST, needed), values.length * 2);
    boolean fits = room.take((length - values.length) * (long) Double.BYTES);
    if (fits) {
      values = Arrays.copyOf(values, length);
    }
    return fits;
  }

  private QuantileSketch sketched() {
    QuantileSketch made = sketch;
    if (made == null) {
      made = new QuantileSketch();
      for (int i = 0; i < count; i++) {
        made.add(values[i], 1);
      }
      room.give(values.length * (long) Double.BYTES);
      values = new double[0];
      sketch = made;
    }
    return made;
  }

  void merge(Numbers other) {
    if (other.sketch != null) {
      sketched().merge(other.sketch);
      count += other.count;
      plus(other.sum);
      lost += other.lost;
      return;
    }
    if (!ranked) {
      count += other.count;
      plus(other.sum);
      lost += other.lost;
      return;
    }
    for (int i = 0; i < other.count; i++) {
      add(other.values[i], 1);
    }
  }

  long count() {
    return count;
  }

  double sum() {
    return Double.isNaN(lost) ? sum : sum + lost;
  }

  /** The smallest value that at least {@code percent} of the values do not exceed. */
  double percentile(double percent) {
    long rank = Math.clamp((long) Math.ceil(percent / 100 * count), 1, count);
    if (sketch != null) {
      return sketch.atRank(rank);
    }
    double[] sorted = Arrays.copyOf(values, (int) count);
    Arrays.sort(sorted);
    return sorted[(int) rank - 1];
  }

  boolean estimated() {
    return sketch != null;
  }
}

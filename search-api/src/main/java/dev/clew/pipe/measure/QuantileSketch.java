// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.measure;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Percentiles of any number of values, each within 1 % of the true value.
 *
 * <p>Buckets that grow by a constant factor, after C. Masson, J. Rim, H. Lee, "DDSketch: a fast and
 * fully-mergeable quantile sketch with relative-error guarantees" (VLDB 2019). Where there are more
 * than {@value #MOST_BUCKETS} buckets on a side, those of the smallest magnitude are joined.
 */
final class QuantileSketch {
  private static final double ERROR = 0.01;
  private static final double GROWTH = (1 + ERROR) / (1 - ERROR);
  private static final double LOG_GROWTH = Math.log(GROWTH);
  private static final int MOST_BUCKETS = 4_096;

  private final TreeMap<Integer, Long> positive = new TreeMap<>();
  private final TreeMap<Integer, Long> negative = new TreeMap<>();
  private long zeros;
  private long count;

  void add(double value, long times) {
    count += times;
    if (value == 0) {
      zeros += times;
    } else {
      add(value > 0 ? positive : negative, index(Math.abs(value)), times);
    }
  }

  void merge(QuantileSketch other) {
    other.positive.forEach((index, number) -> add(positive, index, number));
    other.negative.forEach((index, number) -> add(negative, index, number));
    zeros += other.zeros;
    count += other.count;
  }

  /** About the value of that rank, from 1 to as many as were added. */
  double atRank(long rank) {
    long seen = 0;
    for (Map.Entry<Integer, Long> bucket : negative.descendingMap().entrySet()) {
      seen += bucket.getValue();
      if (seen >= rank) {
        return -value(bucket.getKey());
      }
    }
    seen += zeros;
    if (seen >= rank) {
      return 0;
    }
    for (Map.Entry<Integer, Long> bucket : positive.entrySet()) {
      seen += bucket.getValue();
      if (seen >= rank) {
        return value(bucket.getKey());
      }
    }
    throw new IllegalArgumentException("rank %d of %d values".formatted(rank, count));
  }

  private static void add(NavigableMap<Integer, Long> buckets, int index, long number) {
    buckets.merge(index, number, Long::sum);
    if (buckets.size() > MOST_BUCKETS) {
      Map.Entry<Integer, Long> smallest = buckets.pollFirstEntry();
      buckets.merge(buckets.firstKey(), smallest.getValue(), Long::sum);
    }
  }

  private static int index(double magnitude) {
    return (int) Math.ceil(Math.log(magnitude) / LOG_GROWTH);
  }

  /** The value that is off by the same factor at both ends of the bucket. */
  private static double value(int index) {
    return 2 * Math.pow(GROWTH, index) / (GROWTH + 1);
  }
}

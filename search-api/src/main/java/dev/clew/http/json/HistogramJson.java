// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Events over time, split by level; empty buckets are left out.
 *
 * @param changesComplete false when more changes fall into the range; the newest are then listed
 */
public record HistogramJson(
    Instant from,
    Instant to,
    long stepMs,
    List<String> levels,
    List<BucketJson> buckets,
    CountJson total,
    List<ChangeJson> changes,
    boolean changesComplete,
    long tookMs) {

  /** The events from {@code time} to one step later; levels without events are left out. */
  public record BucketJson(Instant time, Map<String, Long> counts, long total) {}
}

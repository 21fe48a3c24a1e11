// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events over time, split by level; empty buckets are left out.
 *
 * @param changesComplete false when more changes fall into the range; the newest are then listed
 * @param complete false when events may be missing in the counts
 * @param reason why it is not complete
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
    boolean complete,
    @JsonInclude(Include.NON_NULL) @Nullable String reason,
    long tookMs) {

  /** The events from {@code time} to one step later; levels without events are left out. */
  public record BucketJson(Instant time, Map<String, Long> counts, long total) {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident, whole, without the copies of its evidence.
 *
 * @param id {@code INC-1}
 * @param severity null when nobody said
 * @param lead who leads it; null when nobody does
 * @param zone the business's time zone, of IANA
 * @param by who opened it
 * @param revision how often its heading (title, severity, status, review, lead, zone) was written
 * @param marks at most one a kind, in the order of the kinds
 * @param reviews every step of the review, the first first
 * @param evidence in the order it was pinned
 * @param removed evidence that was taken off, and can be put back
 * @param items of the timeline: by time, then as they were placed
 * @param blocks of the document, in its order
 */
public record Incident(
    String id,
    String title,
    @Nullable Gravity severity,
    Status status,
    Review review,
    @Nullable String lead,
    String zone,
    Instant created,
    String by,
    long revision,
    List<Mark> marks,
    List<ReviewStep> reviews,
    List<Evidence> evidence,
    List<Evidence> removed,
    List<Item> items,
    List<Block> blocks) {
  public Incident {
    marks = List.copyOf(marks);
    reviews = List.copyOf(reviews);
    evidence = List.copyOf(evidence);
    removed = List.copyOf(removed);
    items = List.copyOf(items);
    blocks = List.copyOf(blocks);
  }

  /** How long its course took. */
  public Durations durations() {
    return Durations.between(marks);
  }
}

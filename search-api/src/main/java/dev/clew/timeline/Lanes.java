// SPDX-License-Identifier: Apache-2.0
package dev.clew.timeline;

import dev.clew.store.Count;
import java.util.List;

/**
 * Lanes on one axis.
 *
 * @param lanes by their first error; those without errors after them, most events first
 * @param moreLanes how many lanes there are besides, at least when not {@code complete}
 * @param absent values that the store knows and that have no event here, those with most events in
 *     the store first
 * @param moreAbsent how many of them there are besides
 * @param requests those in which something failed
 * @param total events in all lanes
 * @param complete false when events may be missing in a count
 */
public record Lanes(
    Axis axis,
    List<Lane> lanes,
    int moreLanes,
    List<Absence> absent,
    int moreAbsent,
    Requests requests,
    Count total,
    boolean complete) {
  public Lanes {
    lanes = List.copyOf(lanes);
    absent = List.copyOf(absent);
  }
}

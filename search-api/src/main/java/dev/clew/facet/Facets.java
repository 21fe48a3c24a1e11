// SPDX-License-Identifier: Apache-2.0
package dev.clew.facet;

import dev.clew.store.Count;
import dev.clew.store.Grouping.ByTime;
import java.util.List;

/**
 * The facets of a selection.
 *
 * @param total events in the selection
 * @param step the steps of time in which values are counted
 * @param start of the first step, nanoseconds since the epoch
 * @param steps how many steps there are
 * @param dropped fields that are not told, at most {@value #MOST_DROPPED}
 * @param unnamed how many more are not told
 * @param sampled events that were read to learn which attributes there are; 0 when all were
 * @param complete false when events may be missing in any count
 */
public record Facets(
    Count total,
    ByTime step,
    long start,
    int steps,
    List<Facet> facets,
    List<Dropped> dropped,
    int unnamed,
    long sampled,
    boolean complete) {
  static final int MOST_DROPPED = 100;

  public Facets {
    facets = List.copyOf(facets);
    dropped = List.copyOf(dropped);
  }
}

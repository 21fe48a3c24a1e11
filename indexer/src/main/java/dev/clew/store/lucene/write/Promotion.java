// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.write;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Decides which shapes are worth being known. A line that is printed once shares nothing, so a
 * shape must be seen again before it is used; lines that all differ then cost no dictionary. Not
 * thread-safe.
 */
final class Promotion {
  private static final int MAX_SEEN = 1 << 16;

  /** New shapes a batch may bring: some, and one for so many events. */
  private static final int FREE_SHAPES = 512;

  private static final int EVENTS_A_SHAPE = 64;

  private final int sightings;
  private final Map<Long, Integer> seen =
      new LinkedHashMap<>(1 << 12, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
          return size() > MAX_SEEN;
        }
      };
  private final Set<Long> accepted = new HashSet<>();
  private int batchEvents;
  private int batchShapes;

  /**
   * A decision.
   *
   * @param sightings how often a shape must have been seen, from 1
   */
  Promotion(int sightings) {
    this.sightings = sightings;
  }

  void startBatch() {
    batchEvents = 0;
    batchShapes = 0;
  }

  /** Told of each event. */
  void next() {
    batchEvents++;
  }

  /** True when events of the shape with that hash should share it. */
  boolean accepts(long hash) {
    if (accepted.contains(hash)) {
      return true;
    }
    int before = seen.merge(hash, 1, Integer::sum);
    if (before < sightings) {
      return false;
    }
    if (++batchShapes > FREE_SHAPES + batchEvents / EVENTS_A_SHAPE) {
      seen.put(hash, before - 1);
      return false;
    }
    seen.remove(hash);
    if (accepted.size() == MAX_SEEN) {
      accepted.clear();
    }
    accepted.add(hash);
    return true;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.join;

import dev.clew.correlate.join.Joins.JoinKey;
import dev.clew.correlate.request.Sample;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Finds the values by which services can be joined, in a sample of the events. A value joins two
 * services when both name it within 30 seconds; places are joined when at least three values, and a
 * fifth of those of the place with fewer, do so, and at most three in ten of them are also seen
 * more than five minutes apart. Thread-safe, as the store is.
 */
public final class JoinSearch {
  private final LogStore store;

  public JoinSearch(LogStore store) {
    this.store = store;
  }

  public Joins find(Selection selection, Until until) {
    Sightings sightings = new Sightings();
    Sample sample =
        Sample.read(
            store, selection, Sample.MOST_EVENTS, until, (event, stretch) -> sightings.add(event));
    PlacePairs pairs = new PlacePairs(sightings);
    Keys keys = new Keys(sightings, pairs.joinable());
    Map<Integer, JoinKey> known = keys.all();
    List<JoinKey> best =
        known.values().stream()
            .sorted(
                Comparator.comparingDouble(JoinKey::score).reversed().thenComparing(JoinKey::name))
            .toList();
    return new Joins(
        best,
        new Links(sightings, pairs, keys, known).all(),
        pairs.rejected(),
        sightings.left(),
        sample);
  }
}

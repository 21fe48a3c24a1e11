// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.join;

import dev.clew.correlate.join.Joins.Rejected;
import dev.clew.correlate.join.Sightings.Sighting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which places of different services name the same values within seconds, and how far to trust it.
 */
final class PlacePairs {
  /** Seen no farther apart, a value joins. */
  static final long NEAR = Duration.ofSeconds(30).toNanos();

  /** Seen again after a pause this long, a value stands for something else by then. */
  static final long FAR = Duration.ofMinutes(5).toNanos();

  private static final int FEWEST_VALUES = 3;
  private static final double LEAST_SHARE = 0.2;
  private static final double MOST_REUSED = 0.3;
  private static final int MOST_PLACES_OF_A_VALUE = 8;
  private static final int MOST_REJECTED = 10;

  private final Sightings sightings;
  private final int[] values;
  private final int[] reused;
  private final Map<Pair, int[]> shared = new LinkedHashMap<>();

  /** Two places by their numbers, the smaller first. */
  record Pair(int one, int other) {}

  PlacePairs(Sightings sightings) {
    this.sightings = sightings;
    this.values = new int[sightings.places().size()];
    this.reused = new int[values.length];
    sightings.byValue().values().forEach(this::add);
  }

  /** True when the value was seen again after a long pause. */
  static boolean isReused(List<Sighting> seen) {
    List<Long> times = seen.stream().map(Sighting::time).sorted().toList();
    for (int i = 1; i < times.size(); i++) {
      if (times.get(i) - times.get(i - 1) > FAR) {
        return true;
      }
    }
    return false;
  }

  /** Different values of a place. */
  int values(int place) {
    return values[place];
  }

  /** True when a place names things, each for a while, rather than the same few over and over. */
  boolean isSteady(int place) {
    return values[place] >= FEWEST_VALUES && reused[place] <= MOST_REUSED * values[place];
  }

  /** The pairs that can be joined. */
  List<Pair> joinable() {
    return shared.keySet().stream().filter(pair -> doubt(pair).isEmpty()).toList();
  }

  /** The pairs that share many values and cannot be joined all the same. */
  List<Rejected> rejected() {
    return shared.entrySet().stream()
        .filter(entry -> entry.getValue()[0] >= FEWEST_VALUES && !doubt(entry.getKey()).isEmpty())
        .sorted(
            Comparator.<Map.Entry<Pair, int[]>>comparingInt(entry -> -entry.getValue()[0])
                .thenComparing(entry -> entry.getKey().toString()))
        .limit(MOST_REJECTED)
        .map(
            entry ->
                new Rejected(
                    sightings.places().get(entry.getKey().one()),
                    sightings.places().get(entry.getKey().other()),
                    entry.getValue()[0],
                    doubt(entry.getKey())))
        .toList();
  }

  private String doubt(Pair pair) {
    int[] near = shared.get(pair);
    int fewer = Math.min(values[pair.one()], values[pair.other()]);
    if (near[0] < FEWEST_VALUES) {
      return "only %d values are shared".formatted(near[0]);
    }
    if (near[1] > MOST_REUSED * near[0]) {
      return "%d of %d shared values are also seen far apart".formatted(near[1], near[0]);
    }
    return near[0] < LEAST_SHARE * fewer
        ? "only %d of %d values are shared".formatted(near[0], fewer)
        : "";
  }

  private void add(List<Sighting> seen) {
    boolean again = isReused(seen);
    Map<Integer, List<Long>> times = new TreeMap<>();
    for (Sighting sighting : seen) {
      times.computeIfAbsent(sighting.place(), place -> new ArrayList<>(2)).add(sighting.time());
    }
    times
        .keySet()
        .forEach(
            place -> {
              values[place]++;
              reused[place] += again ? 1 : 0;
            });
    List<Integer> places = times.keySet().stream().limit(MOST_PLACES_OF_A_VALUE).toList();
    Map<Integer, List<Long>> sorted = new HashMap<>();
    places.forEach(place -> sorted.put(place, times.get(place).stream().sorted().toList()));
    for (int i = 0; i < places.size(); i++) {
      for (int j = i + 1; j < places.size(); j++) {
        Pair pair = new Pair(places.get(i), places.get(j));
        if (!service(pair.one()).equals(service(pair.other()))
            && gap(sorted.get(pair.one()), sorted.get(pair.other())) <= NEAR) {
          int[] counts = shared.computeIfAbsent(pair, none -> new int[2]);
          counts[0]++;
          counts[1] += again ? 1 : 0;
        }
      }
    }
  }

  private String service(int place) {
    return sightings.places().get(place).service();
  }

  /** The shortest time between a moment of the one and one of the other, both ascending. */
  private static long gap(List<Long> one, List<Long> other) {
    long least = Long.MAX_VALUE;
    int i = 0;
    int j = 0;
    while (i < one.size() && j < other.size()) {
      least = Math.min(least, Math.abs(one.get(i) - other.get(j)));
      if (one.get(i) < other.get(j)) {
        i++;
      } else {
        j++;
      }
    }
    return least;
  }
}

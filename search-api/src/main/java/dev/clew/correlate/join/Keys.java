// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.join;

import dev.clew.correlate.join.Joins.JoinKey;
import dev.clew.correlate.join.PlacePairs.Pair;
import dev.clew.correlate.join.Sightings.Sighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Places that can be joined with each other, in groups: each is a join key. */
final class Keys {
  private final Sightings sightings;
  private final int[] group;

  Keys(Sightings sightings, List<Pair> joinable) {
    this.sightings = sightings;
    this.group = new int[sightings.places().size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
    }
    joinable.forEach(pair -> group[find(pair.one())] = find(pair.other()));
  }

  /** The number of the group that {@code place} is in. */
  int find(int place) {
    int at = place;
    while (group[at] != at) {
      group[at] = group[group[at]];
      at = group[at];
    }
    return at;
  }

  /** The keys by the numbers of their groups. */
  Map<Integer, JoinKey> all() {
    Map<Integer, List<Integer>> members = new TreeMap<>();
    for (int place = 0; place < group.length; place++) {
      members.computeIfAbsent(find(place), none -> new ArrayList<>()).add(place);
    }
    Map<Integer, Tally> tallies = new TreeMap<>();
    members.forEach(
        (number, places) -> {
          if (places.size() > 1) {
            tallies.put(number, new Tally(places));
          }
        });
    sightings.byValue().values().forEach(seen -> add(seen, tallies));
    Map<Integer, JoinKey> keys = new TreeMap<>();
    tallies.forEach((number, tally) -> tally.key().ifPresent(key -> keys.put(number, key)));
    return keys;
  }

  private void add(List<Sighting> seen, Map<Integer, Tally> tallies) {
    Map<Integer, List<Sighting>> byKey = new TreeMap<>();
    for (Sighting sighting : seen) {
      int number = find(sighting.place());
      if (tallies.containsKey(number)) {
        byKey.computeIfAbsent(number, none -> new ArrayList<>(2)).add(sighting);
      }
    }
    byKey.forEach((number, own) -> tallies.get(number).add(own));
  }

  /** What is known of one key. */
  private final class Tally {
    private final List<Integer> places;
    private final int[] events = new int[group.length];
    private final Set<Integer> named = new HashSet<>();
    private final Set<Integer> joinedEvents = new HashSet<>();
    private final List<Long> spreads = new ArrayList<>();
    private int values;
    private int joined;
    private int reused;
    private String example = "";

    Tally(List<Integer> places) {
      this.places = places;
    }

    void add(List<Sighting> seen) {
      values++;
      for (Sighting sighting : seen) {
        events[sighting.place()]++;
        named.add(sighting.event());
      }
      if (!joins(seen)) {
        return;
      }
      joined++;
      seen.forEach(sighting -> joinedEvents.add(sighting.event()));
      if (PlacePairs.isReused(seen)) {
        reused++;
        return;
      }
      long first = seen.stream().mapToLong(Sighting::time).min().orElseThrow();
      long last = seen.stream().mapToLong(Sighting::time).max().orElseThrow();
      spreads.add(last - first);
      String value = seen.getFirst().value();
      example = example.isEmpty() || value.compareTo(example) < 0 ? value : example;
    }

    /** True when two services saw the value within seconds, one after the other. */
    private boolean joins(List<Sighting> seen) {
      List<Sighting> ordered =
          seen.stream().sorted(Comparator.comparingLong(Sighting::time)).toList();
      for (int i = 1; i < ordered.size(); i++) {
        Sighting before = ordered.get(i - 1);
        Sighting after = ordered.get(i);
        if (after.time() - before.time() <= PlacePairs.NEAR
            && !service(before).equals(service(after))) {
          return true;
        }
      }
      return false;
    }

    private String service(Sighting sighting) {
      return sightings.places().get(sighting.place()).service();
    }

    Optional<JoinKey> key() {
      if (joined == 0) {
        return Optional.empty();
      }
      int most = places.getFirst();
      for (int place : places) {
        most = events[place] > events[most] ? place : most;
      }
      double coverage = (double) joinedEvents.size() / sightings.byEvent().size();
      double wrong = (double) reused / joined;
      spreads.sort(Comparator.naturalOrder());
      return Optional.of(
          new JoinKey(
              sightings.places().get(most).name(),
              places.stream().map(place -> sightings.places().get(place)).toList(),
              values,
              joined,
              named.size(),
              joinedEvents.size(),
              coverage,
              wrong,
              spreads.isEmpty() ? 0 : spreads.get(spreads.size() / 2),
              coverage * (1 - wrong),
              example));
    }
  }
}

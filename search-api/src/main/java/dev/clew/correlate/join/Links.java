// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.join;

import dev.clew.correlate.join.Joins.JoinKey;
import dev.clew.correlate.join.Joins.Link;
import dev.clew.correlate.join.Sightings.Sighting;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Ids that stand in the same events: where nearly every value of the one stands beside few of the
 * other, the one leads to the other, and a unit can be followed from name to name.
 */
final class Links {
  private static final int MOST_NAMES_OF_AN_EVENT = 8;
  private static final int MOST_PAIRS = 400_000;
  private static final int FEWEST_PAIRS = 3;
  private static final double MOST_PARTNERS = 2;
  private static final int MOST_LISTED = 20;

  private final Sightings sightings;
  private final PlacePairs pairs;
  private final Keys keys;
  private final Map<Integer, JoinKey> known;
  private final Map<Names, Tally> tallies = new LinkedHashMap<>();
  private int kept;

  Links(Sightings sightings, PlacePairs pairs, Keys keys, Map<Integer, JoinKey> known) {
    this.sightings = sightings;
    this.pairs = pairs;
    this.keys = keys;
    this.known = known;
  }

  /** The numbers of two groups of places, the smaller first. */
  private record Names(int one, int other) {}

  /** Two values beside each other. */
  private record Pair(String one, String other) {}

  /** What is known of one link. */
  private static final class Tally {
    private final Set<Pair> pairs = new HashSet<>();
    private int events;
  }

  /** The links of which at least one end is a join key, the most frequent first. */
  List<Link> all() {
    sightings.byEvent().forEach(this::add);
    return tallies.entrySet().stream()
        .map(entry -> link(entry.getKey(), entry.getValue()))
        .filter(link -> link.perFrom() <= MOST_PARTNERS && link.perTo() <= MOST_PARTNERS)
        .sorted(
            Comparator.comparingInt(Link::events)
                .reversed()
                .thenComparing(Link::from)
                .thenComparing(Link::to))
        .limit(MOST_LISTED)
        .toList();
  }

  private void add(List<Sighting> event) {
    Map<Integer, Sighting> names = new TreeMap<>();
    for (Sighting sighting : event) {
      int number = keys.find(sighting.place());
      boolean leads =
          known.containsKey(number)
              || (pairs.isSteady(sighting.place()) && !isNumber(sighting.value()));
      if (leads && names.size() < MOST_NAMES_OF_AN_EVENT) {
        names.putIfAbsent(number, sighting);
      }
    }
    List<Map.Entry<Integer, Sighting>> list = List.copyOf(names.entrySet());
    for (int i = 0; i < list.size(); i++) {
      for (int j = i + 1; j < list.size(); j++) {
        Names both = new Names(list.get(i).getKey(), list.get(j).getKey());
        if (known.containsKey(both.one()) || known.containsKey(both.other())) {
          add(both, new Pair(list.get(i).getValue().value(), list.get(j).getValue().value()));
        }
      }
    }
  }

  /** A number that joins nothing is an amount more often than an id. */
  private static boolean isNumber(String value) {
    return value.chars().allMatch(Character::isDigit);
  }

  private void add(Names names, Pair values) {
    if (kept >= MOST_PAIRS) {
      return;
    }
    Tally tally = tallies.computeIfAbsent(names, none -> new Tally());
    tally.events++;
    kept += tally.pairs.add(values) ? 1 : 0;
  }

  private Link link(Names names, Tally tally) {
    Set<String> ones = new HashSet<>();
    Set<String> others = new HashSet<>();
    tally.pairs.forEach(
        pair -> {
          ones.add(pair.one());
          others.add(pair.other());
        });
    double few = tally.pairs.size() < FEWEST_PAIRS ? Double.POSITIVE_INFINITY : tally.pairs.size();
    Pair example =
        tally.pairs.stream()
            .min(Comparator.comparing(Pair::one).thenComparing(Pair::other))
            .orElseThrow();
    return new Link(
        name(names.one()),
        name(names.other()),
        tally.events,
        few / ones.size(),
        few / others.size(),
        example.one(),
        example.other());
  }

  private String name(int number) {
    JoinKey key = known.get(number);
    return key == null ? sightings.places().get(number).name() : key.name();
  }
}

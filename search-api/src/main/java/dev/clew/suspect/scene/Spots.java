// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions and files in which the fault may lie; each counts by its nearest connection. */
final class Spots {
  /** Most functions that are kept; what comes later is further away. */
  private static final int MAX = 400;

  private final Map<String, Spot> spots = new LinkedHashMap<>();
  private final Map<String, Double> files = new LinkedHashMap<>();

  void add(Spot spot) {
    String place = spot.path() + ":" + spot.block().from();
    if (spots.size() < MAX || spots.containsKey(place)) {
      spots.merge(place, spot, (a, b) -> a.weight() >= b.weight() ? a : b);
      file(spot.path(), spot.weight());
    }
  }

  void file(String path, double weight) {
    files.merge(path, weight, Math::max);
  }

  /** A copy, so that more can be added while it is walked. */
  List<Spot> list() {
    return new ArrayList<>(spots.values());
  }

  /** The nearest of each name in each file, by {@link Spot#key()}. */
  Map<String, Spot> byKey() {
    Map<String, Spot> nearest = new LinkedHashMap<>();
    spots
        .values()
        .forEach(
            spot -> nearest.merge(spot.key(), spot, (a, b) -> a.weight() >= b.weight() ? a : b));
    return nearest;
  }

  /** Files with their weight, 0 to 1. */
  Map<String, Double> files() {
    return files;
  }
}

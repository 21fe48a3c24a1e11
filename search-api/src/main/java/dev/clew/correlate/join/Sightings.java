// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.join;

import dev.clew.correlate.request.Mention;
import dev.clew.correlate.request.Mentions;
import dev.clew.event.LogEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers which values which events name where. Not thread-safe. */
final class Sightings {
  /** Most sightings that are remembered. */
  static final int MOST = 400_000;

  private final Map<Place, Integer> numbers = new LinkedHashMap<>();
  private final List<Place> places = new ArrayList<>();
  private final Map<String, List<Sighting>> byValue = new HashMap<>();
  private final List<List<Sighting>> byEvent = new ArrayList<>();
  private int kept;
  private long left;

  /**
   * A value seen.
   *
   * @param place its number among {@link #places}
   * @param event the number of the event, from 0
   * @param time of the event, nanoseconds since the epoch
   */
  record Sighting(String value, int place, int event, long time) {}

  void add(LogEvent event) {
    List<Sighting> seen = new ArrayList<>();
    byEvent.add(seen);
    if (event.service() == null || isFar(event.time().epochNanos())) {
      return;
    }
    for (Mention mention : Mentions.of(event)) {
      if (kept == MOST) {
        left++;
        continue;
      }
      kept++;
      Sighting sighting =
          new Sighting(
              mention.value(),
              number(new Place(event.service(), mention.name())),
              byEvent.size() - 1,
              event.time().epochNanos());
      seen.add(sighting);
      byValue.computeIfAbsent(mention.value(), value -> new ArrayList<>(2)).add(sighting);
    }
  }

  /** Outside the years 1824 to 2116, so far that a difference may not fit into 64 bits. */
  private static boolean isFar(long time) {
    return time < Long.MIN_VALUE / 2 || time > Long.MAX_VALUE / 2;
  }

  private int number(Place place) {
    Integer known = numbers.putIfAbsent(place, places.size());
    if (known != null) {
      return known;
    }
    places.add(place);
    return places.size() - 1;
  }

  List<Place> places() {
    return places;
  }

  /** The sightings of each value, in the order read. */
  Map<String, List<Sighting>> byValue() {
    return byValue;
  }

  /** The sightings of each event. */
  List<List<Sighting>> byEvent() {
    return byEvent;
  }

  /** Sightings that were left out because there were too many. */
  long left() {
    return left;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.place;

import dev.clew.event.LogEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What code each unit of work came by last: where its statements are, and what these name. A unit
 * of work is what one service does for one request, or one thread.
 */
final class Trail implements Consumer<LogEvent> {
  private static final int LONGEST = 12;
  private static final int MOST_UNITS = 5_000;
  private static final int MOST_WRITERS = 5_000;

  private final CodeNames names;
  private final Map<String, SequencedSet<Place>> units = latest(MOST_UNITS);

  /** The request for which each writer worked last: calls printed one a line do not repeat it. */
  private final Map<String, String> requests = latest(MOST_WRITERS);

  Trail(CodeNames names) {
    this.names = names;
  }

  @Override
  public void accept(LogEvent event) {
    String unit = unit(event);
    if (unit == null) {
      return;
    }
    SequencedSet<Place> places = units.computeIfAbsent(unit, key -> new LinkedHashSet<>());
    statement(event).ifPresent(place -> add(places, place));
    for (String name : names.in(event.body())) {
      names.place(name).ifPresent(place -> add(places, place));
    }
  }

  /**
   * What the unit of work of {@code event} came by, latest first, without the file of its logger:
   * it may only report what happened elsewhere.
   */
  List<Place> of(LogEvent event) {
    String unit = unit(event);
    SequencedSet<Place> places = unit == null ? null : units.get(unit);
    if (places == null) {
      return List.of();
    }
    List<Place> latestFirst = new ArrayList<>(places.reversed());
    Optional<Place> own = Optional.ofNullable(event.logger()).flatMap(Place::ofLogger);
    latestFirst.removeIf(place -> own.filter(file -> file.path().equals(place.path())).isPresent());
    return latestFirst;
  }

  private static Optional<Place> statement(LogEvent event) {
    Optional<Place> printed = PrintedPlaces.ofStatement(event);
    return printed.isPresent() || event.logger() == null ? printed : Place.ofLogger(event.logger());
  }

  private static void add(SequencedSet<Place> places, Place place) {
    Place anyLine = new Place(place.file(), place.path(), place.function(), 0);
    places.remove(anyLine);
    places.addLast(anyLine);
    if (places.size() > LONGEST) {
      places.removeFirst();
    }
  }

  private @Nullable String unit(LogEvent event) {
    String writer = event.origin().source() + '\0' + event.logger() + '\0' + event.thread();
    if (event.traceId() != null) {
      String request = event.service() + '\0' + event.traceId();
      requests.put(writer, request);
      return request;
    }
    String request = requests.get(writer);
    if (request != null || event.thread() == null) {
      return request;
    }
    return event.origin().source() + '\0' + event.thread();
  }

  private static <V> Map<String, V> latest(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > most;
      }
    };
  }
}

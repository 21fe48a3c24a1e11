// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.event.LogEvent;
import dev.clew.explain.place.Blame;
import dev.clew.explain.place.CodeNames;
import dev.clew.explain.place.Ownership;
import dev.clew.explain.trace.Departures;
import dev.clew.explain.trace.Flows;
import dev.clew.explain.trace.Latencies;
import dev.clew.explain.trace.TraceOrigins;
import dev.clew.explain.window.Beside;
import dev.clew.explain.window.Likeness;
import dev.clew.explain.window.Runs;
import dev.clew.explain.window.Scale;
import dev.clew.explain.window.Silent;
import dev.clew.explain.window.Tallies;
import dev.clew.explain.window.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that was counted and read of two sets, before it is weighed.
 *
 * @param blame knows the names of all services
 * @param starts when each of the top risen patterns began, by key
 * @param examples one event of each changed pattern, by key
 * @param isWhole false when only a part of the events was read
 */
record Contrast(
    Window now,
    Window before,
    Likeness likeness,
    Blame blame,
    Tallies tallies,
    Tallies usual,
    Scale scale,
    List<Shift> shifts,
    Map<String, Long> starts,
    Optional<Onset> onset,
    Observations seen,
    Observations then,
    CodeNames names,
    Map<String, LogEvent> examples,
    boolean isWhole) {

  static Contrast of(Window now, Window before) {
    Set<String> services = now.services();
    Set<String> usualServices = before.services();
    Likeness likeness = likeness(services, usualServices);
    Set<String> either = new HashSet<>(services);
    either.addAll(usualServices);
    Tallies tallies = Tallies.of(now, likeness);
    Tallies usual = Tallies.of(before, likeness);
    Scale scale = new Scale(tallies, usual, now.nanos() / before.nanos());
    List<Shift> shifts =
        new Shifts(tallies, usual, scale, Runs.of(before, likeness), before.isEmpty()).find();
    OnsetSearch search = new OnsetSearch(now, before);
    Map<String, Long> starts = search.starts(shifts);
    Optional<Onset> onset = search.first(shifts, starts);
    CodeNames names = names(tallies, usual);
    Observations seen = new Observations(shifts, likeness, names);
    Observations then = new Observations(shifts, likeness, names);
    boolean whole;
    try (Beside<Boolean> usualIsWhole = Beside.of(() -> then.read(before, Optional.empty()))) {
      boolean all = seen.read(now, onset.map(Onset::epochNanos));
      whole = usualIsWhole.get() && all;
    }
    Map<String, LogEvent> examples = new HashMap<>(then.examples());
    examples.putAll(seen.examples());
    return new Contrast(
        now,
        before,
        likeness,
        new Blame(either),
        tallies,
        usual,
        scale,
        shifts,
        starts,
        onset,
        seen,
        then,
        names,
        examples,
        whole);
  }

  List<RankedService> services() {
    ServiceRanking ranking = new ServiceRanking();
    boolean named = likeness == Likeness.BY_ID;
    Departures departures = Flows.of(seen.traces()).departuresFrom(Flows.of(then.traces()));
    ranking.shifts(
        shifts.stream().filter(shift -> named || shift.now() > 0).toList(),
        starts,
        examples,
        now,
        departures);
    ranking.traces(TraceOrigins.of(seen.traces().all()), TraceOrigins.of(then.traces().all()));
    ranking.departures(departures.believed());
    ranking.stacks(seen.places(), then.places(), blame, now.nanos());
    ranking.latencies(Latencies.of(seen.traces()), Latencies.of(then.traces()));
    ranking.metrics(seen.metrics().jumpsFrom(then.metrics()));
    if (named) {
      ranking.silence(tallies, usual, scale);
    }
    return ranking.ranked();
  }

  List<Location> locations() {
    LocationRanking locations = new LocationRanking(new Ownership(tallies, usual), blame, names);
    locations.stacks(seen.places(), then.places(), now.nanos());
    locations.shifts(shifts, examples);
    List<Silent> silent = new ArrayList<>(Silent.of(tallies, usual, scale));
    if (isWhole) {
      silent.addAll(then.mentions().silentIn(seen.mentions(), scale));
    }
    silent.sort(Silent.IN_ORDER);
    locations.silences(silent);
    return locations.ranked();
  }

  private static CodeNames names(Tallies now, Tallies before) {
    return new CodeNames(
        Stream.of(now, before)
            .flatMap(tallies -> tallies.byKey().values().stream())
            .map(Tallies.Tally::logger)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }

  private static Likeness likeness(Set<String> services, Set<String> usual) {
    return services.isEmpty() || usual.isEmpty() || !Collections.disjoint(services, usual)
        ? Likeness.BY_ID
        : Likeness.BY_TEXT;
  }
}

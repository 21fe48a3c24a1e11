// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.event.LogEvent;
import dev.clew.event.StackTrace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what differs between two sets of events, and where it started.
 *
 * <p>Rates and shares are compared, never raw counts or clock times, so that the sets may differ in
 * width and date. Counts come from aggregates; events are read only for what counts cannot say, and
 * of a large set only some. Thread-safe; the same sets give the same answer.
 */
public final class Comparer {
  private static final int MOST_PATTERNS = 500;
  private static final int MOST_EXCEPTIONS = 20;
  private static final int ENOUGH_EVENTS = 5;

  /** Compares {@code now} with the baseline {@code before}, which may be empty. */
  public Comparison compare(EventSet now, EventSet before) {
    Window incident = Window.of(now);
    Window baseline = Window.of(before);
    List<Finding> remarks = new ArrayList<>();
    if (baseline.isEmpty() && !incident.isEmpty()) {
      Optional<Long> split = new InnerBaseline(incident).split();
      if (split.isPresent()) {
        baseline = incident.between(incident.range().from(), split.get());
        incident = incident.between(split.get(), incident.range().to());
        remarks.add(
            Finding.remark(
                "no baseline was given: compared with the %s before %s in the same events"
                    .formatted(
                        Words.duration(baseline.nanos()), Words.time(incident.range().from()))));
      } else {
        remarks.add(
            Finding.remark(
                "no baseline, and no moment after which errors rise: every error counts as new"));
      }
    }
    if (incident.events() + baseline.events() < ENOUGH_EVENTS) {
      remarks.add(
          Finding.remark(
              "not enough data: %s to explain, %s in the baseline"
                  .formatted(Words.events(incident.events()), Words.events(baseline.events()))));
      return new Comparison(List.of(), List.of(), List.of(), Optional.empty(), List.of(), remarks);
    }
    return compare(incident, baseline, remarks);
  }

  private static Comparison compare(Window now, Window before, List<Finding> remarks) {
    Tallies tallies = Tallies.of(now);
    Tallies usual = Tallies.of(before);
    if (!tallies.isComplete() || !usual.isComplete()) {
      remarks.add(
          Finding.remark("more than 10000 patterns: rare ones that are no errors are left out"));
    }
    Scale scale = new Scale(tallies, usual, now.nanos() / before.nanos());
    List<Shift> shifts = new Shifts(tallies, usual, scale, before.isEmpty()).find();
    OnsetSearch search = new OnsetSearch(now, before);
    Map<String, Long> starts = search.starts(shifts);
    Optional<Onset> onset = search.first(shifts, starts);
    Observations then = new Observations(shifts);
    Observations seen = new Observations(shifts);
    boolean whole = then.read(before, Optional.empty());
    whole &= seen.read(now, onset.map(Onset::epochNanos));
    if (!whole) {
      remarks.add(
          Finding.remark(
              "stacks, spans and metrics come from a part of the events: all errors up to 50000,"
                  + " and those around the onset"));
    }
    Map<String, LogEvent> examples = new HashMap<>(then.examples());
    examples.putAll(seen.examples());
    List<PatternChange> changes = changes(shifts, examples);
    List<RankedService> services =
        services(tallies, usual, scale, shifts, starts, examples, now, seen, then);
    LocationRanking locations = new LocationRanking(new Ownership(tallies, usual));
    locations.stacks(seen.places(), then.places(), now.nanos());
    locations.shifts(shifts, examples);
    if (changes.isEmpty() && services.isEmpty()) {
      remarks.add(
          Finding.remark(
              "no difference beyond chance: %s now, %s in the baseline"
                  .formatted(Words.events(now.events()), Words.events(before.events()))));
    }
    return new Comparison(
        services, locations.ranked(), changes, onset, exceptions(seen, then), remarks);
  }

  private static List<RankedService> services(
      Tallies tallies,
      Tallies usual,
      Scale scale,
      List<Shift> shifts,
      Map<String, Long> starts,
      Map<String, LogEvent> examples,
      Window now,
      Observations seen,
      Observations then) {
    ServiceRanking ranking = new ServiceRanking();
    ranking.shifts(shifts, starts, examples, now);
    ranking.traces(
        TraceOrigins.of(seen.traces().all()),
        TraceOrigins.of(then.traces().all()),
        "fail first in");
    Flows flows = Flows.of(seen.traces());
    Flows usualFlows = Flows.of(then.traces());
    ranking.traces(
        TraceOrigins.of(Flows.marked(seen.traces(), flows, usualFlows)),
        TraceOrigins.of(Flows.marked(then.traces(), flows, usualFlows)),
        "first leave their usual course in");
    ranking.latencies(Latencies.of(seen.traces()), Latencies.of(then.traces()));
    ranking.metrics(seen.metrics().jumpsFrom(then.metrics()));
    ranking.silence(tallies, usual, scale);
    return ranking.ranked();
  }

  private static List<PatternChange> changes(List<Shift> shifts, Map<String, LogEvent> examples) {
    List<PatternChange> changes = new ArrayList<>();
    for (Shift shift : shifts) {
      LogEvent example = examples.get(shift.tally().key());
      if (example != null && changes.size() < MOST_PATTERNS) {
        changes.add(
            new PatternChange(
                shift.tally().pattern(),
                shift.tally().service(),
                shift.tally().logger(),
                shift.tally().severity(),
                shift.kind(),
                shift.now(),
                shift.before(),
                shift.score(),
                shift.moment(),
                example));
      }
    }
    return changes;
  }

  /** One of each kind of exception, those the baseline has not first, then by frequency. */
  private static List<StackTrace> exceptions(Observations now, Observations before) {
    Map<String, StackTrace> kinds = new LinkedHashMap<>();
    now.exceptions()
        .forEach(
            (kind, trace) -> {
              if (!before.exceptions().containsKey(kind)) {
                kinds.put(kind, trace);
              }
            });
    now.exceptions().forEach(kinds::putIfAbsent);
    return kinds.values().stream().limit(MOST_EXCEPTIONS).toList();
  }
}

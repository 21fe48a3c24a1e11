// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.event.LogEvent;
import dev.clew.event.StackTrace;
import dev.clew.explain.trace.Traces;
import dev.clew.explain.window.DetailScan;
import dev.clew.explain.window.InnerBaseline;
import dev.clew.explain.window.Likeness;
import dev.clew.explain.window.Window;
import java.util.ArrayList;
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
    Window incident = Window.of(now.store(), now.selection());
    Window baseline = Window.of(before.store(), before.selection());
    List<Finding> remarks = new ArrayList<>();
    if (baseline.isEmpty() && !incident.isEmpty()) {
      Optional<Long> split = new InnerBaseline(incident).split();
      if (split.isPresent()) {
        baseline = incident.between(incident.range().from(), split.get());
        incident = incident.between(split.get(), incident.range().to());
      }
      remarks.add(Finding.remark(withoutBaseline(split, baseline)));
    }
    if (incident.events() + baseline.events() < ENOUGH_EVENTS) {
      remarks.add(
          Finding.remark(
              "not enough data: %s to explain, %s in the baseline"
                  .formatted(Words.events(incident.events()), Words.events(baseline.events()))));
      return new Comparison(List.of(), List.of(), List.of(), Optional.empty(), List.of(), remarks);
    }
    return weigh(Contrast.of(incident, baseline), remarks);
  }

  private static String withoutBaseline(Optional<Long> split, Window before) {
    return split
        .map(
            moment ->
                "no baseline was given: compared with the %s before %s in the same events"
                    .formatted(Words.duration(before.nanos()), Words.time(moment)))
        .orElse("no baseline, and no moment after which errors rise: every error counts as new");
  }

  private static Comparison weigh(Contrast contrast, List<Finding> remarks) {
    List<PatternChange> changes = Shortlist.of(changes(contrast.shifts(), contrast.examples()));
    List<RankedService> services = contrast.services();
    if (contrast.likeness() == Likeness.BY_TEXT) {
      remarks.add(
          Finding.remark(
              "the two sets have no service in common: patterns are compared whatever the"
                  + " service"));
    }
    if (!contrast.tallies().isComplete() || !contrast.usual().isComplete()) {
      remarks.add(
          Finding.remark("more than 10000 patterns: rare ones that are no errors are left out"));
    }
    if (!contrast.isWhole()) {
      remarks.add(
          Finding.remark(
              "stacks, spans and metrics come from a part of the events: up to %d errors of each set, and as"
                      .formatted(DetailScan.ERRORS)
                  + " many as %d around the onset".formatted(DetailScan.AROUND)));
    }
    if (!contrast.seen().traces().isComplete() || !contrast.then().traces().isComplete()) {
      remarks.add(
          Finding.remark(
              "requests have more steps than are remembered (%d of one, %d in all): some are"
                      .formatted(Traces.LONGEST_TRACE, Traces.MOST_STEPS)
                  + " followed in part"));
    }
    if (changes.isEmpty() && services.isEmpty()) {
      remarks.add(
          Finding.remark(
              "no difference beyond chance: %s now, %s in the baseline"
                  .formatted(
                      Words.events(contrast.now().events()),
                      Words.events(contrast.before().events()))));
    }
    return new Comparison(
        services,
        contrast.locations(),
        changes,
        contrast.onset(),
        exceptions(contrast.seen(), contrast.then()),
        remarks);
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

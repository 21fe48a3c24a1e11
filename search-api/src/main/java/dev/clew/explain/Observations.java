// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.event.LogEvent;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import dev.clew.explain.measure.Metrics;
import dev.clew.explain.place.CodeMentions;
import dev.clew.explain.place.CodeNames;
import dev.clew.explain.place.CodePlaces;
import dev.clew.explain.trace.Traces;
import dev.clew.explain.window.DetailScan;
import dev.clew.explain.window.Failing;
import dev.clew.explain.window.Likeness;
import dev.clew.explain.window.Window;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What single events of one set say: requests, measurements, stacks, and an example of each
 * pattern.
 */
final class Observations {
  private static final int MOST_EXCEPTIONS = 5_000;

  private final Likeness likeness;
  private final Set<String> wanted = new HashSet<>();
  private final Set<String> failingPatterns = new HashSet<>();
  private final Map<String, LogEvent> examples = new HashMap<>();
  private final Map<String, StackTrace> exceptions = new LinkedHashMap<>();
  private final Traces traces;
  private final Metrics metrics = new Metrics();
  private final CodePlaces places;
  private final CodeMentions mentions;

  /** Looks for examples of {@code shifts}, and for the code that messages name. */
  Observations(List<Shift> shifts, Likeness likeness, CodeNames names) {
    this.likeness = likeness;
    places = new CodePlaces(names);
    mentions = new CodeMentions(names);
    for (Shift shift : shifts) {
      wanted.add(shift.tally().key());
      if (shift.isRise() && shift.failing() >= 0.6) {
        failingPatterns.add(shift.tally().pattern().id());
      }
    }
    traces = new Traces(this::isFailing);
  }

  /** Reads the events of {@code window}; false when some were left out. */
  boolean read(Window window, Optional<Long> onset) {
    return DetailScan.read(window, onset, this::accept);
  }

  Map<String, LogEvent> examples() {
    return examples;
  }

  /** One exception of each kind, by type and innermost call, in order of time. */
  Map<String, StackTrace> exceptions() {
    return exceptions;
  }

  Traces traces() {
    return traces;
  }

  Metrics metrics() {
    return metrics;
  }

  CodePlaces places() {
    return places;
  }

  CodeMentions mentions() {
    return mentions;
  }

  private void accept(LogEvent event) {
    String key = likeness.key(event);
    if (wanted.contains(key)) {
      examples.putIfAbsent(key, event);
    }
    traces.accept(event);
    metrics.accept(event);
    places.accept(event);
    mentions.accept(event);
    StackTrace exception = event.exception();
    if (exception != null && exceptions.size() < MOST_EXCEPTIONS) {
      exceptions.putIfAbsent(kind(exception), exception);
    }
  }

  private boolean isFailing(LogEvent event) {
    return Failing.isFailure(event)
        || (event.pattern() != null && failingPatterns.contains(event.pattern().id()));
  }

  private static String kind(StackTrace exception) {
    StackTrace root = exception.chain().getLast();
    List<StackFrame> frames = root.frames();
    return root.type() + '@' + (frames.isEmpty() ? "" : frames.get(0).qualifiedFunction());
  }
}

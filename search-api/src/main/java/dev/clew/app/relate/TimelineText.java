// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.relate;

import dev.clew.app.terminal.Console;
import dev.clew.change.Change;
import dev.clew.change.Inference;
import dev.clew.event.EventTime;
import dev.clew.timeline.Axis;
import dev.clew.timeline.Lane;
import dev.clew.timeline.Lane.Gap;
import dev.clew.timeline.Lanes;
import dev.clew.timeline.Requests;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Lanes as bars of characters. A dot is a cell without events, a blank one of which nothing is
 * known; the highest bar is the lane's own highest cell, so lanes compare in shape, not in size.
 */
final class TimelineText {
  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final int NAME = 20;
  private static final int MOST_CHANGES = 20;
  private static final int MOST_REQUESTS = 5;

  private final Console console;
  private final ZoneId zone;

  TimelineText(Console console, ZoneId zone) {
    this.console = console;
    this.zone = zone;
  }

  void print(Lanes lanes, List<Change> changes) {
    Axis axis = lanes.axis();
    if (axis.cells() == 0) {
      return;
    }
    console.print(
        " ".repeat(NAME + 1)
            + TimelineCommand.time(axis.at(0), zone)
            + " to "
            + TimelineCommand.time(axis.at(axis.cells()), zone));
    printChanges(axis, changes);
    for (Lane lane : lanes.lanes()) {
      print(lane, axis);
    }
    print(lanes.requests());
    if (lanes.moreLanes() > 0) {
      console.note("%,d more lanes: see --limit".formatted(lanes.moreLanes()));
    }
  }

  private void printChanges(Axis axis, List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    char[] marks = new char[axis.cells()];
    Arrays.fill(marks, ' ');
    for (Change change : changes) {
      long at = (EventTime.nanos(change.time()) - axis.start()) / axis.step().stepNanos();
      marks[Math.clamp(at, 0, axis.cells() - 1)] = '▼';
    }
    line("changes", new String(marks), "%,d".formatted(changes.size()));
    for (Change change : changes.stream().limit(MOST_CHANGES).toList()) {
      console.print(
          "%s %s %s %s"
              .formatted(
                  TimelineCommand.time(EventTime.nanos(change.time()), zone),
                  change.kind(),
                  change.service() == null ? "" : Console.safe(change.service(), NAME),
                  Console.safe(change.label(), 80)));
      Inference inferred = change.inferred();
      if (inferred != null) {
        console.print(console.dim("  " + Console.safe(inferred.text(), 150)));
      }
    }
    if (changes.size() > MOST_CHANGES) {
      console.note("%,d more changes: see --json".formatted(changes.size() - MOST_CHANGES));
    }
  }

  private void print(Lane lane, Axis axis) {
    String name = lane.name().isEmpty() ? "(none)" : Console.safe(lane.name(), NAME);
    line(name, drawn(lane.events(axis.cells()), lane, axis), "%,d".formatted(lane.total()));
    if (lane.firstError().isPresent()) {
      line(
          "  errors",
          console.red(drawn(lane.errors(axis.cells()), lane, axis)),
          "first " + TimelineCommand.time(lane.firstError().get(), zone));
    }
    for (Lane.Burst burst : lane.bursts()) {
      console.print(
          "  burst    %s to %s: %,d %s, %s"
              .formatted(
                  TimelineCommand.time(burst.range().from(), zone),
                  TimelineCommand.time(burst.range().to(), zone),
                  burst.events(),
                  burst.errors() ? "errors" : "events",
                  Double.isInfinite(burst.times())
                      ? "none elsewhere"
                      : String.format(Locale.ROOT, "%.1f times the usual", burst.times())));
    }
    for (Lane.Silence silence : lane.silences()) {
      console.print(
          "  silence  %s to %s: about %,.0f events were to be expected%s"
              .formatted(
                  TimelineCommand.time(silence.range().from(), zone),
                  TimelineCommand.time(silence.range().to(), zone),
                  silence.expected(),
                  silence.collected() ? "" : "; fell silent, or was no longer collected"));
    }
    if (lane.late() > 0) {
      console.print(
          "  late     %,d events were received more than a minute after their time"
              .formatted(lane.late()));
    }
    for (Gap gap : lane.gaps()) {
      console.print(
          "  no data  %s to %s: %s"
              .formatted(
                  TimelineCommand.time(gap.range().from(), zone),
                  TimelineCommand.time(gap.range().to(), zone),
                  gap.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }
  }

  private void print(Requests requests) {
    if (requests.earliest().isEmpty()) {
      return;
    }
    console.print(
        (requests.failing().exact()
                ? "failing requests: %,d; the first to fail:"
                : "failing requests: more than %,d; of those with most errors the first to fail:")
            .formatted(requests.failing().value()));
    for (Requests.Request request : requests.earliest().stream().limit(MOST_REQUESTS).toList()) {
      console.print(
          "  %s %s %s, %,d of %,d events are errors: %s"
              .formatted(
                  TimelineCommand.time(request.firstError(), zone),
                  Console.safe(request.trace(), 36),
                  Spans.text(request.last() - request.first()),
                  request.errors(),
                  request.events(),
                  Console.safe(String.join(", ", request.services()), 80)));
    }
  }

  private void line(String name, String drawn, String more) {
    console.print("%-20s %s %s".formatted(name, drawn, more));
  }

  private static String drawn(long[] counts, Lane lane, Axis axis) {
    long most = Math.max(1, Arrays.stream(counts).max().orElse(1));
    StringBuilder text = new StringBuilder(counts.length);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        text.append(BARS.charAt((int) ((counts[i] * (BARS.length() - 1)) / most)));
      } else {
        text.append(isKnown(lane, axis, i) ? '·' : ' ');
      }
    }
    return text.toString();
  }

  private static boolean isKnown(Lane lane, Axis axis, int cell) {
    return lane.gaps().stream()
        .noneMatch(
            gap ->
                gap.range().from() < axis.at(cell) + axis.step().stepNanos()
                    && gap.range().to() > axis.at(cell));
  }
}

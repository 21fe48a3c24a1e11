// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.relate;

import dev.clew.app.report.EventText;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.TimeText;
import dev.clew.correlate.Bar;
import dev.clew.correlate.Bars;
import dev.clew.correlate.Unit;
import dev.clew.correlate.Unit.Joined;
import dev.clew.correlate.clock.Offsets;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import dev.clew.event.TimeRange;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.LongSummaryStatistics;

/** A unit of work as people read it: its bars, its events, and what was followed. */
final class UnitText {
  private static final int SHOWN = 10;
  private static final int BAR_WIDTH = 40;

  private final Console console;
  private final ZoneId zone;
  private final Offsets offsets;

  /**
   * @param offsets by which times are corrected
   */
  UnitText(Console console, ZoneId zone, Offsets offsets) {
    this.console = console;
    this.zone = zone;
    this.offsets = offsets;
  }

  void print(String value, Unit unit) {
    TimeRange extent = extent(unit);
    console.print(
        "%s: %,d events of %d services in %s, worst level %s"
            .formatted(
                Console.safe(value, 80),
                unit.total().value(),
                unit.parts().size(),
                Spans.text(offsets.nanos().isEmpty() ? unit.nanos() : extent.to() - extent.from()),
                level(unit.worst())));
    console.print("");
    Bars bars = Bars.of(unit, offsets);
    bars.bars().stream().limit(BAR_WIDTH).forEach(bar -> console.print(line(bar, extent)));
    console.print("");
    unit.events().stream()
        .map(Joined::event)
        .sorted(Comparator.<LogEvent>comparingLong(offsets::time).thenComparing(LogEvent.ORDER))
        .forEach(event -> console.print(line(event)));
    printLinks(unit);
    printNotes(unit, bars);
    console.note(
        "%,d of %,d events, times in %s"
            .formatted(unit.events().size(), unit.total().value(), zone));
  }

  /** From the first to the last event; by corrected times that of the listed ones. */
  private TimeRange extent(Unit unit) {
    if (offsets.nanos().isEmpty()) {
      return new TimeRange(unit.first(), unit.last());
    }
    LongSummaryStatistics times =
        unit.events().stream()
            .mapToLong(joined -> offsets.time(joined.event()))
            .summaryStatistics();
    return new TimeRange(times.getMin(), times.getMax());
  }

  private String line(LogEvent event) {
    long time = offsets.time(event);
    String line = EventText.line(console, event, EventTime.instant(time), zone);
    return time == event.time().epochNanos()
        ? line
        : line + console.dim("  (read %s)".formatted(TimeText.print(event.time().instant(), zone)));
  }

  private void printLinks(Unit unit) {
    unit.followed().stream()
        .skip(1)
        .limit(SHOWN)
        .forEach(
            link ->
                console.note(
                    "joined by %s %s: %,d events"
                        .formatted(
                            Console.safe(link.name(), 40),
                            Console.safe(link.value(), 80),
                            link.added())));
    unit.stopped().stream()
        .limit(SHOWN)
        .forEach(
            link ->
                console.note(
                    "not followed: %s %s: %s"
                        .formatted(
                            Console.safe(link.name(), 40),
                            Console.safe(link.value(), 80),
                            link.reason())));
  }

  private void printNotes(Unit unit, Bars bars) {
    int more = unit.stopped().size() - SHOWN;
    if (more > 0) {
      console.note("not followed: %,d more".formatted(more));
    }
    if (bars.bars().size() > BAR_WIDTH) {
      console.note("%,d more bars: see --json".formatted(bars.bars().size() - BAR_WIDTH));
    }
    bars.notes().forEach(note -> console.note("note: " + note));
    if (bars.bars().stream().noneMatch(Bar::isSpan)) {
      console.note("no spans: each bar runs from a service's first to its last event");
    }
    if (!unit.complete()) {
      console.note("not complete: a part of what is stored could not be read: see clew verify");
    }
  }

  private static String line(Bar bar, TimeRange extent) {
    double length = Math.max(1, (double) extent.to() - extent.from());
    int from = place(((double) bar.start() - extent.from()) / length, BAR_WIDTH - 1);
    int to = place(((double) bar.start() - extent.from() + bar.nanos()) / length, BAR_WIDTH);
    String drawn = " ".repeat(from) + "█".repeat(Math.max(1, to - from));
    String name = "  ".repeat(Math.min(bar.depth(), SHOWN)) + Console.safe(bar.service(), 24);
    return "%-26s %-40s  %12s  %s"
        .formatted(name, drawn, Spans.text(bar.nanos()), Console.safe(bar.name(), 60))
        .stripTrailing();
  }

  private static int place(double share, int width) {
    return Math.clamp(Math.round(share * BAR_WIDTH), 0, width);
  }

  private static String level(Severity severity) {
    return severity == Severity.UNSPECIFIED ? "none" : severity.name().toLowerCase(Locale.ROOT);
  }
}

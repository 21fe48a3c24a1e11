// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.relate;

import dev.clew.app.json.Json;
import dev.clew.app.report.EventText;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.Surroundings;
import dev.clew.correlate.Bar;
import dev.clew.correlate.Bars;
import dev.clew.correlate.Unit;
import dev.clew.correlate.UnitLimits;
import dev.clew.correlate.UnitSearch;
import dev.clew.correlate.clock.Offsets;
import dev.clew.event.Severity;
import dev.clew.event.TimeRange;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.correlate.UnitShape;
import dev.clew.store.LogStore;
import dev.clew.store.Until;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the unit of work that a value stands for. */
@Command(
    name = "correlate",
    mixinStandardHelpOptions = true,
    description =
        "Finds all events of one unit of work, across services: those that name VALUE, and those"
            + " that name a value standing beside it. How is in docs/correlate.md.",
    footer = {
      "",
      "Examples:",
      "  clew correlate A-769FDB48",
      "  clew correlate 81751 --key order --no-follow --json"
    })
public final class CorrelateCommand implements Callable<Integer> {
  private static final int SHOWN = 10;
  private static final int BAR_WIDTH = 40;

  private final Surroundings surroundings;

  @Parameters(paramLabel = "VALUE", description = "A value as it stands in the logs.")
  String value = "";

  @Mixin Asked asked = new Asked();

  @Option(
      names = "--key",
      paramLabel = "FIELD",
      defaultValue = "",
      description = "The field that has the value; default: anywhere in the event.")
  String key = "";

  @Option(names = "--no-follow", description = "Do not follow the values beside it.")
  boolean alone;

  @Option(
      names = "--reach",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description =
          "A value also seen so long before or after is not followed; default: ${DEFAULT-VALUE}.")
  int reach;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "500",
      description = "Most events to list, up to 10,000; default: ${DEFAULT-VALUE}.")
  int limit;

  public CorrelateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > LogStore.MAX_LIMIT) {
      throw Fault.usage("--limit %d: give 1 to %,d".formatted(limit, LogStore.MAX_LIMIT));
    }
    if (reach < 0) {
      throw Fault.usage("--reach %d: at least 0".formatted(reach));
    }
    if (value.isBlank()) {
      throw Fault.usage("VALUE is empty; give an id as it stands in the logs");
    }
    return asked.answer(this::print);
  }

  private int print(LogStore store) {
    ZoneId zone = asked.zone(surroundings);
    TimeRange range = asked.range(store, zone);
    UnitLimits limits = new UnitLimits(limit, !alone, Duration.ofSeconds(reach));
    long began = System.nanoTime();
    Unit unit = new UnitSearch(store, limits).find(key, value.strip(), range, Until.NEVER);
    if (asked.json) {
      long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
      UnitShape shape = new UnitShape(key, value.strip(), RangeJson.of(range), null, Offsets.NONE);
      Json.print(surroundings.console(), shape.of(unit, null, took));
    } else {
      text(unit, zone);
    }
    return unit.parts().isEmpty() ? 1 : 0;
  }

  private void text(Unit unit, ZoneId zone) {
    Console console = surroundings.console();
    if (unit.parts().isEmpty()) {
      console.note("no event names %s".formatted(Console.safe(value, 80)));
      return;
    }
    console.print(
        "%s: %,d events of %d services in %s, worst level %s"
            .formatted(
                Console.safe(value, 80),
                unit.total().value(),
                unit.parts().size(),
                Spans.text(unit.nanos()),
                level(unit.worst())));
    console.print("");
    Bars bars = Bars.of(unit, Offsets.NONE);
    bars.bars().stream().limit(BAR_WIDTH).forEach(bar -> console.print(line(bar, unit)));
    console.print("");
    unit.events().forEach(joined -> console.print(EventText.line(console, joined.event(), zone)));
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
    notes(console, unit, bars);
    console.note(
        "%,d of %,d events, times in %s"
            .formatted(unit.events().size(), unit.total().value(), zone));
  }

  private static void notes(Console console, Unit unit, Bars bars) {
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

  private static String line(Bar bar, Unit unit) {
    double length = Math.max(1, unit.nanos());
    int from = place(((double) bar.start() - unit.first()) / length, BAR_WIDTH - 1);
    int to = place(((double) bar.start() - unit.first() + bar.nanos()) / length, BAR_WIDTH);
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

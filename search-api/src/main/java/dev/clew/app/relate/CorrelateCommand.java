// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.relate;

import dev.clew.app.json.Json;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.Surroundings;
import dev.clew.correlate.Unit;
import dev.clew.correlate.UnitClocks;
import dev.clew.correlate.UnitLimits;
import dev.clew.correlate.UnitSearch;
import dev.clew.correlate.clock.Offsets;
import dev.clew.event.TimeRange;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.correlate.SkewJson;
import dev.clew.http.json.correlate.UnitShape;
import dev.clew.store.LogStore;
import dev.clew.store.Until;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
      "  clew correlate 81751 --key order --no-follow --json",
      "  clew correlate A-769FDB48 --skew correct"
    })
public final class CorrelateCommand implements Callable<Integer> {
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

  @Mixin SkewOption skew = new SkewOption();

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
    skew.correct();
    return asked.answer(this::print);
  }

  private int print(LogStore store) {
    ZoneId zone = asked.zone(surroundings);
    TimeRange range = asked.range(store, zone);
    UnitLimits limits = new UnitLimits(limit, !alone, Duration.ofSeconds(reach));
    long began = System.nanoTime();
    Unit unit = new UnitSearch(store, limits).find(key, value.strip(), range, Until.NEVER);
    boolean found = !unit.parts().isEmpty();
    UnitClocks clocks =
        found && skew.correct() ? UnitClocks.find(store, unit, range, Until.NEVER) : null;
    if (asked.json) {
      long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
      Json.print(surroundings.console(), shape(range, clocks, took).of(unit, null, took));
    } else {
      text(unit, clocks, zone);
    }
    return found ? 0 : 1;
  }

  private UnitShape shape(TimeRange range, @Nullable UnitClocks clocks, long took) {
    RangeJson asJson = RangeJson.of(range);
    if (clocks == null) {
      return new UnitShape(key, value.strip(), asJson, null, Offsets.NONE);
    }
    SkewJson json = SkewJson.of(RangeJson.of(clocks.range()), clocks.skews(), null, took);
    return new UnitShape(key, value.strip(), asJson, json, clocks.skews().offsets());
  }

  private void text(Unit unit, @Nullable UnitClocks clocks, ZoneId zone) {
    Console console = surroundings.console();
    if (unit.parts().isEmpty()) {
      console.note("no event names %s".formatted(Console.safe(value, 80)));
      return;
    }
    if (clocks != null) {
      SkewText.print(console, clocks.skews());
    }
    Offsets offsets = clocks == null ? Offsets.NONE : clocks.skews().offsets();
    new UnitText(console, zone, offsets).print(value, unit);
  }
}

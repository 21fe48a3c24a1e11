// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.relate;

import dev.clew.app.json.Json;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Surroundings;
import dev.clew.correlate.clock.SkewSearch;
import dev.clew.correlate.clock.Skews;
import dev.clew.correlate.clock.Skews.Skew;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.correlate.SkewJson;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints how far the clocks of hosts are apart. */
@Command(
    name = "skew",
    mixinStandardHelpOptions = true,
    description =
        "Estimates how far the clocks of hosts are apart, by the requests that several of them"
            + " worked on. How is in docs/correlate.md.",
    footer = {
      "",
      "Examples:",
      "  clew skew",
      "  clew skew service:checkout --from 2026-03-10T14:00:00Z --to 2026-03-10T15:00:00Z --json"
    })
public final class SkewCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "Which events to look at.")
  List<String> words = List.of();

  @Mixin Asked asked = new Asked();

  public SkewCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    return asked.answer(this::print);
  }

  private int print(LogStore store) {
    Console console = surroundings.console();
    Selection selection = asked.selection(store, words, asked.zone(surroundings), console);
    long began = System.nanoTime();
    Skews skews = new SkewSearch(store).find(selection, Until.NEVER);
    if (asked.json) {
      long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
      Json.print(console, SkewJson.of(RangeJson.of(selection.range()), skews, null, took));
    } else {
      List<List<String>> rows = new ArrayList<>();
      skews.skews().forEach(skew -> rows.add(row(skew)));
      console.table(rows);
      console.note(
          "%,d requests in %,d of %,d events"
              .formatted(skews.requests(), skews.sample().read(), skews.sample().total().value()));
    }
    return skews.skews().isEmpty() ? 1 : 0;
  }

  private static List<String> row(Skew skew) {
    String ahead = skew.estimate().map(known -> SkewText.signed(known.nanos())).orElse("unknown");
    String around = skew.estimate().map(known -> "± " + Spans.text(known.uncertainty())).orElse("");
    String kind = skew.clock().host() ? "host" : "service";
    return List.of(Console.safe(skew.clock().name(), 60), kind, ahead, around, skew.reason());
  }
}

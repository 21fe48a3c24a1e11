// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.relate;

import dev.clew.app.json.Json;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Surroundings;
import dev.clew.correlate.call.CallGraph;
import dev.clew.correlate.call.CallGraph.Call;
import dev.clew.correlate.call.CallSearch;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.correlate.GraphJson;
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

/** Prints which services call which. */
@Command(
    name = "graph",
    mixinStandardHelpOptions = true,
    description =
        "Prints which services call which, how often, how long and with how many errors. How is in"
            + " docs/correlate.md.",
    footer = {
      "",
      "Examples:",
      "  clew graph",
      "  clew graph --from 2026-03-10T14:00:00Z --to 2026-03-10T15:00:00Z --json"
    })
public final class GraphCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "Which events to look at.")
  List<String> words = List.of();

  @Mixin Asked asked = new Asked();

  public GraphCommand(Surroundings surroundings) {
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
    CallGraph graph = new CallSearch(store).find(selection, Until.NEVER);
    if (asked.json) {
      long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
      Json.print(console, GraphJson.of(RangeJson.of(selection.range()), graph, null, took));
    } else {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("caller", "callee", "calls", "errors", "p50", "p95", "p99", "max", "basis"));
      graph.calls().forEach(call -> rows.add(row(call)));
      console.table(rows);
      console.note(
          "%,d requests in %,d of %,d events"
              .formatted(graph.requests(), graph.sample().read(), graph.sample().total().value()));
    }
    return graph.calls().isEmpty() ? 1 : 0;
  }

  private static List<String> row(Call call) {
    return List.of(
        Console.safe(call.caller(), 40),
        Console.safe(call.callee(), 40),
        "%,d".formatted(call.calls()),
        "%,d".formatted(call.errors()),
        Spans.text(call.latency().p50()),
        Spans.text(call.latency().p95()),
        Spans.text(call.latency().p99()),
        Spans.text(call.latency().max()),
        call.reconstructed() == 0 ? "spans" : "%,d reconstructed".formatted(call.reconstructed()));
  }
}

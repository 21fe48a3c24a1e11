// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.relate;

import dev.clew.app.json.Json;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Surroundings;
import dev.clew.correlate.join.JoinSearch;
import dev.clew.correlate.join.Joins;
import dev.clew.correlate.join.Joins.JoinKey;
import dev.clew.correlate.join.Joins.Link;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.correlate.JoinsJson;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints the values by which services can be joined. */
@Command(
    name = "joins",
    mixinStandardHelpOptions = true,
    description =
        "Proposes the values by which services can be joined: ids that several of them name within"
            + " seconds. How is in docs/correlate.md.",
    footer = {
      "",
      "Examples:",
      "  clew joins",
      "  clew joins --from 2026-03-10T14:00:00Z --to 2026-03-10T15:00:00Z --json"
    })
public final class JoinsCommand implements Callable<Integer> {
  private static final int LONGEST = 40;

  private final Surroundings surroundings;

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "Which events to look at.")
  List<String> words = List.of();

  @Mixin Asked asked = new Asked();

  public JoinsCommand(Surroundings surroundings) {
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
    Joins joins = new JoinSearch(store).find(selection, Until.NEVER);
    if (asked.json) {
      long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
      Json.print(console, JoinsJson.of(RangeJson.of(selection.range()), joins, null, took));
    } else {
      text(console, joins);
    }
    return joins.keys().isEmpty() ? 1 : 0;
  }

  private static void text(Console console, Joins joins) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("key", "score", "joins", "values", "false", "within", "services", "such as"));
    joins.keys().forEach(key -> rows.add(row(key)));
    console.table(rows);
    for (Link link : joins.links()) {
      console.print(
          "%s %s stands beside %s %s, as in %,d events"
              .formatted(
                  safe(link.from()),
                  safe(link.exampleFrom()),
                  safe(link.to()),
                  safe(link.exampleTo()),
                  link.events()));
    }
    joins
        .rejected()
        .forEach(
            each ->
                console.note(
                    "not joined: %s of %s and %s of %s: %s"
                        .formatted(
                            safe(each.one().name()),
                            safe(each.one().service()),
                            safe(each.other().name()),
                            safe(each.other().service()),
                            each.reason())));
    if (joins.left() > 0) {
      console.note("%,d values were left out: give a shorter range".formatted(joins.left()));
    }
    console.note(
        "%,d of %,d events read%s"
            .formatted(
                joins.sample().read(),
                joins.sample().total().value(),
                joins.sample().isPart()
                    ? ", in %d stretches of time".formatted(joins.sample().stretches())
                    : ""));
  }

  private static List<String> row(JoinKey key) {
    return List.of(
        safe(key.name()),
        String.format(Locale.ROOT, "%.3f", key.score()),
        percent(key.coverage()),
        "%,d of %,d".formatted(key.joined(), key.values()),
        percent(key.falseJoins()),
        Spans.text(key.spreadNanos()),
        safe(String.join(",", key.services())),
        safe(key.example()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  private static String safe(String text) {
    return Console.safe(text, LONGEST);
  }
}

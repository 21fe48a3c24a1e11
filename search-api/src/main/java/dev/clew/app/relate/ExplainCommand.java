// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.relate;

import dev.clew.app.json.Json;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.Surroundings;
import dev.clew.app.terminal.TimeText;
import dev.clew.contrast.DifferenceSearch;
import dev.clew.contrast.Differences;
import dev.clew.contrast.Differences.Verdict;
import dev.clew.contrast.Finding;
import dev.clew.contrast.LeftOut;
import dev.clew.contrast.Sentences;
import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.explain.window.Windows;
import dev.clew.http.json.correlate.DifferencesJson;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what sets two sets of events, or of requests, apart. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Says what sets events apart from others: those of another query, or of another time. How is"
            + " in docs/explain.md.",
    footer = {
      "",
      "Examples:",
      "  clew explain 'level>=error' --vs 'level:info'",
      "  clew explain 'level>=error' --vs '*' --by trace     failing requests against the others",
      "  clew explain host:web-1 --vs host:web-2 --from 2026-03-10T14:00:00Z",
      "  clew explain --from 2026-03-10T14:00:00Z --to 2026-03-10T15:00:00Z     against the hour before",
      "  clew explain --from 2026-03-10T14:00:00Z --baseline-from 2026-03-09T14:00:00Z"
          + " --baseline-to 2026-03-09T15:00:00Z"
    })
public final class ExplainCommand implements Callable<Integer> {
  private static final int LONGEST = 400;

  private final Surroundings surroundings;

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "Which events to explain.")
  List<String> words = List.of();

  @Option(
      names = "--vs",
      paramLabel = "QUERY",
      description = "The events to compare with; without it, those of QUERY in the time before.")
  @Nullable String other;

  @Option(
      names = "--baseline-from",
      paramLabel = "TIME",
      description = "First moment of the time to compare with; default: as long before --from.")
  @Nullable String baselineFrom;

  @Option(
      names = "--baseline-to",
      paramLabel = "TIME",
      description = "First moment after the time to compare with; default: --from.")
  @Nullable String baselineTo;

  @Option(
      names = "--by",
      paramLabel = "FIELD",
      description = "Compare requests, the values of this field, instead of events: trace.")
  @Nullable String by;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "Most differences to print; default: ${DEFAULT-VALUE}.")
  int limit;

  @Mixin Asked asked = new Asked();

  public ExplainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    return asked.answer(this::print);
  }

  private int print(LogStore store) {
    Console console = surroundings.console();
    ZoneId zone = asked.zone(surroundings);
    Selection here = asked.selection(store, words, zone, console);
    Selection there = there(store, here, zone, console);
    long began = System.nanoTime();
    DifferenceSearch search = new DifferenceSearch(store);
    Differences found =
        by == null
            ? search.ofEvents(here, there, Until.NEVER)
            : search.ofRequests(here, there, by, Until.NEVER);
    long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
    if (asked.json) {
      Json.print(console, DifferencesJson.of(found, Optional.empty(), null, took));
    } else {
      text(console, found);
    }
    return found.verdict() == Verdict.DIFFERENT ? 0 : 1;
  }

  private Selection there(LogStore store, Selection here, ZoneId zone, Console console) {
    boolean time = baselineFrom != null || baselineTo != null;
    if (other == null && !time && asked.range.range(zone).from() == Long.MIN_VALUE) {
      throw Fault.usage(
          "nothing to compare with: give --vs QUERY, or --from for the time before it");
    }
    Selection others = other == null ? here : asked.selection(store, List.of(other), zone, console);
    if (!time) {
      return other == null ? new Selection(here.query(), Windows.before(here.range())) : others;
    }
    TimeRange before = Windows.before(here.range());
    long from =
        baselineFrom == null ? before.from() : moment("--baseline-from", baselineFrom, zone);
    long to = baselineTo == null ? before.to() : moment("--baseline-to", baselineTo, zone);
    if (to < from) {
      throw Fault.usage("--baseline-to lies before --baseline-from");
    }
    return new Selection(others.query(), new TimeRange(from, to));
  }

  private static long moment(String option, String text, ZoneId zone) {
    return EventTime.nanos(TimeText.parse(option, text, zone));
  }

  private void text(Console console, Differences found) {
    Sentences sentences = new Sentences(found);
    console.print(sentences.sets() + ": " + sentences.verdict());
    if (!found.groups().isEmpty()) {
      console.print("");
    }
    int shown = Math.clamp(limit, 0, found.groups().size());
    List<Differences.Group> groups = found.groups().subList(0, shown);
    for (int i = 0; i < groups.size(); i++) {
      Finding leading = groups.get(i).leading();
      console.print("%2d. %s".formatted(i + 1, line(sentences, leading)));
      for (Finding same : groups.get(i).together()) {
        console.print("    together with " + line(sentences, same));
      }
    }
    int more = found.more() + found.groups().size() - shown;
    if (more > 0) {
      console.note("%,d more, with smaller effects".formatted(more));
    }
    found.notes().forEach(note -> console.note("note: " + Console.safe(note, LONGEST)));
    leftOut(console, found.leftOut());
  }

  private static void leftOut(Console console, List<LeftOut> leftOut) {
    List<String> all = new ArrayList<>();
    leftOut.forEach(each -> all.add("%s (%s)".formatted(each.name(), each.reason())));
    if (!all.isEmpty()) {
      console.note("not compared: " + Console.safe(String.join(", ", all), LONGEST));
    }
  }

  private static String line(Sentences sentences, Finding finding) {
    return "%s; effect %s%s"
        .formatted(
            Console.safe(sentences.of(finding), LONGEST),
            String.format(Locale.ROOT, "%.2f", finding.measure().effect()),
            finding.measure().sampled() ? ", of the events read" : "");
  }
}

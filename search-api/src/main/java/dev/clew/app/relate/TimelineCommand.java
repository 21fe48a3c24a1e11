// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.relate;

import dev.clew.app.inquiry.Changes;
import dev.clew.app.json.Json;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.Surroundings;
import dev.clew.app.terminal.TimeText;
import dev.clew.change.Change;
import dev.clew.change.inferred.Inferred;
import dev.clew.change.inferred.InferredChanges;
import dev.clew.correlate.clock.Offsets;
import dev.clew.correlate.clock.SkewSearch;
import dev.clew.correlate.clock.Skews;
import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.http.json.ChangeJson;
import dev.clew.http.json.ChangesJson;
import dev.clew.http.json.QueryJson;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.correlate.SkewJson;
import dev.clew.http.json.correlate.TimelineShape;
import dev.clew.query.Query;
import dev.clew.query.QueryWords;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import dev.clew.timeline.Lanes;
import dev.clew.timeline.TimelineSearch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what happened when. */
@Command(
    name = "timeline",
    mixinStandardHelpOptions = true,
    description =
        "Prints a lane for each service, by their first errors: how many events when, bursts,"
            + " silences, changes, and times of which nothing was collected.",
    footer = {
      "",
      "Examples:",
      "  clew timeline",
      "  clew timeline level:error --lane host --from 2026-03-10T14:00:00Z --to 2026-03-10T15:00:00Z"
    })
public final class TimelineCommand implements Callable<Integer> {
  /** What could not be told is of use when it is little. */
  private static final int MOST_NOTES = 5;

  private final Surroundings surroundings;

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "Which events to look at.")
  List<String> words = List.of();

  @Mixin Asked asked = new Asked();

  @Option(
      names = "--lane",
      paramLabel = "FIELD",
      defaultValue = "service",
      description = "The field whose values are the lanes; default: ${DEFAULT-VALUE}.")
  String field = "service";

  @Option(
      names = "--cells",
      paramLabel = "N",
      defaultValue = "72",
      description = "Most cells, 2 to 1,000; default: ${DEFAULT-VALUE}.")
  int cells;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Most lanes, 1 to 100; default: ${DEFAULT-VALUE}.")
  int limit;

  @Mixin SkewOption skew = new SkewOption();

  @Option(
      names = "--changes",
      paramLabel = "FILE",
      description = "Deploys, configuration runs or flags, as CSV or JSON. Repeatable.")
  List<Path> changeFiles = List.of();

  public TimelineCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (field.isBlank()) {
      throw Fault.usage("--lane is empty; give a field such as service, host or level");
    }
    if (cells < 2 || cells > 1_000) {
      throw Fault.usage("--cells %d: give 2 to 1,000".formatted(cells));
    }
    if (limit < 1 || limit > 100) {
      throw Fault.usage("--limit %d: give 1 to 100".formatted(limit));
    }
    skew.correct();
    return asked.answer(this::print);
  }

  private int print(LogStore store) {
    Console console = surroundings.console();
    ZoneId zone = asked.zone(surroundings);
    Selection selection = asked.selection(store, words, zone, console);
    List<Change> changes = changes(store, selection.range(), zone);
    long began = System.nanoTime();
    Skews skews = skew.correct() ? clocks(store, selection.range()) : null;
    Offsets offsets = skews == null ? Offsets.NONE : skews.offsets();
    Lanes lanes =
        new TimelineSearch(store, zone, offsets).find(selection, field, limit, cells, Until.NEVER);
    if (asked.json) {
      long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
      SkewJson json =
          skews == null ? null : SkewJson.of(RangeJson.of(selection.range()), skews, null, took);
      Json.print(console, shape(selection, zone, changes, json).of(lanes, null, took));
    } else {
      if (skews != null) {
        SkewText.print(console, skews);
      }
      new TimelineText(console, zone).print(lanes, changes);
    }
    if (!lanes.complete()) {
      console.note("not complete: a part of what is stored could not be read: see clew verify");
    }
    console.note(
        "%,d events, a cell is %s, times in %s"
            .formatted(lanes.total().value(), Spans.text(lanes.axis().step().stepNanos()), zone));
    return lanes.lanes().isEmpty() ? 1 : 0;
  }

  private static Skews clocks(LogStore store, TimeRange range) {
    return new SkewSearch(store).find(new Selection(new Query.All(), range), Until.NEVER);
  }

  private List<Change> changes(LogStore store, TimeRange range, ZoneId zone) {
    List<Change> told = Changes.read(changeFiles, zone, surroundings.console());
    Inferred inferred = Inferred.from(store, TimeRange.ALL);
    inferred.notes().stream()
        .limit(MOST_NOTES)
        .forEach(note -> surroundings.console().note("not inferred: " + Console.safe(note, 200)));
    if (inferred.notes().size() > MOST_NOTES) {
      surroundings
          .console()
          .note("%d more not inferred".formatted(inferred.notes().size() - MOST_NOTES));
    }
    return InferredChanges.join(told, store, inferred).stream()
        .filter(change -> range.contains(EventTime.nanos(change.time())))
        .sorted(Comparator.comparing(Change::time))
        .toList();
  }

  private TimelineShape shape(
      Selection selection, ZoneId zone, List<Change> changes, @Nullable SkewJson json) {
    return new TimelineShape(
        new QueryJson(
            String.join(" ", words),
            selection.query().toString(),
            QueryWords.explain(selection.query()),
            List.of()),
        RangeJson.of(selection.range()),
        field,
        List.of(zone),
        new ChangesJson(changes.stream().map(ChangeJson::of).toList(), true),
        json,
        TimelineShape.Besides.NONE);
  }

  /** Prints {@code instant} in {@code zone}. */
  static String time(long epochNanos, ZoneId zone) {
    return TimeText.print(EventTime.instant(epochNanos), zone);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.inquiry.Reading;
import dev.clew.app.json.Json;
import dev.clew.app.option.ReadOptions;
import dev.clew.app.report.LedgerText;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Surroundings;
import dev.clew.pattern.MinedPattern;
import dev.clew.pattern.MinedPatterns;
import dev.clew.pattern.PatternMiner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mines the patterns of the given logs. */
@Command(
    name = "patterns",
    mixinStandardHelpOptions = true,
    description =
        "Mines the message patterns of the given logs: few statements, printed many times.",
    footer = {
      "",
      "Examples:",
      "  clew patterns app.log --limit 20",
      "  clew patterns app.log --csv patterns.csv       one row an event: LineId,EventId,EventTemplate"
    })
final class PatternsCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, folders, archives, or - for standard input.")
  List<Path> paths = List.of();

  @Mixin ReadOptions read = new ReadOptions();

  @Option(names = "--csv", paramLabel = "OUT", description = "Write one row an event to this file.")
  @Nullable Path csv;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "Most patterns to print; default: ${DEFAULT-VALUE}.")
  int limit;

  @Option(names = "--json", description = "Print one JSON object a pattern.")
  boolean json;

  PatternsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<String> bodies = new ArrayList<>();
    var ledger =
        Reading.read(
            surroundings,
            paths,
            read.settings(surroundings, paths),
            "reading",
            (event, format) -> bodies.add(event.body()));
    MinedPatterns mined = PatternMiner.mine(bodies);
    if (csv != null) {
      write(csv, mined, bodies.size());
    } else {
      print(mined, bodies.size());
    }
    LedgerText.problems(surroundings.console(), ledger);
    return LedgerText.exitCode(ledger, paths);
  }

  private static void write(Path file, MinedPatterns mined, int events) {
    try (Writer writer = Files.newBufferedWriter(file);
        CSVPrinter rows = new CSVPrinter(writer, CSVFormat.RFC4180)) {
      rows.printRecord("LineId", "EventId", "EventTemplate");
      for (int event = 0; event < events; event++) {
        MinedPattern pattern = mined.patterns().get(mined.patternOf(event));
        rows.printRecord(event + 1, pattern.id(), pattern.starTemplate());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void print(MinedPatterns mined, int events) {
    Console console = surroundings.console();
    List<MinedPattern> largest =
        mined.patterns().stream()
            .sorted(
                java.util.Comparator.comparingInt(MinedPattern::lines)
                    .reversed()
                    .thenComparing(MinedPattern::id))
            .limit(limit)
            .toList();
    if (json) {
      largest.forEach(
          pattern ->
              Json.print(console, new Row(pattern.id(), pattern.template(), pattern.lines())));
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("events", "share", "pattern"));
    for (MinedPattern pattern : largest) {
      rows.add(
          List.of(
              "%,d".formatted(pattern.lines()),
              "%.1f %%".formatted(100.0 * pattern.lines() / Math.max(1, events)),
              Console.safe(pattern.template(), 300)));
    }
    console.table(rows);
    console.note(
        "%,d patterns in %,d events%s"
            .formatted(
                mined.patterns().size(),
                events,
                mined.patterns().size() > limit
                    ? ", the largest %,d shown (--limit)".formatted(limit)
                    : ""));
  }

  private record Row(String id, String template, long count) {}
}

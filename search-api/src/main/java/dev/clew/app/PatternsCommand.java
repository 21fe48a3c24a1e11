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
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
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
  private static final int ROWS_AT_ONCE = 1 << 16;

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
    PatternMiner miner = new PatternMiner();
    var ledger =
        Reading.read(
            surroundings,
            paths,
            read.settings(surroundings, paths),
            "reading",
            (event, format) -> miner.add(event.body()));
    MinedPatterns mined = miner.patterns();
    if (csv != null) {
      write(csv, mined);
    } else {
      print(mined);
    }
    LedgerText.problems(surroundings.console(), ledger);
    return LedgerText.exitCode(ledger, paths);
  }

  private static void write(Path file, MinedPatterns mined) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), ROWS_AT_ONCE)) {
      List<byte[]> ends = new ArrayList<>(mined.patterns().size());
      for (MinedPattern pattern : mined.patterns()) {
        ends.add(utf8(',' + row(pattern.id(), pattern.starTemplate())));
      }
      out.write(utf8(row("LineId", "EventId", "EventTemplate")));
      for (int line = 0; line < mined.lines(); line++) {
        out.write(utf8(Integer.toString(line + 1)));
        out.write(ends.get(mined.patternOf(line)));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String row(String... cells) {
    return CSVFormat.RFC4180.format((Object[]) cells) + CSVFormat.RFC4180.getRecordSeparator();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void print(MinedPatterns mined) {
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
              "%.1f %%".formatted(100.0 * pattern.lines() / Math.max(1, mined.lines())),
              Console.safe(pattern.template(), 300)));
    }
    console.table(rows);
    console.note(
        "%,d patterns in %,d events%s"
            .formatted(
                mined.patterns().size(),
                mined.lines(),
                mined.patterns().size() > limit
                    ? ", the largest %,d shown (--limit)".formatted(limit)
                    : ""));
  }

  private record Row(String id, String template, long count) {}
}

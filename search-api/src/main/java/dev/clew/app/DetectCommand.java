// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.inquiry.Reading;
import dev.clew.app.json.DetectJson;
import dev.clew.app.json.DetectionJson;
import dev.clew.app.json.Json;
import dev.clew.app.option.ReadOptions;
import dev.clew.app.report.DetectionText;
import dev.clew.app.report.FileTally;
import dev.clew.app.report.LedgerText;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Surroundings;
import dev.clew.event.LogEvent;
import dev.clew.ingest.Ledger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what Clew understands of files, without indexing them. */
@Command(
    name = "detect",
    mixinStandardHelpOptions = true,
    description = "Parses only: which format each file has and which share of its lines fits.",
    footer = {
      "",
      "Examples:",
      "  clew detect /var/log/shop",
      "  clew detect --explain app.log audit.log",
      "  clew detect --json app.log.gz | head -3"
    })
final class DetectCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, folders, archives, or - for standard input.")
  List<Path> paths = List.of();

  @Mixin ReadOptions read = new ReadOptions();

  @Option(
      names = "--json",
      description = "Print one JSON object an event, in file order; with --explain one a file.")
  boolean json;

  @Option(
      names = "--explain",
      description =
          "Say for every file how it is read: the format, an event taken apart, what was assumed,"
              + " what else fits. For one file this is the default.")
  boolean explain;

  DetectCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Map<String, FileTally> files = new LinkedHashMap<>();
    boolean tallied = explain || !json;
    Ledger ledger =
        Reading.read(
            surroundings,
            paths,
            read.settings(surroundings, paths),
            "detecting",
            (event, format) -> take(tallied ? files : Map.of(), event, format),
            (file, detection) -> files.putIfAbsent(file, new FileTally(detection)));
    if (tallied) {
      print(files);
      LedgerText.known(surroundings.console(), ledger);
    }
    LedgerText.problems(surroundings.console(), ledger);
    return LedgerText.exitCode(ledger, paths);
  }

  private void take(Map<String, FileTally> files, LogEvent event, String format) {
    FileTally tally = files.get(event.origin().file());
    if (tally == null) {
      Json.print(surroundings.console(), DetectJson.of(event, format));
    } else {
      tally.add(event, format);
    }
  }

  private void print(Map<String, FileTally> files) {
    Console console = surroundings.console();
    if (json) {
      files.forEach((name, tally) -> Json.print(console, DetectionJson.of(name, tally)));
    } else if (explain || files.size() == 1) {
      DetectionText text = new DetectionText(console, read.zone(surroundings));
      files.forEach(text::print);
    } else {
      table(files);
    }
  }

  private void table(Map<String, FileTally> files) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("file", "format", "events", "lines", "time", "level", "first line's time"));
    files.forEach(
        (name, tally) -> rows.add(tally.row(Console.safe(name, 80), read.zone(surroundings))));
    surroundings.console().table(rows);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.inquiry.Inquiry;
import dev.clew.app.inquiry.Investigator;
import dev.clew.app.json.Json;
import dev.clew.app.json.ReportJson;
import dev.clew.app.option.DataOption;
import dev.clew.app.option.MappingOptions;
import dev.clew.app.option.RangeOptions;
import dev.clew.app.option.ReadOptions;
import dev.clew.app.option.RepositoryOptions;
import dev.clew.app.report.ReportText;
import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.Surroundings;
import dev.clew.explain.PatternChange;
import dev.clew.note.ErrorGroup;
import dev.clew.note.Notebook;
import dev.clew.note.Verdict;
import dev.clew.suspect.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** From logs to the ranked suspects, in the terminal. */
@Command(
    name = "investigate",
    mixinStandardHelpOptions = true,
    description =
        "Reports what happened in the given logs, where it started and which change is suspected of it.",
    footer = {
      "",
      "Examples:",
      "  clew investigate logs/ --from 2026-03-10T14:00:00Z --to 2026-03-10T14:30:00Z --repo shop.git --changes deploys.csv",
      "  clew investigate failing-run/ --baseline passing-run/ --json",
      "  clew investigate --data .clew --from 2026-03-10T14:00:00Z --to 2026-03-10T14:30:00Z"
    })
final class InvestigateCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Logs, spans and metrics of the incident.")
  List<Path> paths = List.of();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder of an index that holds the logs already. The baseline is the time before: as long, at least two hours.")
  @Nullable Path data;

  @Option(
      names = "--baseline",
      paramLabel = "PATH",
      description = "Logs of a normal run; default: the time before --from. Repeatable.")
  List<Path> baseline = List.of();

  @Mixin RangeOptions range = new RangeOptions();
  @Mixin RepositoryOptions code = new RepositoryOptions();
  @Mixin MappingOptions mappings = new MappingOptions();
  @Mixin ReadOptions read = new ReadOptions();

  @Option(
      names = "--alert",
      paramLabel = "FILE",
      description = "The monitor that fired, as JSON with service, metric, fired_at, summary.")
  @Nullable Path alert;

  @Option(names = "--json", description = "Print the report as one JSON object.")
  boolean json;

  @Option(
      names = "--batch",
      paramLabel = "CASES.jsonl",
      description =
          "Investigate one case a line (id, logs, baseline, repos, changes, alert, from, to); needs --json.")
  @Nullable Path batch;

  InvestigateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Notebook notebook = Hooks.told(data, mappings.mappings(), surroundings.console());
    Investigator investigator =
        new Investigator(surroundings, read.settings(surroundings, paths), notebook.mappings());
    if (batch != null) {
      return new InvestigateBatch(surroundings, investigator, read.zone(surroundings)).run(batch);
    }
    if (paths.isEmpty() == (data == null)) {
      throw Fault.usage("investigate: name the logs of the incident, or --data, or --batch");
    }
    Inquiry inquiry =
        new Inquiry(
            paths,
            baseline,
            range.range(read.zone(surroundings)),
            null,
            code.places(),
            code.allowed(surroundings),
            code.changeFiles(),
            alert);
    return print(
        data == null
            ? investigator.investigate(inquiry)
            : investigator.investigate(inquiry, DataOption.existing(data)),
        notebook);
  }

  /** Those on suspects of the errors that rose. */
  private static List<Verdict> verdicts(Report report, Notebook notebook) {
    return report.comparison().patterns().stream()
        .filter(PatternChange::isRise)
        .map(change -> ErrorGroup.of(change.example()))
        .distinct()
        .flatMap(group -> notebook.verdicts(group).stream())
        .toList();
  }

  private int print(Report report, Notebook notebook) {
    if (json) {
      Json.print(surroundings.console(), ReportJson.of(null, report));
    } else {
      new ReportText(surroundings.console(), read.zone(surroundings))
          .judged(verdicts(report, notebook))
          .print(report);
    }
    return report.suspects().suspects().isEmpty() && report.comparison().patterns().isEmpty()
        ? 1
        : 0;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.inquiry.Changes;
import dev.clew.app.inquiry.Inquiry;
import dev.clew.app.inquiry.Investigator;
import dev.clew.app.inquiry.Reading;
import dev.clew.app.inquiry.Repositories;
import dev.clew.app.inquiry.Scenario;
import dev.clew.app.inquiry.Scratch;
import dev.clew.app.option.RangeOptions;
import dev.clew.app.report.LedgerText;
import dev.clew.app.report.ReportText;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.Surroundings;
import dev.clew.event.TimeRange;
import dev.clew.http.Workbench;
import dev.clew.ingest.Ledger;
import dev.clew.ingest.ReadSettings;
import dev.clew.suspect.Report;
import dev.clew.suspect.evidence.Suspect;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The main job on the sample logs. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Indexes the sample logs, prints the root cause it finds, and serves the workbench.",
    footer = {
      "",
      "Examples:",
      "  clew demo                                  all scenarios, then the workbench with the first",
      "  clew demo expired-certificate --no-serve   one scenario, only the report"
    })
final class DemoCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCENARIO",
      description = "A folder of sample-logs; default: all of them.")
  @Nullable String name;

  @Option(names = "--no-serve", description = "Print the reports and end.")
  boolean noServe;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + ServeCommand.DEFAULT_PORT,
      description =
          "Port of the workbench on 127.0.0.1, 0 for any free one; default: ${DEFAULT-VALUE}.")
  int port;

  DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<Scenario> scenarios = chosen();
    boolean found = true;
    for (Scenario scenario : scenarios.subList(1, scenarios.size())) {
      try (Scratch scratch = Scratch.open()) {
        found &= investigate(scenario, scratch);
      }
    }
    try (Scratch scratch = Scratch.open()) {
      Scenario first = scenarios.getFirst();
      found &= investigate(first, scratch);
      if (!noServe) {
        serve(first, scratch);
      }
    }
    return found ? 0 : 1;
  }

  private List<Scenario> chosen() {
    List<Scenario> all = Scenario.all(surroundings.home().resolve("sample-logs"));
    List<Scenario> chosen =
        all.stream().filter(scenario -> name == null || scenario.name().equals(name)).toList();
    if (chosen.isEmpty()) {
      String names = all.stream().map(Scenario::name).collect(Collectors.joining(", "));
      throw Fault.usage("demo: there is no scenario '%s'; there are: %s".formatted(name, names));
    }
    return chosen;
  }

  /** True when the search names the true cause first. */
  private boolean investigate(Scenario scenario, Scratch scratch) {
    Console console = surroundings.console();
    console.print(console.bold("== %s: %s".formatted(scenario.name(), scenario.title())));
    console.print("   " + scenario.sentence());
    console.out().flush();
    Instant start = surroundings.clock().instant();
    ReadSettings settings =
        new ReadSettings(ZoneId.of(scenario.zone()), null, surroundings.clock().instant());
    Ledger ledger =
        Reading.index(
            surroundings, scratch.store(), List.of(scenario.logs()), settings, "indexing");
    LedgerText.brief(console, ledger, Duration.between(start, surroundings.clock().instant()));
    LedgerText.problems(console, ledger);
    Report report =
        new Investigator(surroundings, settings).investigate(inquiry(scenario), scratch.store());
    new ReportText(console, ZoneId.of(scenario.zone())).print(report);
    return verdict(scenario, report);
  }

  static Inquiry inquiry(Scenario scenario) {
    ZoneId zone = ZoneId.of(scenario.zone());
    TimeRange incident = RangeOptions.range(scenario.from(), scenario.to(), zone);
    TimeRange baseline = RangeOptions.range(scenario.baselineFrom(), scenario.baselineTo(), zone);
    return new Inquiry(
        List.of(scenario.logs()),
        List.of(),
        incident,
        baseline,
        scenario.repositories(),
        scenario.changes(),
        null);
  }

  private boolean verdict(Scenario scenario, Report report) {
    Console console = surroundings.console();
    List<Suspect> suspects = report.suspects().suspects();
    boolean right = !suspects.isEmpty() && scenario.isCause(suspects.getFirst());
    console.print("");
    console.print(
        right
            ? console.green(
                "   The first suspect is the true cause of this scenario (%s %s)."
                    .formatted(scenario.causeKind(), scenario.causeId()))
            : console.red(
                "   The true cause of this scenario is another: %s %s."
                    .formatted(scenario.causeKind(), scenario.causeId())));
    console.print("");
    console.out().flush();
    return right;
  }

  private void serve(Scenario scenario, Scratch scratch) throws InterruptedException {
    try (Repositories repositories = Repositories.open(scenario.repositories())) {
      Workbench workbench =
          new Workbench(
              scratch.store(),
              repositories.byService(),
              Changes.read(scenario.changes(), ZoneId.of(scenario.zone()), surroundings.console()),
              ZoneId.of(scenario.zone()),
              surroundings.clock(),
              Commands.Version.text(),
              scenario.title());
      Serving.untilStopped(surroundings.console(), workbench, port);
    }
  }
}

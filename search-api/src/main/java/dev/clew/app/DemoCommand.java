// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.inquiry.Changes;
import dev.clew.app.inquiry.Inquiry;
import dev.clew.app.inquiry.Investigator;
import dev.clew.app.inquiry.Reading;
import dev.clew.app.inquiry.Repositories;
import dev.clew.app.inquiry.Scenario;
import dev.clew.app.inquiry.Scratch;
import dev.clew.app.json.Json;
import dev.clew.app.json.ReportJson;
import dev.clew.app.option.RangeOptions;
import dev.clew.app.report.LedgerText;
import dev.clew.app.report.ReportText;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.Surroundings;
import dev.clew.change.KnownChanges;
import dev.clew.change.hook.ChangeJournal;
import dev.clew.change.inferred.InferredChanges;
import dev.clew.code.remote.AllowedHosts;
import dev.clew.event.TimeRange;
import dev.clew.http.Workbench;
import dev.clew.http.tail.Arrivals;
import dev.clew.http.tail.ArrivingLogStore;
import dev.clew.incident.Incidents;
import dev.clew.incident.export.Exports;
import dev.clew.ingest.Ledger;
import dev.clew.ingest.ReadSettings;
import dev.clew.intake.Followed;
import dev.clew.intake.Imports;
import dev.clew.intake.Intake;
import dev.clew.intake.UnreadLines;
import dev.clew.journal.LineJournal;
import dev.clew.store.LogStore;
import dev.clew.suspect.Report;
import dev.clew.suspect.evidence.Suspect;
import java.io.IOException;
import java.nio.file.Path;
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

  @Option(names = "--json", description = "Print one JSON object a scenario, and end.")
  boolean json;

  DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
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
      if (!noServe && !json) {
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
    ReadSettings settings =
        new ReadSettings(ZoneId.of(scenario.zone()), surroundings.clock().instant());
    if (!json) {
      console.print(console.bold("== %s: %s".formatted(scenario.name(), scenario.title())));
      console.print("   " + scenario.sentence());
      console.out().flush();
    }
    read(scenario, scratch, settings);
    Report report =
        new Investigator(surroundings, settings).investigate(inquiry(scenario), scratch.store());
    List<Suspect> suspects = report.suspects().suspects();
    boolean right = !suspects.isEmpty() && scenario.isCause(suspects.getFirst());
    if (json) {
      Json.print(console, ReportJson.of(scenario.name(), report));
    } else {
      new ReportText(console, ZoneId.of(scenario.zone())).print(report);
      verdict(scenario, right);
    }
    console.out().flush();
    return right;
  }

  private void read(Scenario scenario, Scratch scratch, ReadSettings settings) {
    Console console = surroundings.console();
    Instant start = surroundings.clock().instant();
    Ledger ledger =
        Reading.index(
            surroundings, scratch.store(), List.of(scenario.logs()), settings, "indexing");
    if (!json) {
      LedgerText.brief(console, ledger, Duration.between(start, surroundings.clock().instant()));
    }
    LedgerText.problems(console, ledger);
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
        AllowedHosts.none(),
        scenario.changes(),
        null);
  }

  private void verdict(Scenario scenario, boolean right) {
    Console console = surroundings.console();
    String cause = scenario.causeKind() + " " + scenario.causeId();
    console.print("");
    console.print(
        right
            ? console.green(
                "   The first suspect is the true cause of this scenario (" + cause + ").")
            : console.red("   The true cause of this scenario is another: " + cause + "."));
    console.print("");
  }

  /** What is told is kept as long as the scratch folder is: until the server ends. */
  private void serve(Scenario scenario, Scratch scratch) throws InterruptedException, IOException {
    Console console = surroundings.console();
    Path folder = scratch.folder();
    ZoneId zone = ZoneId.of(scenario.zone());
    Arrivals arrivals = new Arrivals();
    LogStore store = new ArrivingLogStore(scratch.store(), arrivals);
    ReadSettings settings = new ReadSettings(zone, surroundings.clock().instant());
    UnreadLines unread = UnreadLines.forgetful();
    KnownChanges changes =
        new KnownChanges(
            Changes.read(scenario.changes(), zone, console), new InferredChanges(store));
    try (ChangeJournal journal = Hooks.journal(folder, console);
        LineJournal notes = Hooks.notes(folder, console);
        Incidents incidents = Hooks.incidents(folder);
        Imports imports = Hooks.imports(store, folder, settings, unread, surroundings);
        Repositories repositories =
            Repositories.open(scenario.repositories(), AllowedHosts.none(), surroundings)) {
      Workbench workbench =
          new Workbench(
                  store,
                  arrivals,
                  repositories.byService(),
                  changes,
                  Hooks.open(journal, changes),
                  Hooks.notebook(notes, List.of(), console),
                  incidents,
                  new Exports(Browsers.find(surroundings.environment())),
                  zone,
                  surroundings.clock(),
                  Commands.Version.text(),
                  scenario.title())
              .taking(new Intake(imports, Followed.nothing(), unread, settings));
      console.print("   What you write in the workbench is kept until the demo ends.");
      Serving.untilStopped(console, workbench, port, false);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.report;

import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.TimeText;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.explain.Comparison;
import dev.clew.explain.Finding;
import dev.clew.explain.PatternChange;
import dev.clew.note.Verdict;
import dev.clew.suspect.Report;
import dev.clew.suspect.evidence.SuspectReport;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A report for the person at the terminal: what happened, where it began, and which change is
 * suspected.
 */
public final class ReportText {
  private static final int SERVICES = 5;
  private static final int PATTERNS = 8;
  private static final int LOCATIONS = 3;
  private static final int WIDTH = 130;

  private final Console console;
  private final ZoneId zone;
  private List<Verdict> verdicts = List.of();

  public ReportText(Console console, ZoneId zone) {
    this.console = console;
    this.zone = zone;
  }

  /** Says of suspects what people said of them. */
  public ReportText judged(List<Verdict> said) {
    verdicts = List.copyOf(said);
    return this;
  }

  /** The whole report. */
  public void print(Report report) {
    Comparison comparison = report.comparison();
    head("What happened");
    comparison.onset().ifPresent(onset -> firstFailure(onset.event(), onset.epochNanos()));
    comparison
        .remarks()
        .forEach(remark -> console.print("  note: " + Console.safe(remark.text(), WIDTH)));
    services(comparison);
    patterns(comparison);
    locations(comparison);
    suspects(report.suspects());
  }

  private void firstFailure(LogEvent event, long time) {
    console.print(
        "  first failure  %s %s  %s"
            .formatted(
                TimeText.print(EventTime.instant(time), zone),
                zone,
                console.bold(service(event.service()))));
    console.print("                 " + Console.safe(EventText.message(event), WIDTH));
    console.print(
        console.dim(
            "                 %s:%d"
                .formatted(Console.safe(event.origin().file(), 100), event.origin().line())));
  }

  private void services(Comparison comparison) {
    if (comparison.services().isEmpty()) {
      return;
    }
    head("Where it started");
    comparison.services().stream()
        .limit(SERVICES)
        .forEach(
            ranked -> {
              console.print(
                  "  %.2f  %s"
                      .formatted(ranked.score(), console.bold(Console.safe(ranked.service(), 60))));
              ranked.findings().stream().limit(2).forEach(this::finding);
            });
  }

  private void finding(Finding finding) {
    console.print("        " + Console.safe(finding.text(), WIDTH));
  }

  private void patterns(Comparison comparison) {
    List<PatternChange> rises =
        comparison.patterns().stream().filter(PatternChange::isRise).limit(PATTERNS).toList();
    if (rises.isEmpty()) {
      return;
    }
    head("New or more often than before");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("  ", "now", "before", "first", "level", "service", "pattern"));
    for (PatternChange change : rises) {
      rows.add(
          List.of(
              "  " + change.kind().name().toLowerCase(Locale.ROOT),
              "%,d".formatted(change.now()),
              "%,d".formatted(change.before()),
              TimeText.print(EventTime.instant(change.first()), zone).substring(11),
              change.severity().name().toLowerCase(Locale.ROOT),
              service(change.service()),
              Console.safe(change.pattern().template(), 90)));
    }
    console.table(rows);
  }

  private void locations(Comparison comparison) {
    if (comparison.locations().isEmpty()) {
      return;
    }
    head("Code the failing events name");
    comparison.locations().stream()
        .limit(LOCATIONS)
        .forEach(
            place ->
                console.print(
                    "  %.2f  %s%s  %s"
                        .formatted(
                            place.score(),
                            Console.safe(place.file(), 90),
                            place.line() > 0 ? ":" + place.line() : "",
                            Console.safe(place.function(), 60))));
  }

  /** The suspects and those cleared. */
  public void suspects(SuspectReport report) {
    new SuspectText(console, zone, verdicts).print(report);
  }

  private void head(String text) {
    console.print("");
    console.print(console.bold(text));
  }

  private static String service(@org.jspecify.annotations.Nullable String name) {
    return name == null ? "-" : Console.safe(name, 40);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.inquiry.Changes;
import dev.clew.app.inquiry.Reading;
import dev.clew.app.inquiry.Repositories;
import dev.clew.app.inquiry.Scenario;
import dev.clew.app.inquiry.Scratch;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Surroundings;
import dev.clew.browser.BrowserScript;
import dev.clew.change.KnownChanges;
import dev.clew.change.hook.ChangeJournal;
import dev.clew.change.inferred.InferredChanges;
import dev.clew.code.remote.AllowedHosts;
import dev.clew.http.ApiServer;
import dev.clew.http.Limits;
import dev.clew.http.Workbench;
import dev.clew.http.tail.Arrivals;
import dev.clew.incident.Incidents;
import dev.clew.incident.export.Exports;
import dev.clew.ingest.ReadSettings;
import dev.clew.journal.LineJournal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The acceptance points of the workbench in a real browser, against a server that keeps what is
 * written, with the logs of a scenario; each group of points has a server of its own.
 * docs/ui-acceptance.md lists them.
 */
class AcceptanceTest {
  private Scratch scratch;
  private ChangeJournal journal;
  private LineJournal notes;
  private Incidents incidents;
  private Repositories repositories;
  private ApiServer server;

  @BeforeEach
  void start() throws IOException {
    Scenario scenario = Scenario.read(Cli.home().resolve("sample-logs/checkout-timeout"));
    Surroundings surroundings =
        Cli.surroundings("", new ByteArrayOutputStream(), new ByteArrayOutputStream());
    Console console = surroundings.console();
    ZoneId zone = ZoneId.of(scenario.zone());
    scratch = Scratch.open();
    repositories = Repositories.open(scenario.repositories(), AllowedHosts.none(), surroundings);
    Reading.index(
        surroundings,
        scratch.store(),
        List.of(scenario.logs()),
        new ReadSettings(zone, Cli.NOW),
        "indexing");
    KnownChanges changes =
        new KnownChanges(
            Changes.read(scenario.changes(), zone, console), new InferredChanges(scratch.store()));
    journal = Hooks.journal(scratch.folder(), console);
    notes = Hooks.notes(scratch.folder(), console);
    incidents = Hooks.incidents(scratch.folder());
    Workbench workbench =
        new Workbench(
            scratch.store(),
            new Arrivals(),
            repositories.byService(),
            changes,
            Hooks.open(journal, changes),
            Hooks.notebook(notes, List.of(), console),
            incidents,
            new Exports(List.of()),
            zone,
            InstantSource.fixed(Cli.NOW),
            "test",
            scenario.title());
    server = new ApiServer(workbench, Limits.of(2, 1L << 30), 0);
    server.start();
  }

  @AfterEach
  void end() throws IOException {
    server.close();
    repositories.close();
    incidents.close();
    notes.close();
    journal.close();
    scratch.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"search", "timeline", "patterns", "trace", "incident", "access", "stories"})
  void holds(String group) throws IOException, InterruptedException {
    BrowserScript.run("acceptance/" + group + ".mjs", "http://127.0.0.1:" + server.port()).holds();
  }
}

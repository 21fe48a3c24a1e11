// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.inquiry.Reading;
import dev.clew.app.reference.ReferenceData;
import dev.clew.app.reference.SlowStore;
import dev.clew.app.terminal.Surroundings;
import dev.clew.change.Change;
import dev.clew.change.KnownChanges;
import dev.clew.change.hook.ChangeJournal;
import dev.clew.code.GitRepository;
import dev.clew.http.ApiServer;
import dev.clew.http.Limits;
import dev.clew.http.Workbench;
import dev.clew.http.tail.Arrivals;
import dev.clew.http.tail.ArrivingLogStore;
import dev.clew.incident.Incidents;
import dev.clew.incident.export.Exports;
import dev.clew.ingest.ReadSettings;
import dev.clew.intake.Followed;
import dev.clew.intake.Imports;
import dev.clew.intake.Intake;
import dev.clew.intake.UnreadLines;
import dev.clew.journal.LineJournal;
import dev.clew.store.LogStore;
import dev.clew.store.lucene.LuceneLogStores;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The servers that the acceptance points are tried on; closing it ends them all. */
final class ReferenceBench implements AutoCloseable {
  private static final Instant REFERENCE_NOW = Instant.parse("2026-11-20T15:00:10Z");
  private static final Duration SLOW = Duration.ofMillis(400);

  private final Path folder;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Surroundings surroundings =
      Cli.surroundings("", new ByteArrayOutputStream(), new ByteArrayOutputStream());

  /** Everything it makes is made below {@code folder}. */
  ReferenceBench(Path folder) {
    this.folder = folder;
  }

  /** The reference data, answered as fast as can be. */
  String reference(ReferenceData data, LogStore store) throws IOException {
    read(store, data.logs(), ZoneOffset.UTC, REFERENCE_NOW);
    GitRepository repository = keep(GitRepository.open(data.repository()));
    return full(
        "reference",
        store,
        Map.of("checkout", repository),
        data.changes(),
        ZoneOffset.UTC,
        REFERENCE_NOW);
  }

  /** The same events, each question answered late. */
  String slow(LogStore store) {
    return plain(new SlowStore(store, SLOW));
  }

  /** A server that holds nothing and takes files. */
  String empty() throws IOException {
    return full("empty", store("empty"), Map.of(), List.of(), ZoneOffset.UTC, REFERENCE_NOW);
  }

  LogStore store(String name) throws IOException {
    Path place = Files.createDirectories(folder.resolve(name));
    return keep(LuceneLogStores.open(place.resolve("index")));
  }

  private void read(LogStore store, Path logs, ZoneId zone, Instant now) {
    Reading.index(surroundings, store, List.of(logs), new ReadSettings(zone, now), "indexing");
  }

  private String full(
      String name,
      LogStore events,
      Map<String, GitRepository> repositories,
      List<Change> told,
      ZoneId zone,
      Instant now)
      throws IOException {
    Path place = Files.createDirectories(folder.resolve(name));
    Arrivals arrivals = new Arrivals();
    LogStore store = new ArrivingLogStore(events, arrivals);
    ReadSettings settings = new ReadSettings(zone, now);
    UnreadLines unread = UnreadLines.forgetful();
    KnownChanges changes = new KnownChanges(told);
    ChangeJournal journal = keep(Hooks.journal(place, surroundings.console()));
    LineJournal notes = keep(Hooks.notes(place, surroundings.console()));
    Incidents incidents = keep(Hooks.incidents(place));
    Imports imports = keep(Hooks.imports(store, place, settings, unread, surroundings));
    return serve(
        new Workbench(
                store,
                arrivals,
                repositories,
                changes,
                Hooks.open(journal, changes),
                Hooks.notebook(notes, List.of(), surroundings.console()),
                incidents,
                new Exports(Browsers.find(System::getenv)),
                zone,
                InstantSource.fixed(now),
                "test",
                name)
            .taking(new Intake(imports, Followed.nothing(), unread, settings)));
  }

  private String plain(LogStore store) {
    return serve(
        new Workbench(
            store,
            new Arrivals(),
            Map.of(),
            List.of(),
            ZoneOffset.UTC,
            InstantSource.fixed(REFERENCE_NOW),
            "test",
            "slow"));
  }

  private String serve(Workbench workbench) {
    ApiServer server = keep(new ApiServer(workbench, Limits.of(2, 1L << 30), 0));
    server.start();
    return "http://127.0.0.1:" + server.port();
  }

  private <T extends AutoCloseable> T keep(T part) {
    open.push(part);
    return part;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (RuntimeException failed) {
        throw failed;
      } catch (Exception failed) {
        throw new IllegalStateException("what was opened for the points cannot be closed", failed);
      }
    }
  }
}

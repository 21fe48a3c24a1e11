// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.inquiry.Changes;
import dev.clew.app.inquiry.Histories;
import dev.clew.app.inquiry.Repositories;
import dev.clew.app.option.DataOption;
import dev.clew.app.option.ReadOptions;
import dev.clew.app.option.RepositoryOptions;
import dev.clew.app.option.SourceOptions;
import dev.clew.app.terminal.Surroundings;
import dev.clew.change.Change;
import dev.clew.change.KnownChanges;
import dev.clew.change.hook.ChangeJournal;
import dev.clew.change.inferred.InferredChanges;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The API and the workbench. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves the API and the workbench on this machine only, until Ctrl-C.",
    footer = {
      "",
      "Examples:",
      "  clew serve --repo checkout=/src/shop --changes deploys.csv",
      "  clew serve --data /var/lib/clew --port 8099",
      "  clew serve --watch /var/log/shop       with what is written there, as it is written",
      "  clew serve --data new                  an empty index: drop files on the page",
      "",
      "What people say of suspects, and folders of paths, is kept beside the index (notes.jsonl),",
      "and so are incidents, with their evidence (incidents.db).",
      "It takes changes at POST /api/changes; CLEW_HOOK_SECRET in the environment is then asked for."
    })
final class ServeCommand implements Callable<Integer> {
  static final int DEFAULT_PORT = 7311;

  private final Surroundings surroundings;

  @Mixin DataOption data = new DataOption();
  @Mixin RepositoryOptions code = new RepositoryOptions();
  @Mixin SourceOptions source = new SourceOptions();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + DEFAULT_PORT,
      description = "Port on 127.0.0.1, 0 for any free one; default: ${DEFAULT-VALUE}.")
  int port;

  @Option(
      names = "--watch",
      paramLabel = "PATH",
      description =
          "Read this file or folder into the index and follow what is written to it. Repeatable.")
  List<Path> watched = List.of();

  @Mixin ReadOptions read = new ReadOptions();

  @Option(names = "--json", description = "Print the address as one JSON object.")
  boolean json;

  ServeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @SuppressWarnings("try") // held open, not asked
  @Override
  public Integer call() throws InterruptedException, IOException {
    Arrivals arrivals = new Arrivals();
    ReadSettings settings = read.settings(surroundings, watched);
    Followed followed = new Followed(watched, surroundings.clock());
    List<Change> told =
        Changes.read(code.changeFiles(), surroundings.zone(), surroundings.console());
    try (LogStore store = new ArrivingLogStore(open(), arrivals);
        Rehearsal rehearsal = new Rehearsal(store);
        ChangeJournal journal = Hooks.journal(data.folder(), surroundings.console());
        LineJournal notes = Hooks.notes(data.folder(), surroundings.console());
        Incidents incidents = Hooks.incidents(data.folder());
        UnreadLines unread = Hooks.unread(data.folder(), surroundings.console());
        Imports imports = Hooks.imports(store, data.folder(), settings, unread, surroundings);
        Repositories repositories =
            Repositories.open(code.places(), code.allowed(surroundings), surroundings);
        Histories histories = Histories.built(repositories.all(), surroundings)) {
      repositories.byService().values().forEach(source::tell);
      KnownChanges changes = new KnownChanges(told, new InferredChanges(store));
      rehearsal.start();
      Workbench workbench =
          new Workbench(
                  store,
                  arrivals,
                  repositories.byService(),
                  changes,
                  Hooks.open(journal, changes),
                  Hooks.notebook(notes, source.mappings(), surroundings.console()),
                  incidents,
                  new Exports(Browsers.find(surroundings.environment())),
                  surroundings.zone(),
                  surroundings.clock(),
                  Commands.Version.text(),
                  data.folder().toAbsolutePath().normalize().toString())
              .taking(new Intake(imports, followed, unread, settings));
      if (!watched.isEmpty()) {
        arrivals.expect();
      }
      Following following = new Following(surroundings, store, settings, watched, followed, unread);
      Serving.untilStopped(
          surroundings.console(),
          workbench,
          port,
          json,
          watched.isEmpty() ? CountDownLatch::await : following::until);
    }
    return 0;
  }

  /** An index that is not there yet is begun: files can be handed in on the page. */
  private LogStore open() {
    if (!Files.isDirectory(data.folder())) {
      surroundings
          .console()
          .note(
              "there is no index in %s yet: it begins empty; hand in files on the page, or: clew"
                      .formatted(data.folder())
                  + " index PATH --data "
                  + data.folder());
    }
    return LuceneLogStores.open(data.folder());
  }
}

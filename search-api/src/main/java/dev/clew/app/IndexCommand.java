// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.inquiry.Reading;
import dev.clew.app.json.Json;
import dev.clew.app.json.LedgerJson;
import dev.clew.app.option.DataOption;
import dev.clew.app.option.ReadOptions;
import dev.clew.app.report.LedgerText;
import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.Surroundings;
import dev.clew.ingest.Ledger;
import dev.clew.intake.Followed;
import dev.clew.intake.UnreadLines;
import dev.clew.store.LogStore;
import dev.clew.store.lucene.LuceneLogStores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads logs into the index. */
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    description = "Reads files, folders, archives or standard input into the index.",
    footer = {
      "",
      "Examples:",
      "  clew index /var/log/shop                          a folder with everything below it",
      "  clew index --follow /var/log/shop                 and what is written from now on, until Ctrl-C",
      "  kubectl logs deploy/checkout | clew index - --service checkout"
    })
final class IndexCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Files, folders, archives (.gz .zst .bz2 .zip .tar …), or - for standard input.")
  List<Path> paths = List.of();

  @Mixin DataOption data = new DataOption();
  @Mixin ReadOptions read = new ReadOptions();

  @Option(names = "--json", description = "Print the ledger as one JSON object.")
  boolean json;

  @Option(
      names = "--follow",
      description =
          "Go on with what is written to these files and folders from now on, through rotations, until Ctrl-C.")
  boolean follow;

  IndexCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (follow) {
      return follow();
    }
    Instant start = surroundings.clock().instant();
    Ledger ledger;
    try (LogStore store = LuceneLogStores.open(data.folder());
        UnreadLines unread = Hooks.unread(data.folder(), surroundings.console())) {
      ledger =
          Reading.index(
              surroundings, store, paths, read.settings(surroundings, paths), "indexing", unread);
    }
    Duration took = Duration.between(start, surroundings.clock().instant());
    if (json) {
      Json.print(surroundings.console(), LedgerJson.of(ledger, took));
    } else {
      LedgerText.print(surroundings.console(), ledger, took);
      LedgerText.known(surroundings.console(), ledger);
    }
    return LedgerText.exitCode(ledger, paths);
  }

  private int follow() throws InterruptedException, IOException {
    if (paths.contains(Path.of("-"))) {
      throw Fault.usage("--follow: standard input ends by itself; leave --follow out");
    }
    try (Stop stop = new Stop();
        LogStore store = LuceneLogStores.open(data.folder());
        UnreadLines unread = Hooks.unread(data.folder(), surroundings.console())) {
      surroundings.console().note("following; Ctrl-C ends it");
      Followed followed = new Followed(paths, surroundings.clock());
      new Following(
              surroundings, store, read.settings(surroundings, paths), paths, followed, unread)
          .until(stop.asked());
    }
    return 0;
  }
}

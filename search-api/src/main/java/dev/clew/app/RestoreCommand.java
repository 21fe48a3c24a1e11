// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.json.Json;
import dev.clew.app.terminal.Bytes;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Surroundings;
import dev.clew.store.BackupSummary;
import dev.clew.store.lucene.LuceneLogStores;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an index of a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description =
        "Copies a backup into an empty folder and compares every checksum; nothing is kept of a"
            + " backup that is damaged.",
    footer = {
      "",
      "Examples:",
      "  clew restore /backup/monday .clew",
      "  clew restore /backup/monday.zip /var/lib/clew --json"
    })
final class RestoreCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(index = "0", paramLabel = "BACKUP", description = "What clew backup made.")
  Path from = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "DATA",
      description = "Folder of the index to be: new or empty.")
  Path to = Path.of("");

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  RestoreCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    BackupSummary done = LuceneLogStores.restore(from, to);
    Console console = surroundings.console();
    if (json) {
      Json.print(console, done);
    } else {
      console.print(
          "restored %,d events of %,d partitions: %,d files, %s, in %s"
              .formatted(
                  done.events(),
                  done.partitions(),
                  done.files(),
                  Bytes.text(done.bytes()),
                  Console.safe(to.toString(), 300)));
    }
    return 0;
  }
}

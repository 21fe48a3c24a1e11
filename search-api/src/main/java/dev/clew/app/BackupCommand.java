// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.json.Json;
import dev.clew.app.terminal.Bytes;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Surroundings;
import dev.clew.change.hook.ChangeJournal;
import dev.clew.incident.store.IncidentFile;
import dev.clew.intake.UnreadLines;
import dev.clew.note.Notebook;
import dev.clew.store.BackupSummary;
import dev.clew.store.lucene.LuceneLogStores;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies an index while it is in use. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description =
        "Copies an index as of its last commit, the changes that were sent to it, and what people"
            + " wrote, with checksums. A server may be running on it and goes on meanwhile.",
    footer = {
      "",
      "Examples:",
      "  clew backup .clew /backup/monday",
      "  clew backup /var/lib/clew /backup/monday.zip --json"
    })
final class BackupCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(index = "0", paramLabel = "DATA", description = "Folder of the index.")
  Path from = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "TARGET",
      description = "A folder that is new or empty, or a new file that ends with .zip.")
  Path to = Path.of("");

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  BackupCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    BackupSummary done =
        LuceneLogStores.backup(
            from,
            to,
            List.of(ChangeJournal.NAME, Notebook.NAME, UnreadLines.NAME),
            staging -> IncidentFile.copy(from, staging));
    Console console = surroundings.console();
    if (json) {
      Json.print(console, done);
    } else {
      console.print(
          "backed up %,d events of %,d partitions: %,d files, %s, in %s"
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

// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.clew.app.json.Json;
import dev.clew.app.terminal.Bytes;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Surroundings;
import dev.clew.incident.store.IncidentFile;
import dev.clew.store.StoreStatus;
import dev.clew.store.Verification;
import dev.clew.store.lucene.LuceneLogStores;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads every byte of an index. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Reads every byte of an index and of its incidents and compares checksums. A server may be running on it."
            + " Exit code 1 when something is damaged.",
    footer = {"", "Examples:", "  clew verify .clew", "  clew verify /var/lib/clew --json"})
final class VerifyCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "DATA", description = "Folder of the index.")
  Path data = Path.of(".clew");

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  VerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** What {@code --json} prints. */
  record VerifiedJson(
      boolean ok,
      int partitions,
      long events,
      long bytes,
      List<DamagedJson> damaged,
      @JsonInclude(Include.NON_NULL) @Nullable IncidentsJson incidents) {}

  /** What people wrote of incidents; {@code copies} of answers are evidence. */
  record IncidentsJson(long incidents, long copies, long bytes, List<String> damaged) {
    static IncidentsJson of(IncidentFile.Found found) {
      return new IncidentsJson(found.incidents(), found.copies(), found.bytes(), found.faults());
    }
  }

  /** A damaged part; {@code from} is its first event, {@code to} just after its last. */
  record DamagedJson(String name, String from, String to, long events, String reason) {
    static DamagedJson of(StoreStatus.Damaged part) {
      return new DamagedJson(
          part.name(),
          time(part.range().from()),
          time(part.range().to()),
          part.events(),
          part.reason());
    }

    private static String time(long epochNanos) {
      return dev.clew.event.EventTime.instant(epochNanos).toString();
    }
  }

  @Override
  public Integer call() {
    Verification found = LuceneLogStores.verify(data);
    List<DamagedJson> damaged = found.damaged().stream().map(DamagedJson::of).toList();
    Optional<IncidentFile.Found> written = IncidentFile.verify(data);
    boolean ok = damaged.isEmpty() && written.map(file -> file.faults().isEmpty()).orElse(true);
    Console console = surroundings.console();
    if (json) {
      Json.print(
          console,
          new VerifiedJson(
              ok,
              found.partitions(),
              found.events(),
              found.bytes(),
              damaged,
              written.map(IncidentsJson::of).orElse(null)));
    } else {
      console.print(
          "%,d partitions, %,d events, %s: %s"
              .formatted(
                  found.partitions(),
                  found.events(),
                  Bytes.text(found.bytes()),
                  damaged.isEmpty() ? "sound" : damaged.size() + " damaged"));
      for (DamagedJson part : damaged) {
        console.print(
            "damaged: %s, %,d events from %s to %s: %s"
                .formatted(
                    part.name(),
                    part.events(),
                    part.from(),
                    part.to(),
                    Console.safe(part.reason(), 300)));
      }
      written.ifPresent(file -> print(console, file));
    }
    return ok ? 0 : 1;
  }

  private static void print(Console console, IncidentFile.Found file) {
    console.print(
        "%,d incidents, %,d copies of answers, %s: %s"
            .formatted(
                file.incidents(),
                file.copies(),
                Bytes.text(file.bytes()),
                file.faults().isEmpty() ? "sound" : "damaged"));
    file.faults().forEach(fault -> console.print("damaged: " + Console.safe(fault, 300)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.incident.Ask;
import dev.clew.incident.EvidenceKind;
import dev.clew.incident.Incidents;
import dev.clew.incident.Opening;
import dev.clew.incident.Pin;
import dev.clew.incident.Whole;
import dev.clew.incident.store.SqlIncidents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people wrote goes along with the index they wrote it beside. */
class IncidentFileCommandsTest {
  private static final Instant NOW = Instant.parse("2026-03-10T15:00:00Z");
  private static final String COPY = "{\"events\":\"a copy to be found in the file\"}";

  @TempDir Path folder;

  private Path data;

  @BeforeEach
  void write() throws IOException {
    data = folder.resolve("data");
    Path log = folder.resolve("a.log");
    Files.writeString(log, "2026-03-10T14:00:00Z ERROR broken\n");
    assertThat(Cli.run("index", "--data", data.toString(), log.toString()).code()).isZero();
    try (Incidents incidents = SqlIncidents.in(data)) {
      incidents.open(new Opening("It broke", null, null, "UTC", "ann"), NOW);
      byte[] copy = COPY.getBytes(StandardCharsets.UTF_8);
      incidents.pin(
          "INC-1",
          new Pin(
              EvidenceKind.ROWS,
              "t",
              new Ask("/api/search", Map.of()),
              null,
              null,
              null,
              "i",
              NOW,
              "ann",
              copy,
              "x",
              1L,
              null,
              null),
          NOW);
    }
  }

  @Test
  void incidentsAreBackedUpWhileTheyAreWrittenAndComeBack() throws IOException {
    Files.writeString(data.resolve("notes.jsonl"), "{}\n");
    try (Incidents incidents = SqlIncidents.in(data)) {
      for (String backup : new String[] {"backup", "backup.zip"}) {
        incidents.write("INC-1", "B1", backup.equals("backup") ? 1 : 2, backup, "ann", NOW);
        Whole whole = incidents.whole("INC-1");
        String target = folder.resolve(backup).toString();
        assertThat(Cli.run("backup", data.toString(), target).code()).isZero();
        Path back = folder.resolve(backup + ".back");
        assertThat(Cli.run("restore", target, back.toString()).code()).isZero();
        try (Incidents restored = SqlIncidents.in(back)) {
          assertThat(restored.find("INC-1")).contains(whole.incident());
          assertThat(restored.copy("INC-1", "E1")).asString(StandardCharsets.UTF_8).isEqualTo(COPY);
        }
        assertThat(back.resolve("notes.jsonl")).hasContent("{}");
      }
    }
  }

  @Test
  void verifyComparesEveryCopyWithItsHash() throws IOException {
    Cli.Outcome sound = Cli.run("verify", data.toString());
    assertThat(sound.code()).isZero();
    assertThat(sound.out()).contains("1 incidents, 1 copies of answers").doesNotContain("damaged");
    Path file = data.resolve(SqlIncidents.NAME);
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("a copy to be found")] ^= 1;
    Files.write(file, bytes);
    Cli.Outcome damaged = Cli.run("verify", data.toString());
    assertThat(damaged.code()).isEqualTo(1);
    assertThat(damaged.out()).containsPattern("damaged: the copy [0-9a-f]{64} is altered");
    assertThat(Cli.run("verify", data.toString(), "--json").out()).contains("\"ok\":false");
    bytes[0] ^= 1;
    Files.write(file, bytes);
    assertThat(Cli.run("verify", data.toString()).out()).contains("damaged: it cannot be read");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.incident.Ask;
import dev.clew.incident.EvidenceKind;
import dev.clew.incident.Gravity;
import dev.clew.incident.Incidents;
import dev.clew.incident.ItemKind;
import dev.clew.incident.ItemText;
import dev.clew.incident.MarkKind;
import dev.clew.incident.Opening;
import dev.clew.incident.Pin;
import dev.clew.incident.Span;
import dev.clew.incident.store.SqlIncidents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** The incident that docs/api.md shows. */
final class ExampleIncident {
  private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");
  private static final Instant START = Instant.parse("2026-11-21T14:16:05Z");
  private static final String ANSWER =
      "{\"query\":{\"text\":\"level:error\"},\"events\":[],\"next\":null,"
          + "\"total\":{\"value\":8,\"exact\":true},\"complete\":true,\"tookMs\":1}";

  private ExampleIncident() {}

  static Incidents kept() {
    try {
      Path folder = Files.createTempDirectory("incident");
      folder.toFile().deleteOnExit();
      Incidents incidents = SqlIncidents.in(folder);
      folder.resolve(SqlIncidents.NAME).toFile().deleteOnExit();
      fill(incidents);
      return incidents;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void fill(Incidents incidents) {
    incidents.open(
        new Opening("Card payments fail", Gravity.SEV2, "ann", "Europe/London", "kim"), NOW);
    incidents.pin(
        "INC-1",
        new Pin(
            EvidenceKind.ROWS,
            "charges that failed",
            new Ask(
                "/api/search",
                Map.of("q", "level:error", "from", "2026-11-21T14:00:00Z", "to", NOW.toString())),
            null,
            "/i?v=1&q=level%3Aerror",
            new Span(Instant.parse("2026-11-21T14:00:00Z"), NOW),
            "a test",
            NOW,
            "kim",
            ANSWER.getBytes(StandardCharsets.UTF_8),
            ANSWER,
            8L,
            START,
            Instant.parse("2026-11-21T14:19:35Z")),
        NOW);
    incidents.mark("INC-1", MarkKind.STARTED, START, "E1", "kim", NOW);
    incidents.mark("INC-1", MarkKind.DETECTED, START.plusMillis(90_500), null, "kim", NOW);
    incidents.add(
        "INC-1",
        new ItemText(
            START.minusSeconds(65), ItemKind.DEPLOY, "checkout 2.4.0", "checkout", null, "kim"),
        null,
        NOW);
    incidents.write("INC-1", "B2", 1, "8 charges failed [E1]", "ann", NOW);
    incidents.comment("INC-1", "B2", "and how many passed?", "kim", NOW);
  }
}

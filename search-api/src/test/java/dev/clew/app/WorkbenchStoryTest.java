// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.app.inquiry.Changes;
import dev.clew.app.inquiry.Reading;
import dev.clew.app.inquiry.Repositories;
import dev.clew.app.inquiry.Scenario;
import dev.clew.app.inquiry.Scratch;
import dev.clew.app.terminal.Surroundings;
import dev.clew.browser.BrowserScript;
import dev.clew.code.remote.AllowedHosts;
import dev.clew.http.ApiServer;
import dev.clew.http.Limits;
import dev.clew.http.Workbench;
import dev.clew.http.tail.Arrivals;
import dev.clew.ingest.ReadSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The story in a real browser: open, click the burst of errors, open the stack trace, see the
 * guilty commit first.
 */
class WorkbenchStoryTest {
  @TempDir Path folder;

  @Test
  void leadsFromTheErrorBurstToTheGuiltyCommit() throws IOException, InterruptedException {
    Scenario scenario = Scenario.read(Cli.home().resolve("sample-logs/checkout-timeout"));
    Surroundings surroundings =
        Cli.surroundings("", new ByteArrayOutputStream(), new ByteArrayOutputStream());
    ZoneId zone = ZoneId.of(scenario.zone());
    try (Scratch scratch = Scratch.open();
        Repositories repositories =
            Repositories.open(scenario.repositories(), AllowedHosts.none(), surroundings)) {
      Reading.index(
          surroundings,
          scratch.store(),
          List.of(scenario.logs()),
          new ReadSettings(zone, Cli.NOW),
          "indexing");
      Workbench workbench =
          new Workbench(
              scratch.store(),
              new Arrivals(),
              repositories.byService(),
              Changes.read(scenario.changes(), zone, surroundings.console()),
              zone,
              InstantSource.fixed(Cli.NOW),
              "test",
              scenario.title());
      try (ApiServer server = new ApiServer(workbench, Limits.of(2, 1L << 30), 0)) {
        server.start();
        browse("http://127.0.0.1:" + server.port() + "/", scenario.causeId());
      }
    }
  }

  private void browse(String address, String guilty) throws IOException, InterruptedException {
    BrowserScript.run(
            "story.mjs",
            address,
            "--expect-suspect",
            guilty,
            "--shots",
            BrowserScript.shots().toString())
        .holds();
    try (Stream<Path> pictures = Files.list(BrowserScript.shots())) {
      assertThat(pictures.filter(file -> file.toString().endsWith(".png"))).isNotEmpty();
    }
  }
}

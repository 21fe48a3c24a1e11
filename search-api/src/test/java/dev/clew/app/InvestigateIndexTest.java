// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Investigating what an index holds already. */
class InvestigateIndexTest {
  @TempDir Path folder;

  @Test
  void comparesWithTheTimeBeforeInTheIndex() {
    String logs = Cli.home().resolve("sample-logs/checkout-timeout/logs").toString();
    String data = folder.resolve("data").toString();
    assertThat(Cli.run("index", logs, "--data", data, "--zone", "UTC").code()).isZero();

    Cli.Outcome outcome =
        Cli.run(
            "investigate",
            "--data",
            data,
            "--from",
            "2026-03-10T14:10:00Z",
            "--to",
            "2026-03-10T14:30:00Z",
            "--json");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    JsonNode report = JsonMapper.shared().readTree(outcome.out());
    assertThat(report.path("services").get(0).path("service").asString()).isEqualTo("checkout");
    assertThat(report.path("onset").path("time").asString()).startsWith("2026-03-10T14:12:3");
  }

  @Test
  void asksForEitherLogsOrAnIndex() {
    assertThat(Cli.run("investigate").code()).isEqualTo(2);
    Cli.Outcome both = Cli.run("investigate", "logs", "--data", folder.toString());
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("name the logs of the incident, or --data, or --batch");
  }

  @Test
  void saysWhereThereIsNoIndex() {
    Cli.Outcome outcome = Cli.run("investigate", "--data", folder.resolve("none").toString());
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.err()).contains("there is no index in").contains("clew index PATH --data");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.change.Deploy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TimelineRouteTest {
  @Test
  void tellsTheServicesThatAreKnownAndSilentAndWhichVersionsRan() {
    Logs logs = new Logs();
    logs.into("pay.log");
    for (int second = 0; second < 600; second++) {
      logs.add(second, "line", event -> event.service("pay"));
    }
    logs.into("web.log");
    for (int second = 0; second < 60; second++) {
      logs.add(second, "line", event -> event.service("web"));
    }
    Instant start = Logs.START;
    Deploy deploy = new Deploy(start.plusSeconds(300), "pay", "2.1", null, null, "2.0", 0, null);
    Deploy other = new Deploy(start, "gateway", "9", null, null);
    try (Served served = Served.with(logs.events(), Map.of(), List.of(deploy, other))) {
      JsonNode answer =
          served.get(
              "/api/timeline",
              "from",
              start.plusSeconds(200).toString(),
              "to",
              start.plusSeconds(400).toString());

      assertThat(answer.at("/without/0/name").asString()).isEqualTo("web");
      assertThat(answer.at("/without/0/state").asString()).isEqualTo("not_collected");
      assertThat(answer.at("/without/1/name").asString()).isEqualTo("gateway");
      assertThat(answer.at("/without/1/state").asString()).isEqualTo("no_source");
      assertThat(answer.at("/without/1/last").isNull()).isTrue();
      assertThat(answer.at("/lanes/0/versions/0/version").asString()).isEqualTo("2.0");
      assertThat(answer.at("/lanes/0/versions/1/version").asString()).isEqualTo("2.1");
      assertThat(answer.at("/lanes/0/versions/1/by").asString()).isEqualTo("deploys");
      assertThat(answer.at("/arriving").isNull()).isTrue();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.change.Deploy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HistogramRouteTest {
  private static Served served;

  @BeforeAll
  static void serve() {
    Logs logs = new Logs();
    for (int i = 0; i < 600; i++) {
      String level = i % 100 == 0 ? "ERROR" : "INFO";
      logs.add(i, "tick " + i, event -> event.service("clock").severity(level));
    }
    logs.add(300, "no level", event -> event);
    served =
        Served.with(
            logs.events(),
            Map.of(),
            List.of(
                new Deploy(Logs.START.plusSeconds(290), "clock", "2.0", "abcdef1234", "kim"),
                new Deploy(Logs.START.minusSeconds(290), "clock", "1.0", null, null)));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10, 120, 240, 1_000})
  void sumsToTheTotalInAtMostSoManyBuckets(int buckets) {
    JsonNode answer = served.get("/api/histogram", "buckets", Integer.toString(buckets));

    long sum = 0;
    for (JsonNode bucket : answer.get("buckets")) {
      sum += bucket.get("total").asLong();
    }
    assertThat(sum).isEqualTo(601).isEqualTo(answer.at("/total/value").asLong());
    assertThat(answer.get("buckets").size()).isLessThanOrEqualTo(buckets);
  }

  @Test
  void startsBucketsAtRoundTimesAndLeavesEmptyOnesOut() {
    JsonNode answer =
        served.get(
            "/api/histogram",
            "q",
            "level:error",
            "from",
            "2026-11-21T13:59:30Z",
            "to",
            "2026-11-21T14:10:00Z",
            "buckets",
            "15");

    assertThat(answer.get("stepMs").asLong()).isEqualTo(60_000);
    assertThat(answer.at("/buckets/0/time").asString()).isEqualTo("2026-11-21T14:00:00Z");
    assertThat(answer.at("/buckets/1/time").asString()).isEqualTo("2026-11-21T14:01:00Z");
    assertThat(answer.get("buckets").size()).isEqualTo(6);
  }

  @Test
  void splitsByLevelInAFixedOrder() {
    JsonNode answer = served.get("/api/histogram", "buckets", "2");

    assertThat(answer.get("levels").toString())
        .isEqualTo("[\"trace\",\"debug\",\"info\",\"warn\",\"error\",\"fatal\",\"unspecified\"]");
    assertThat(answer.at("/buckets/1/counts").toString()).contains("\"unspecified\":1");
  }

  @Test
  void showsTheChangesInTheRange() {
    JsonNode changes = served.get("/api/histogram").get("changes");

    assertThat(changes.size()).isEqualTo(1);
    assertThat(changes.at("/0/kind").asString()).isEqualTo("deploy");
    assertThat(changes.at("/0/service").asString()).isEqualTo("clock");
    assertThat(changes.at("/0/by").asString()).isEqualTo("kim");
  }

  @Test
  void copesWithFiveCenturies() {
    JsonNode answer =
        served.get(
            "/api/histogram",
            "from",
            "1700-01-01T00:00:00Z",
            "to",
            "2199-12-31T00:00:00Z",
            "buckets",
            "2");

    assertThat(answer.at("/total/value").asLong()).isEqualTo(601);
    assertThat(answer.get("buckets").size()).isEqualTo(1);
  }

  @Test
  void answersAnEmptyStoreWithNothing() {
    try (Served empty = Served.events(List.of())) {
      JsonNode answer = empty.get("/api/histogram");

      assertThat(answer.get("buckets").isEmpty()).isTrue();
      assertThat(answer.at("/total/value").asLong()).isZero();
    }
  }
}

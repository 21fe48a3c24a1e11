// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExplainRouteTest {
  @Test
  void comparesATimeWithTheTimeBeforeWhenNothingElseIsSaid() {
    try (Served served = Example.serve()) {
      JsonNode answer = served.get("/api/explain", "from", "2026-11-21T14:10:00Z");
      assertThat(answer.get("times").asBoolean()).isTrue();
      assertThat(answer.at("/there/range/to").asString()).isEqualTo("2026-11-21T14:10:00Z");
      assertThat(answer.at("/groups/0/leading/sentence").asString())
          .isEqualTo(
              "new: exception=java.net.SocketTimeoutException, 0.835 a minute and 0 before"
                  + " (8 of 28, 0 of 19)");
      assertThat(answer.at("/groups/0/together")).hasSize(2);
    }
  }

  @Test
  void comparesWithAnyOtherTime() {
    try (Served served = Example.serve()) {
      JsonNode answer =
          served.get(
              "/api/explain",
              "from",
              "2026-11-21T14:05:00Z",
              "to",
              "2026-11-21T14:10:00Z",
              "baselineFrom",
              "2026-11-21T14:00:00Z",
              "baselineTo",
              "2026-11-21T14:05:00Z");
      assertThat(answer.at("/there/members").asInt()).isEqualTo(10);
      assertThat(answer.get("verdict").asString()).isNotEqualTo("different");
      assertThat(answer.get("groups")).isEmpty();
    }
  }

  @Test
  void refusesABaselineThatEndsBeforeItBegins() {
    try (Served served = Example.serve()) {
      JsonNode problem =
          served.problem(
              "/api/explain",
              "baselineFrom",
              "2026-11-21T14:05:00Z",
              "baselineTo",
              "2026-11-21T14:00:00Z");
      assertThat(problem.get("detail").asString()).startsWith("baselineFrom:");
    }
  }

  @Test
  void answersForAPatternThatIsNotThereWithNothing() {
    try (Served served = Example.serve()) {
      JsonNode answer = served.get("/api/pattern", "id", "no such");
      assertThat(answer.get("count").asInt()).isZero();
      assertThat(answer.get("template").isNull()).isTrue();
      assertThat(answer.get("variables")).isEmpty();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
  void namesTheFewThingsThatAccountForWhatThereIsMoreOf() {
    try (Served served = Example.serve()) {
      JsonNode answer =
          served.get(
              "/api/explain", "from", "2026-11-21T14:10:00Z", "things", "3", "of", "level>=error");
      JsonNode explained = answer.get("explained");
      assertThat(explained.get("extra").asDouble()).isEqualTo(8);
      assertThat(explained.get("share").asDouble()).isEqualTo(1);
      assertThat(explained.get("things")).hasSize(1);
      assertThat(explained.at("/things/0/finding/kind").asString()).isEqualTo("pattern");
      assertThat(explained.at("/things/0/finding/value").asString())
          .isEqualTo("charge of order <num> failed");
      assertThat(explained.at("/things/0/here").asLong()).isEqualTo(8);
      assertThat(explained.at("/things/0/there").asLong()).isZero();
      JsonNode events = served.get("/api/search", "q", explained.at("/things/0/query").asString());
      assertThat(events.at("/total/value").asLong()).isEqualTo(8);
      assertThat(explained.at("/things/0/together/0/field").asString()).isEqualTo("exception");
    }
  }

  @Test
  void explainsNothingWhereThereIsNoMore() {
    try (Served served = Example.serve()) {
      JsonNode answer =
          served.get(
              "/api/explain",
              "from",
              "2026-11-21T14:10:00Z",
              "things",
              "3",
              "of",
              "\"no such text\"");
      assertThat(answer.at("/explained/things")).isEmpty();
      assertThat(answer.at("/explained/share").asDouble()).isZero();
      assertThat(served.get("/api/explain").has("explained")).isFalse();
    }
  }

  @Test
  void listsWhatWasComparedAndDoesNotDiffer() {
    try (Served served = Example.serve()) {
      JsonNode answer = served.get("/api/explain", "from", "2026-11-21T14:10:00Z");
      List<String> alike = new ArrayList<>();
      answer.get("alike").forEach(each -> alike.add(each.get("name").asString()));
      assertThat(alike).contains("host", "thread").doesNotContain("exception");
      answer.get("alike").forEach(each -> assertThat(each.get("p").asDouble()).isBetween(0.0, 1.0));
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

// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SearchRouteTest {
  private static Served served;

  @BeforeAll
  static void serve() {
    Logs logs = new Logs();
    for (int i = 0; i < 25; i++) {
      String service = i % 5 == 0 ? "pay" : "checkout";
      logs.add(
          Math.floor(i / 2.0),
          "charged order " + i,
          event -> event.service(service).severity("INFO"));
    }
    served = Served.events(logs.events());
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void listsNewestFirst() {
    JsonNode answer = served.get("/api/search", "limit", "2");

    assertThat(messages(answer)).containsExactly("charged order 24", "charged order 23");
    assertThat(answer.at("/total/value").asLong()).isEqualTo(25);
    assertThat(answer.at("/total/exact").asBoolean()).isTrue();
  }

  @Test
  void pagesThroughEveryEventOnceThoughTimesAreEqual() {
    List<String> seen = new ArrayList<>();
    JsonNode page = served.get("/api/search", "order", "oldest", "limit", "7");
    while (true) {
      seen.addAll(messages(page));
      if (page.get("next").isNull()) {
        break;
      }
      String cursor = page.get("next").asString();
      page = served.get("/api/search", "order", "oldest", "limit", "7", "cursor", cursor);
    }

    assertThat(seen).hasSize(25).doesNotHaveDuplicates().startsWith("charged order 0");
  }

  @Test
  void explainsHowTheQueryWasUnderstood() {
    JsonNode query = served.get("/api/search", "q", "service:pay").get("query");

    assertThat(query.get("text").asString()).isEqualTo("service:pay");
    assertThat(query.get("words").asString()).contains("service").contains("pay");
    assertThat(query.get("notices").isEmpty()).isTrue();
  }

  @Test
  void neverRefusesWhatPeoplePaste() {
    for (String text :
        List.of("((((", "\"open", "a AND", "/[/", "{\"k\":1}", "\u0000\u202e", ":")) {
      JsonNode query = served.get("/api/search", "q", text).get("query");

      assertThat(query.get("text").asString()).isEqualTo(text);
    }
  }

  @Test
  void offersTheWholeQueryTextAsAFix() {
    JsonNode notices = served.get("/api/search", "q", "order ((").at("/query/notices");

    assertThat(notices.isEmpty()).isFalse();
    for (JsonNode notice : notices) {
      if (!notice.get("fix").isNull()) {
        assertThat(notice.get("fix").asString()).startsWith("order ");
      }
    }
  }

  @Test
  void refusesAQueryOverALimitAndSaysWhere() {
    JsonNode problem = served.problem("/api/search", "q", "x".repeat(20_000));

    assertThat(problem.get("status").asInt()).isEqualTo(400);
    assertThat(problem.get("type").asString()).isEqualTo("/docs/errors#query-too-large");
    assertThat(problem.get("position").asInt()).isEqualTo(16_384);
    assertThat(problem.get("detail").asString()).startsWith("q: ").contains("16384");
  }

  @Test
  void countsEverythingInTheRangeOnly() {
    JsonNode answer =
        served.get("/api/search", "from", "2026-11-21T14:00:02Z", "to", "2026-11-21T14:00:04Z");

    assertThat(answer.at("/total/value").asLong()).isEqualTo(4);
  }

  @Test
  void readsATimeWithoutAZoneInTheWorkbenchsZone() {
    JsonNode berlin =
        served.get("/api/search", "from", "2026-11-21T15:00:02", "to", "2026-11-21T15:00:04");
    JsonNode day = served.get("/api/search", "from", "2026-11-21", "to", "2026-11-22");

    assertThat(berlin.at("/total/value").asLong()).isEqualTo(4);
    assertThat(day.at("/total/value").asLong()).isEqualTo(25);
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 0, from 1 to 10000",
    "limit, 1000000000, from 1 to 10000",
    "limit, 99999999999999999999, from 1 to 10000",
    "limit, ten, whole number",
    "from, yesterday, 2026-11-21T14:05:00Z",
    "from, 2026-13-01, 2026-11-21T14:05:00Z",
    "to, 9999-01-01T00:00:00Z, 1700 to 2199",
    "to, 2026-11-21T14:05:00 01:00, %2B",
    "order, sideways, 'newest, oldest'",
    "cursor, garbage, next",
    "cursor, 'AAAA', next",
    "cursor, 'ZZ==', next",
  })
  void namesTheBadParameterAndTheFix(String name, String value, String fix) {
    JsonNode problem = served.problem("/api/search", name, value);

    assertThat(problem.get("status").asInt()).isEqualTo(400);
    assertThat(problem.get("type").asString()).isEqualTo("/docs/errors#bad-parameter");
    assertThat(problem.get("detail").asString()).startsWith(name + ": ").contains(value);
    assertThat(problem.get("fix").asString()).contains(fix);
  }

  @Test
  void refusesARangeThatEndsBeforeItStarts() {
    JsonNode problem =
        served.problem("/api/search", "from", "2026-11-21T14:00:04Z", "to", "2026-11-21T14:00:02Z");

    assertThat(problem.get("detail").asString()).contains("after to");
  }

  @Test
  void refusesAParameterItDoesNotKnow() {
    JsonNode problem = served.problem("/api/search", "form", "2026-11-21T14:00:04Z");

    assertThat(problem.get("type").asString()).isEqualTo("/docs/errors#unknown-parameter");
    assertThat(problem.get("fix").asString()).contains("q, from, to, limit, cursor, order");
  }

  @Test
  void refusesAParameterGivenTwice() {
    assertThat(served.problem("/api/search?q=a&q=b").get("detail").asString())
        .isEqualTo("q is given 2 times");
  }

  @Test
  void compressesWhenAsked() {
    var packed = served.bytes("/api/search", "Accept-Encoding", "gzip");
    var plain = served.bytes("/api/search");

    assertThat(packed.headers().firstValue("content-encoding")).contains("gzip");
    assertThat(packed.body().length).isLessThan(plain.body().length / 3);
  }

  private static List<String> messages(JsonNode answer) {
    List<String> messages = new ArrayList<>();
    answer.get("events").forEach(event -> messages.add(event.get("message").asString()));
    return messages;
  }
}

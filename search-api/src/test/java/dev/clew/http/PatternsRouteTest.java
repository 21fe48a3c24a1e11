// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PatternsRouteTest {
  private static final List<String> NAMES =
      List.of("ada", "bea", "cid", "dot", "eve", "fay", "gus", "hal", "ida", "joe");
  private static Served served;

  @BeforeAll
  static void serve() {
    Logs logs = new Logs();
    for (int i = 0; i < 200; i++) {
      boolean late = i >= 100;
      logs.add(i, "steady " + i, event -> event.service("pay").severity("INFO"));
      if (late ? i % 2 == 0 : i % 10 == 0) {
        logs.add(i, "rising " + i, event -> event.service("pay").severity("WARN"));
      }
      if (late ? i % 10 == 0 : i % 2 == 0) {
        logs.add(i, "falling " + i, event -> event.service("cart").severity("INFO"));
      }
      if (i % 20 == 0) {
        String text = late ? "timeout after " : "warming up ";
        String service = i % 40 == 0 ? "pay" : "cart";
        logs.add(i, text + i, event -> event.service(service).severity("ERROR"));
      }
    }
    for (int i = 0; i < 200; i += 10) {
      String name = NAMES.get(i / 10 % NAMES.size());
      logs.add(i, "login of " + name + " refused", event -> event.service("pay").severity("WARN"));
      logs.add(i, "paid by " + name + " in cash", event -> event.service("pay").severity("INFO"));
    }
    logs.add(
        7, "paid by card in time and in cash", event -> event.service("cart").severity("INFO"));
    served = Served.events(logs.events());
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void comparesWithTheEquallyLongTimeBefore() {
    JsonNode answer = served.get("/api/patterns", "from", "2026-11-21T14:01:40Z");

    assertThat(kind(answer, "steady")).isEqualTo("same");
    assertThat(kind(answer, "rising")).isEqualTo("more");
    assertThat(kind(answer, "falling")).isEqualTo("less");
    assertThat(kind(answer, "timeout")).isEqualTo("new");
    assertThat(kind(answer, "warming")).isEqualTo("gone");
    assertThat(answer.at("/baseline/from").asString()).isEqualTo("2026-11-21T14:00:00.999999999Z");
  }

  @Test
  void comparesWithAnyOtherTimeByRates() {
    JsonNode answer =
        served.get(
            "/api/patterns",
            "from",
            "2026-11-21T14:01:40Z",
            "to",
            "2026-11-21T14:03:20Z",
            "baselineFrom",
            "2026-11-21T14:00:00Z",
            "baselineTo",
            "2026-11-21T14:00:25Z");

    assertThat(row(answer, "steady").get("before").asLong()).isEqualTo(25);
    assertThat(kind(answer, "steady")).isEqualTo("same");
    assertThat(kind(answer, "rising")).isEqualTo("more");
    assertThat(answer.at("/baseline/to").asString()).isEqualTo("2026-11-21T14:00:25Z");
  }

  @Test
  void refusesABaselineThatEndsBeforeItBegins() {
    JsonNode problem =
        served.problem(
            "/api/patterns",
            "baselineFrom",
            "2026-11-21T14:01:00Z",
            "baselineTo",
            "2026-11-21T14:00:00Z");

    assertThat(problem.get("detail").asString()).startsWith("baselineFrom:");
  }

  @Test
  void showsHowEachPatternWentBeforeAndNow() {
    JsonNode answer =
        served.get("/api/patterns", "from", "2026-11-21T14:01:40Z", "buckets", "21", "limit", "50");

    JsonNode timeout = row(answer, "timeout");
    assertThat(sum(timeout.get("trend"))).isEqualTo(5);
    assertThat(timeout.at("/trend/0").asLong()).isEqualTo(1);
    assertThat(sum(timeout.get("trendBefore"))).isZero();
    for (JsonNode pattern : answer.get("patterns")) {
      assertThat(sum(pattern.get("trend"))).isEqualTo(pattern.get("count").asLong());
      assertThat(sum(pattern.get("trendBefore"))).isEqualTo(pattern.get("before").asLong());
      assertThat(pattern.get("trend").size() + pattern.get("trendBefore").size())
          .isLessThanOrEqualTo(21);
    }
  }

  @Test
  void tellsWhenAPatternWasFirstSeenAtAll() {
    JsonNode answer =
        served.get(
            "/api/patterns", "from", "2026-11-21T14:01:40Z", "seen", "store", "q", "service:pay");

    assertThat(row(answer, "steady").at("/first").asString()).isEqualTo("2026-11-21T14:01:40Z");
    assertThat(row(answer, "steady").at("/seen/time").asString()).isEqualTo("2026-11-21T14:00:00Z");
    assertThat(row(answer, "steady").at("/seen/version").isNull()).isTrue();
  }

  @Test
  void countsAllRowsByKindListedOrNot() {
    JsonNode answer = served.get("/api/patterns", "from", "2026-11-21T14:01:40Z", "limit", "1");

    assertThat(answer.get("patterns")).hasSize(1);
    assertThat(answer.get("different").asInt()).isGreaterThan(5);
    JsonNode whole = served.get("/api/patterns", "from", "2026-11-21T14:01:40Z", "limit", "1000");
    assertThat(answer.get("different").asInt()).isEqualTo(whole.get("patterns").size());
    Map<String, Integer> kinds = new TreeMap<>();
    whole.get("patterns").forEach(row -> kinds.merge(row.get("kind").asString(), 1, Integer::sum));
    kinds.forEach((kind, rows) -> assertThat(answer.at("/kinds/" + kind).asInt()).isEqualTo(rows));
  }

  private static long sum(JsonNode counts) {
    long sum = 0;
    for (JsonNode count : counts) {
      sum += count.asLong();
    }
    return sum;
  }

  @Test
  void describesAPatternWithItsLatestEvent() {
    JsonNode timeout = row(served.get("/api/patterns", "from", "2026-11-21T14:01:40Z"), "timeout");

    assertThat(timeout.get("count").asLong()).isEqualTo(5);
    assertThat(timeout.get("before").asLong()).isZero();
    assertThat(timeout.get("services").toString()).isEqualTo("[\"cart\",\"pay\"]");
    assertThat(timeout.get("level").asString()).isEqualTo("error");
    assertThat(timeout.get("first").asString()).isEqualTo("2026-11-21T14:01:40Z");
    assertThat(timeout.get("last").asString()).isEqualTo("2026-11-21T14:03:00Z");
    JsonNode example = served.get("/api/events/" + timeout.get("example").asString());
    assertThat(example.at("/event/message").asString()).isEqualTo("timeout after 180");
  }

  @Test
  void callsNothingNewWithoutATimeBefore() {
    JsonNode answer = served.get("/api/patterns");

    assertThat(answer.get("baseline").isNull()).isTrue();
    for (JsonNode pattern : answer.get("patterns")) {
      assertThat(pattern.get("kind").asString()).isEqualTo("same");
    }
  }

  @Test
  void listsTheMostFrequentFirstAndAtMostSoMany() {
    JsonNode answer = served.get("/api/patterns", "limit", "2");

    assertThat(answer.get("patterns").size()).isEqualTo(2);
    assertThat(answer.at("/patterns/0/template").asString()).isEqualTo("steady <num>");
  }

  @Test
  void putsPatternsOfOneStatementTogether() {
    JsonNode login = row(served.get("/api/patterns", "from", "2026-11-21T14:01:40Z"), "login");

    assertThat(login.get("template").asString()).isEqualTo("login of <word> refused");
    assertThat(login.get("members").asInt()).isEqualTo(10);
    assertThat(login.get("count").asLong()).isEqualTo(10);
    assertThat(login.get("before").asLong()).isEqualTo(9);
    assertThat(login.get("first").asString()).isEqualTo("2026-11-21T14:01:40Z");
  }

  @Test
  void queryOfAPatternFindsItsEvents() {
    for (JsonNode pattern : served.get("/api/patterns").get("patterns")) {
      JsonNode found = served.get("/api/search", "q", pattern.get("query").asString());

      assertThat(found.at("/total/value").asLong())
          .as(pattern.get("query").asString())
          .isEqualTo(pattern.get("count").asLong());
    }
  }

  @Test
  void namesPatternsWhoseWordsFitOthersToo() {
    JsonNode paid = row(served.get("/api/patterns"), "paid");

    assertThat(paid.get("members").asInt()).isEqualTo(10);
    assertThat(paid.get("query").asString()).startsWith("(pattern==").contains(" OR pattern==");
  }

  private static String kind(JsonNode answer, String word) {
    return row(answer, word).get("kind").asString();
  }

  private static JsonNode row(JsonNode answer, String word) {
    for (JsonNode pattern : answer.get("patterns")) {
      if (pattern.get("template").asString().startsWith(word)) {
        return pattern;
      }
    }
    throw new AssertionError("no pattern starts with " + word + " in " + answer);
  }
}

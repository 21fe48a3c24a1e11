// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.Severity;
import dev.clew.store.ListLogStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where nothing is found, it is said what to leave out, where else to look, and who is silent. */
class WhyNoneTest {
  private static Served served;

  /**
   * Two days: the gateway fails each minute of the first hour and falls silent then; the shop
   * writes each minute, and fails only at the end.
   */
  @BeforeAll
  static void serve() {
    Logs logs = new Logs();
    for (int minute = 0; minute < 2 * 24 * 60; minute++) {
      boolean late = minute > 2 * 24 * 60 - 20;
      logs.add(
          minute * 60,
          late ? "order failed" : "order taken",
          event -> event.service("shop").severity(late ? Severity.ERROR : Severity.INFO));
      if (minute < 60) {
        logs.add(
            minute * 60 + 1,
            "gateway failed",
            event -> event.service("gw-proxy").severity(Severity.WARN));
      }
    }
    served = Served.events(logs.events());
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static final String[] NOON = {
    "from", "2026-11-22T12:00:00Z", "to", "2026-11-22T13:00:00Z"
  };

  private static JsonNode why(String query, String... range) {
    List<String> all = new ArrayList<>(List.of("q", query));
    all.addAll(List.of(range));
    return served.get("/api/why-none", all.toArray(String[]::new));
  }

  @Test
  void namesTheClauseWhoseRemovalGivesMostFirst() {
    JsonNode why = why("service:gw-proxy failed -level:info", NOON);

    assertThat(why.at("/total/value").asLong()).isZero();
    assertThat(why.get("clauses").asInt()).isEqualTo(3);
    // every other pair of clauses finds nothing at noon
    assertThat(why.get("without")).isEmpty();

    JsonNode other = why("service:shop failed -level:info", NOON);
    assertThat(other.get("without")).isEmpty();

    JsonNode two = why("service:shop failed", NOON);
    assertThat(two.at("/without/0/clause").asString()).isEqualTo("failed");
    assertThat(two.at("/without/0/words").asString()).isEqualTo("text has \"failed\"");
    assertThat(two.at("/without/0/total/value").asLong()).isEqualTo(60);
    assertThat(two.get("without").size()).isEqualTo(1);
  }

  @Test
  void putsTheLargestGainFirst() {
    JsonNode why = why("service:shop level:warn failed", "to", "2026-11-21T15:00:00Z");

    assertThat(why.get("without")).hasSize(1);
    JsonNode whole = why("service:shop failed nowhere");
    assertThat(clauses(whole)).containsExactly("nowhere");
    JsonNode both = why("service:gw-proxy level:error");
    assertThat(clauses(both)).containsExactly("level:error", "service:gw-proxy");
    assertThat(both.at("/without/0/total/value").asLong()).isEqualTo(60);
    assertThat(both.at("/without/1/total/value").asLong()).isEqualTo(19);
  }

  private static List<String> clauses(JsonNode why) {
    List<JsonNode> gains = new ArrayList<>();
    why.get("without").forEach(gains::add);
    assertThat(gains)
        .isSortedAccordingTo(
            (one, other) ->
                Long.compare(other.at("/total/value").asLong(), one.at("/total/value").asLong()));
    return gains.stream().map(gain -> gain.get("clause").asString()).toList();
  }

  /** Each number is what a search by its own question gives. */
  @Test
  void saysWhatToAskToSeeEachNumber() {
    JsonNode why = why("service:shop level>=warn nowhere", NOON);
    List<JsonNode> items = new ArrayList<>();
    why.get("without").forEach(items::add);
    why("service:shop failed", NOON).get("elsewhere").forEach(items::add);
    why("service:shop failed", NOON).get("without").forEach(items::add);

    assertThat(items).hasSizeGreaterThan(2);
    for (JsonNode item : items) {
      assertThat(search(item.get("ask"))).as(item.toString()).isEqualTo(item.get("total"));
    }
  }

  private static JsonNode search(JsonNode ask) {
    List<String> parameters = new ArrayList<>();
    for (String name : List.of("q", "from", "to")) {
      if (!ask.get(name).isNull()) {
        parameters.addAll(List.of(name, ask.get(name).asString()));
      }
    }
    return served.get("/api/search", parameters.toArray(String[]::new)).get("total");
  }

  @Test
  void countsAtOtherTimesAndFindsTheNearestEvents() {
    JsonNode why = why("failed", NOON);

    assertThat(why.at("/elsewhere/0/when").asString()).isEqualTo("last_day");
    assertThat(why.at("/elsewhere/0/total/value").asLong()).isEqualTo(19);
    assertThat(why.at("/elsewhere/1/when").asString()).isEqualTo("whole_store");
    assertThat(why.at("/elsewhere/1/total/value").asLong()).isEqualTo(79);
    assertThat(why.at("/nearest/0/side").asString()).isEqualTo("before");
    assertThat(why.at("/nearest/0/time").asString()).isEqualTo("2026-11-21T14:59:01Z");
    assertThat(why.at("/nearest/1/side").asString()).isEqualTo("after");
    assertThat(why.at("/nearest/1/time").asString()).isEqualTo("2026-11-23T13:41:00Z");
    assertThat(why("nowhere").get("elsewhere")).isEmpty();
  }

  @Test
  void keepsTheTimeThatWasTypedInTheQuery() {
    JsonNode why = why("around 13:30:00 +-30m failed service:shop");

    assertThat(why.at("/range/from").asString()).isEqualTo("2026-11-23T12:00:00Z");
    assertThat(why.at("/without/0/ask/q").asString()).isEqualTo("service:shop");
    assertThat(why.at("/without/0/ask/from").asString()).isEqualTo("2026-11-23T12:00:00Z");
    assertThat(search(why.at("/without/0/ask"))).isEqualTo(why.at("/without/0/total"));
  }

  @Test
  void saysWhoHasBeenSilentSinceWhen() {
    JsonNode why = why("service:gw-proxy OR service:shop OR service:none", NOON);

    JsonNode silent = why.at("/services/0");
    assertThat(silent.get("service").asString()).isEqualTo("gw-proxy");
    assertThat(silent.get("silent").asBoolean()).isTrue();
    assertThat(silent.get("last").asString()).isEqualTo("2026-11-21T14:59:01Z");
    assertThat(silent.at("/events/value").asLong()).isZero();
    assertThat(search(silent.get("ask")).get("value").asLong()).isPositive();
    JsonNode heard = why.at("/services/1");
    assertThat(heard.get("silent").asBoolean()).isFalse();
    assertThat(heard.at("/events/value").asLong()).isEqualTo(60);
    JsonNode unknown = why.at("/services/2");
    assertThat(unknown.get("last").isNull()).isTrue();
    assertThat(unknown.get("ask").isNull()).isTrue();
  }

  @Test
  void seesASilenceThatBeginsInsideTheTime() {
    String[] day = {"to", "2026-11-22T12:00:00Z"};

    assertThat(why("service:gw-proxy nowhere", day).at("/services/0/silent").asBoolean()).isTrue();
    assertThat(why("service:shop nowhere", day).at("/services/0/silent").asBoolean()).isFalse();
    assertThat(why("-service:shop nowhere", day).get("services")).isEmpty();
  }

  @Test
  void triesSoManyClausesOnly() {
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      query.append("w").append(i).append(' ');
    }
    JsonNode why = why(query.toString());

    assertThat(why.get("clauses").asInt()).isEqualTo(40);
    assertThat(why.get("tried").asInt()).isEqualTo(16);
  }

  @Test
  void saysThatItCouldNotCountInTime() {
    try (Served endless = Served.store(new EndlessStore(), Map.of(), List.of())) {
      JsonNode why = endless.get("/api/why-none", "q", "x", "timeout", "100");

      assertThat(why.get("complete").asBoolean()).isFalse();
      assertThat(why.at("/total/exact").asBoolean()).isFalse();
    }
    try (Served empty = Served.store(new ListLogStore(), Map.of(), List.of())) {
      assertThat(empty.get("/api/why-none", "q", "x").get("complete").asBoolean()).isTrue();
    }
  }
}

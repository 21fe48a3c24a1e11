// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FacetsRouteTest {

  @Test
  void tellsTheFieldsByWhichEventsDifferAndWhenEachValueWasSeen() {
    try (Served served = Served.events(twoServices().events())) {
      JsonNode answer = served.get("/api/facets", "buckets", "4");

      assertThat(names(answer, "fields")).containsExactly("service", "pattern", "user");
      assertThat(answer.at("/fields/0").toString())
          .isEqualTo(
              "{\"name\":\"service\",\"values\":["
                  + "{\"value\":\"pay\",\"count\":30,\"steps\":[10,10,10,0]},"
                  + "{\"value\":\"ship\",\"count\":10,\"steps\":[0,0,0,10]}],"
                  + "\"different\":{\"value\":2,\"exact\":true},\"missing\":0,\"exact\":true}");
      assertThat(answer.at("/fields/2/missing").asLong()).isEqualTo(20);
      assertThat(answer.get("start").asString()).isEqualTo("2026-11-21T14:00:00Z");
      assertThat(answer.get("stepMs").asLong()).isEqualTo(600_000);
      assertThat(answer.get("complete").asBoolean()).isTrue();
    }
  }

  @Test
  void saysWhichFieldsAreBoringAndWhy() {
    try (Served served = Served.events(twoServices().events())) {
      JsonNode answer = served.get("/api/facets");

      assertThat(names(answer, "dropped")).containsExactly("host", "file", "order");
      assertThat(answer.at("/dropped/0/reason").asString()).isEqualTo("one_value");
      assertThat(answer.at("/dropped/0/detail").asString()).isEqualTo("every event has \"web-1\"");
      assertThat(answer.at("/dropped/2/reason").asString()).isEqualTo("nearly_all_differ");
      assertThat(answer.at("/dropped/2/detail").asString()).isEqualTo("40 values in 40 events");
    }
  }

  @Test
  void keepsToItsLimitsAndStatesThem() {
    try (Served served = Served.events(twoServices().events())) {
      JsonNode answer = served.get("/api/facets", "fields", "9", "limit", "1");

      assertThat(answer.get("limits").toString())
          .isEqualTo("{\"fields\":9,\"values\":1,\"buckets\":24}");
      assertThat(answer.at("/fields/0/values")).hasSize(1);
      assertThat(answer.at("/fields/0/different/value").asLong()).isEqualTo(2);
      assertThat(answer.at("/dropped").toString()).contains("too_many_fields");
    }
  }

  @Test
  void countsOnlyWhatMatchesInTheRange() {
    try (Served served = Served.events(twoServices().events())) {
      JsonNode answer =
          served.get("/api/facets", "q", "service:pay", "from", "2026-11-21T14:10:00Z");

      assertThat(answer.at("/total/value").asLong()).isEqualTo(20);
      assertThat(names(answer, "fields")).containsExactly("user");
      assertThat(names(answer, "dropped"))
          .containsExactly("service", "host", "file", "pattern", "order");
      assertThat(answer.get("sampled").asLong()).isZero();
    }
  }

  /** Thirty minutes of one service, ten of another; every order is another one. */
  private static Logs twoServices() {
    Logs logs = new Logs();
    for (int i = 0; i < 40; i++) {
      String order = Integer.toString(i);
      String service = i < 30 ? "pay" : "ship";
      String user = i % 4 == 0 ? "kim" : i % 4 == 1 ? "lee" : "";
      logs.add(
          i * 60,
          service + " done",
          event -> {
            event.service(service).host("web-1").attribute("order", order);
            return user.isEmpty() ? event : event.attribute("user", user);
          });
    }
    return logs;
  }

  private static List<String> names(JsonNode answer, String list) {
    List<String> names = new ArrayList<>();
    answer.get(list).forEach(field -> names.add(field.get("name").asString()));
    return names;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FieldsRouteTest {

  @Test
  void countsTheMostFrequentValuesOfEachFieldThere() {
    Logs logs =
        new Logs()
            .add(0, "a", event -> event.service("pay").attribute("user", "kim"))
            .add(1, "b", event -> event.service("pay").attribute("user", "lee"))
            .add(2, "c", event -> event.service("checkout").attribute("shard", "7"))
            .add(3, "d", event -> event.severity("WARN"));
    try (Served served = Served.events(logs.events())) {
      JsonNode answer = served.get("/api/fields", "limit", "1");

      assertThat(answer.get("total").asLong()).isEqualTo(4);
      assertThat(names(answer)).containsExactly("service", "level", "user", "shard");
      assertThat(answer.at("/fields/0").toString())
          .isEqualTo(
              "{\"name\":\"service\",\"values\":[{\"value\":\"pay\",\"count\":2}],"
                  + "\"more\":true,\"missing\":1}");
      assertThat(answer.at("/fields/1/more").asBoolean()).isFalse();
      assertThat(answer.at("/fields/1/missing").asLong()).isEqualTo(3);
    }
  }

  @Test
  void countsWhatLacksAFieldOfVeryManyValues() {
    Logs logs = new Logs().add(0, "none", event -> event.service("pay"));
    for (int i = 0; i < 50; i++) {
      int n = i;
      logs.add(i + 1, "order", event -> event.attribute("order", Integer.toString(n / 2)));
    }
    try (Served served = Served.events(logs.events())) {
      JsonNode order = served.get("/api/fields", "limit", "1").at("/fields/1");

      assertThat(order.get("name").asString()).isEqualTo("order");
      assertThat(order.get("missing").asLong()).isEqualTo(1);
      assertThat(order.get("more").asBoolean()).isTrue();
    }
  }

  @Test
  void saysHowManyEventsWereReadForTheAttributes() {
    Logs logs = new Logs();
    for (int i = 0; i < 1_200; i++) {
      logs.add(i, "order", event -> event.service("pay"));
    }
    try (Served served = Served.events(logs.events())) {
      assertThat(served.get("/api/fields").get("sampled").asLong()).isEqualTo(1_000);
    }
  }

  private static List<String> names(JsonNode answer) {
    List<String> names = new ArrayList<>();
    answer.get("fields").forEach(field -> names.add(field.get("name").asString()));
    return names;
  }
}

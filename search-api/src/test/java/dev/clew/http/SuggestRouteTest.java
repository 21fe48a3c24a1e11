// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SuggestRouteTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void countsTheEventsOfEachValue() {
    try (Served served = Served.events(events(2, "pay"))) {
      JsonNode answer = served.get("/api/suggest", "q", "service:p", "timeout", "30000");

      assertThat(answer.get("suggestions").toString())
          .isEqualTo("[{\"text\":\"pay\",\"kind\":\"value\",\"hint\":\"2 events\"}]");
      assertThat(answer.get("complete").asBoolean()).isTrue();
    }
  }

  @Test
  void namesTheAttributesThatEventsHave() {
    try (Served served = Served.events(events(1, "pay"))) {
      JsonNode answer = served.get("/api/suggest", "q", "ord", "timeout", "30000");

      assertThat(answer.at("/suggestions/0/text").asString()).isEqualTo("order:");
    }
  }

  @Test
  void showsWhatCameSinceOrSaysThatItDoesNot() {
    List<LogEvent> all = events(4, "pay");
    try (Served served = Served.events(all.subList(0, 1))) {
      served.get("/api/suggest", "q", "service:", "timeout", "30000");
      served.store().append(all.subList(1, 4), Map.of());
      served.store().refresh();

      JsonNode next = served.get("/api/suggest", "q", "service:", "timeout", "1");
      String hint = next.at("/suggestions/0/hint").asString();
      assertThat(hint).isEqualTo(next.get("complete").asBoolean() ? "4 events" : "1 events");
      Eventually.becomes(
          () -> served.get("/api/suggest", "q", "service:").toString().contains("4 events"), SOON);
    }
  }

  @Test
  void doesNotWaitForACountThatTakesLong() {
    EndlessStore store = new EndlessStore();
    store.append(events(1, "pay"), Map.of());
    store.refresh();
    try (Served served = Served.store(store, Map.of(), List.of())) {
      for (String text : List.of("service:", "ser")) {
        JsonNode answer = served.get("/api/suggest", "q", text);

        assertThat(answer.get("complete").asBoolean()).as(text).isFalse();
      }
      assertThat(served.get("/api/suggest", "q", "ser").at("/suggestions/0/text").asString())
          .isEqualTo("service:");
      assertThat(store.working()).isEqualTo(2);
    }
  }

  private static List<LogEvent> events(int count, String service) {
    Logs logs = new Logs();
    for (int i = 0; i < count; i++) {
      String order = Integer.toString(i);
      logs.add(i, "done", event -> event.service(service).attribute("order", order));
    }
    return logs.events();
  }
}

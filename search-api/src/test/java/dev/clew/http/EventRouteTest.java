// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EventRouteTest {
  private static final byte[] LATIN = "caf\u00e9\r\n".getBytes(StandardCharsets.ISO_8859_1);
  private static Logs logs;
  private static Served served;

  @BeforeAll
  static void serve() {
    logs = new Logs();
    logs.into("a.log").add(0, "a0", event -> event.service("pay"));
    logs.add(2, "a2", event -> event.service("pay"));
    logs.add(4, "a4", event -> event);
    logs.into("b.log").add(1, "b1", event -> event.service("pay"));
    logs.add(3, "b3", event -> event);
    logs.add(5, "b5", LATIN, event -> event);
    logs.into("c.log").add(10, "c0", event -> event.service("ship").thread("worker-1"));
    logs.add(11, "c1", event -> event.service("ship").thread("worker-2"));
    logs.add(12, "c2", event -> event.service("ship").thread("worker-1"));
    logs.add(13, "c3", event -> event.service("ship"));
    logs.add(14, "c4", event -> event.service("ship").thread("worker-1"));
    logs.into("d.log").add(13.5, "d0", event -> event.service("ship").thread("worker-1"));
    served = Served.events(logs.events());
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void showsTheNeighboursInTheSameFile() {
    JsonNode answer = served.get(address("a2"));

    assertThat(messages(answer.get("before"))).containsExactly("a0");
    assertThat(messages(answer.get("after"))).containsExactly("a4");
  }

  @Test
  void showsTheNeighboursOfTheSameService() {
    JsonNode answer = served.get(address("b1"), "scope", "service");

    assertThat(messages(answer.get("before"))).containsExactly("a0");
    assertThat(messages(answer.get("after"))).containsExactly("a2");
  }

  @Test
  void showsTheNeighboursOfTheSameThreadInTheSameFile() {
    JsonNode answer = served.get(address("c2"), "scope", "thread");
    assertThat(messages(answer.get("before"))).containsExactly("c0");
    assertThat(messages(answer.get("after"))).containsExactly("c4");

    JsonNode without = served.get(address("a2"), "scope", "thread");
    assertThat(messages(without.get("before"))).containsExactly("a0");
    assertThat(messages(without.get("after"))).containsExactly("a4");
  }

  @Test
  void takesEventsWithoutAServiceAsOfOne() {
    JsonNode answer = served.get(address("a4"), "scope", "service");

    assertThat(messages(answer.get("before"))).containsExactly("b3");
    assertThat(messages(answer.get("after"))).containsExactly("b5");
  }

  @Test
  void showsTheNeighboursAnywhereInAscendingTime() {
    JsonNode answer = served.get(address("b3"), "scope", "all", "context", "2");

    assertThat(messages(answer.get("before"))).containsExactly("b1", "a2");
    assertThat(messages(answer.get("after"))).containsExactly("a4", "b5");
  }

  @Test
  void showsNoneWhenNoneAreAskedFor() {
    JsonNode answer = served.get(address("b3"), "context", "0");

    assertThat(answer.get("before").isEmpty()).isTrue();
    assertThat(answer.get("after").isEmpty()).isTrue();
  }

  @Test
  void givesTheBytesBackWhateverTheyAre() {
    JsonNode text = served.get(address("a0")).get("event");
    JsonNode other = served.get(address("b5")).get("event");

    assertThat(text.get("raw").asString()).isEqualTo("a0");
    assertThat(text.has("rawBase64")).isFalse();
    assertThat(other.get("raw").asString()).isEqualTo("caf\uFFFD");
    assertThat(Base64.getDecoder().decode(other.get("rawBase64").asString())).isEqualTo(LATIN);
  }

  @Test
  void leavesTheRawTextOutOfLists() {
    assertThat(served.get("/api/search").at("/events/0").has("raw")).isFalse();
  }

  @Test
  void saysSoWhenThereIsNoSuchEvent() {
    JsonNode problem = served.problem("/api/events/0123456789abcdef-zz");

    assertThat(problem.get("status").asInt()).isEqualTo(404);
    assertThat(problem.get("type").asString()).isEqualTo("/docs/errors#unknown-event");
  }

  private static String address(String message) {
    return logs.events().stream()
        .filter(event -> event.body().equals(message))
        .findFirst()
        .map(event -> "/api/events/" + event.id())
        .orElseThrow();
  }

  private static List<String> messages(JsonNode events) {
    List<String> messages = new ArrayList<>();
    events.forEach(event -> messages.add(event.get("message").asString()));
    return messages;
  }
}

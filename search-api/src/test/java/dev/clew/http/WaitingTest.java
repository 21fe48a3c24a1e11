// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Nobody waits for ever, nothing is worked on for nobody, and nobody is crowded out. */
class WaitingTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final EndlessStore store = new EndlessStore();
  private final Served served = Served.store(store, Map.of(), List.of());

  @AfterEach
  void stop() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/search", "/api/histogram", "/api/fields", "/api/facets", "/api/patterns"})
  void answersWithAPartWhenTheTimePassed(String path) {
    long start = System.nanoTime();
    JsonNode answer = served.get(path, "timeout", "200");

    assertThat(answer.get("complete").asBoolean()).isFalse();
    assertThat(answer.get("reason").asString())
        .isEqualTo("the time for the answer, 200 ms, passed");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(200), SOON);
  }

  @Test
  void refusesToNameACauseFromAPartOfTheEvents() {
    store.append(new Logs().add(0, "started", event -> event).events(), Map.of());
    store.refresh();
    JsonNode problem = served.problem("/api/suspects", "timeout", "100");

    assertThat(problem.get("type").asString()).isEqualTo("/docs/errors#out-of-time");
  }

  @Test
  void refusesATimeLongerThanTheServerGives() {
    JsonNode problem = served.problem("/api/search", "timeout", "30001");

    assertThat(problem.get("detail").asString()).startsWith("timeout:");
  }

  @Test
  void stopsWorkingForAnAskerWhoHasGone() throws IOException {
    Socket asker = ask("browser");
    Eventually.becomes(() -> store.working() == 1, SOON);
    asker.close();
    Duration took = Eventually.becomes(() -> store.working() == 0, SOON);

    assertThat(took).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void stopsWaitingForATurnForAnAskerWhoHasGone() throws IOException {
    List<Socket> askers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      askers.add(ask("one"));
    }
    Eventually.becomes(() -> store.working() == 2, SOON);
    for (Socket asker : askers) {
      asker.close();
    }
    Eventually.becomes(() -> store.working() == 0, SOON);

    assertThat(served.get("/api/search", "timeout", "50").get("complete").asBoolean()).isFalse();
  }

  @Test
  void answersTheNextRequestOfAnAskerWhoDoesNotWaitForTheFirst() throws IOException {
    try (Socket asker = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      asker.setSoTimeout((int) SOON.toMillis());
      String ask =
          "GET /api/search?timeout=500 HTTP/1.1\r\nHost: localhost\r\nUser-Agent: eager\r\n\r\n";
      asker.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
      Eventually.becomes(() -> store.working() == 1, SOON);
      asker.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
      String all = new String(asker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(all).contains("HTTP/1.1 200", "Connection: close", "\"complete\":false");
    }
  }

  @Test
  void refusesWhatNeitherFitsInTheSlotsNorInTheQueue() throws IOException {
    List<Socket> askers = new ArrayList<>();
    for (int i = 0; i < 54; i++) {
      askers.add(ask("client " + i));
    }
    Eventually.becomes(() -> store.working() == 4, SOON);
    HttpResponse<String> refused =
        served.ask("GET", "/api/search?timeout=20000", "User-Agent", "client 54");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(refused.body()).contains("/docs/errors#too-many-questions");
    assertThat(served.get("/api/openapi.json").has("paths")).isTrue();
    assertThat(served.get("/api/suggest", "q", "ser").get("suggestions")).isNotEmpty();
    for (Socket asker : askers) {
      asker.close();
    }
    Eventually.becomes(() -> store.working() == 0, SOON);
  }

  private Socket ask(String agent) throws IOException {
    Socket asker = new Socket(InetAddress.getLoopbackAddress(), served.port());
    String text =
        "GET /api/histogram HTTP/1.1\r\nHost: localhost\r\nUser-Agent: %s\r\n\r\n".formatted(agent);
    asker.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    asker.getOutputStream().flush();
    return asker;
  }
}

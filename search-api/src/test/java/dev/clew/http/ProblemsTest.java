// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.EventId;
import dev.clew.event.LogEvent;
import dev.clew.http.problem.ProblemType;
import dev.clew.store.Cursor;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.StoreException;
import dev.clew.store.StoreStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProblemsTest {

  @Test
  void tellsThatTheStoreIsClosed() {
    try (Served served = Served.events(List.of())) {
      served.store().close();

      JsonNode problem = served.problem("/api/search");
      assertThat(problem.get("status").asInt()).isEqualTo(503);
      assertThat(problem.get("type").asString()).isEqualTo("/docs/errors#store-closed");
    }
  }

  @Test
  void tellsThatTheStoreDoesNotAnswer() {
    StoreException fault = new StoreException.Unavailable("the disk of the store is full", null);
    try (Served served = failing(() -> fault)) {
      JsonNode problem = served.problem("/api/status");

      assertThat(problem.get("status").asInt()).isEqualTo(503);
      assertThat(problem.get("type").asString()).isEqualTo("/docs/errors#store-unavailable");
      assertThat(problem.get("detail").asString()).isEqualTo("the disk of the store is full");
    }
  }

  @Test
  void tellsThatTheStoreIsDamaged() {
    StoreException fault = new StoreException.Corrupt("part 3 cannot be read", null);
    try (Served served = failing(() -> fault)) {
      JsonNode problem = served.problem("/api/status");

      assertThat(problem.get("status").asInt()).isEqualTo(500);
      assertThat(problem.get("type").asString()).isEqualTo("/docs/errors#store-corrupt");
    }
  }

  @Test
  void logsTheCauseOfAFaultAndTellsOnlyItsId() {
    String log =
        logOf(
            () -> {
              try (Served served =
                  failing(() -> new IllegalStateException("secret of the inside"))) {
                return served.problem("/api/status");
              }
            });
    assertThat(log).contains("secret of the inside", "at dev.clew.http");
  }

  @Test
  void survivesAnErrorOfTheMachine() {
    try (Served served = failing(() -> new StackOverflowError("deep"))) {
      JsonNode problem = served.problem("/api/status");

      assertThat(problem.get("type").asString()).isEqualTo("/docs/errors#unexpected");
      assertThat(problem.toString()).doesNotContain("deep");
      assertThat(served.ask("GET", "/docs/errors").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void saysWhatIsNotThere() {
    try (Served served = Served.events(List.of())) {
      JsonNode problem = served.problem("/api/serach");

      assertThat(problem.get("status").asInt()).isEqualTo(404);
      assertThat(problem.get("type").asString()).isEqualTo("/docs/errors#unknown-route");
      assertThat(problem.get("detail").asString()).contains("/api/serach");
    }
  }

  @Test
  void explainsEveryTypeAtItsAddress() {
    try (Served served = Served.events(List.of())) {
      String page = served.ask("GET", "/docs/errors").body();

      for (ProblemType type : ProblemType.values()) {
        assertThat(page).contains("<h2 id=\"" + type.anchor() + "\">", type.title());
      }
    }
  }

  /** What is logged while {@code asked} is asked; its id is in the answer, its cause is not. */
  private static String logOf(Supplier<JsonNode> asked) {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    JsonNode problem;
    try {
      problem = asked.get();
    } finally {
      System.setErr(before);
    }
    String text = log.toString(StandardCharsets.UTF_8);
    String id = problem.get("detail").asString().replaceAll("fault (\\S+);.*", "$1");
    assertThat(problem.get("status").asInt()).isEqualTo(500);
    assertThat(problem.get("type").asString()).isEqualTo("/docs/errors#unexpected");
    assertThat(problem.toString()).doesNotContain("secret").doesNotContain("dev.clew");
    assertThat(text).contains(id);
    return text;
  }

  private static Served failing(Supplier<Throwable> fault) {
    return Served.store(new FailingStore(fault), Map.of(), List.of());
  }

  /** A store that fails at every question. */
  private record FailingStore(Supplier<Throwable> fault) implements LogStore {
    @Override
    public LogStore waiting(dev.clew.store.Until until) {
      return this;
    }

    @Override
    public void append(List<LogEvent> events, Map<String, String> bookmarks) {
      throw failure();
    }

    @Override
    public Map<String, String> bookmarks() {
      throw failure();
    }

    @Override
    public void refresh() {
      throw failure();
    }

    @Override
    public Page search(Selection selection, Order order, Optional<Cursor> after, int limit) {
      throw failure();
    }

    @Override
    public Groups aggregate(Selection selection, List<Grouping> groupings, int limit) {
      throw failure();
    }

    @Override
    public Optional<LogEvent> find(EventId id) {
      throw failure();
    }

    @Override
    public void expireBefore(Instant instant) {
      throw failure();
    }

    @Override
    public StoreStatus status() {
      throw failure();
    }

    @Override
    public void close() {}

    private RuntimeException failure() {
      return switch (fault.get()) {
        case RuntimeException exception -> exception;
        case Error error -> throw error;
        case Throwable other -> new IllegalStateException(other);
      };
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import dev.clew.http.Reader.Item;
import dev.clew.store.ListLogStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What comes is shown as it comes: each event once, also to those who come back or read slowly. */
class TailTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final ListLogStore list = new ListLogStore();
  private final Served served = Served.store(list, Map.of(), List.of());
  private int files;

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void showsWhatMatchesOnceItIsVisible() throws IOException {
    append(event(0, "before"));
    try (Reader reader = follow("?q=order", "")) {
      append(event(1, "order 1"), event(2, "coffee"), event(3, "order 2"));

      assertThat(List.of(reader.next().message(), reader.next().message()))
          .containsExactly("order 1", "order 2");
    }
  }

  @Test
  void showsAnEventThatComesLateWithAnOlderTime() throws IOException {
    try (Reader reader = follow("", "")) {
      append(event(100, "new"));
      append(event(1, "old"));
      append(event(101, "newer"));

      assertThat(messages(reader, 3)).containsExactly("new", "old", "newer");
    }
  }

  @Test
  void goesOnWithoutLossOrDoubleAfterADisconnect() throws IOException {
    String id;
    try (Reader reader = follow("", "")) {
      append(event(100, "one"), event(5, "two, late"), event(102, "three"));
      assertThat(messages(reader, 2)).containsExactly("one", "two, late");
      id = reader.id();
    }
    append(event(3, "four, late"), event(103, "five"));
    try (Reader again = follow("", id)) {
      append(event(104, "six"));

      assertThat(messages(again, 4)).containsExactly("three", "four, late", "five", "six");
    }
  }

  @Test
  void saysWhenItCannotKnowWhatCameLate() throws IOException {
    String id;
    try (Reader reader = follow("", "")) {
      append(event(100, "one"));
      id = reader.next().id();
    }
    append(event(101, "two"));
    // another process knows nothing of the order in which events came to the first
    try (Served other = Served.store(list, Map.of(), List.of());
        Reader again = new Reader(other.port(), "/api/tail", id)) {
      Item gap = again.next();
      assertThat(gap.name()).isEqualTo("gap");
      assertThat(gap.data().get("exact").asBoolean()).isFalse();
      assertThat(again.next().message()).isEqualTo("two");
      other.store().append(List.of(event(102, "three")), Map.of());
      other.store().refresh();
      assertThat(again.next().message()).isEqualTo("three");
    }
  }

  @Test
  void startsWithWhatIsThereFromAMomentOn() throws IOException {
    append(event(0, "too old"), event(10, "ten"), event(20, "twenty"));
    try (Reader reader = follow("?from=2026-11-21T14:00:10Z", "")) {
      append(event(30, "thirty"));

      assertThat(messages(reader, 3)).containsExactly("ten", "twenty", "thirty");
    }
  }

  @Test
  void startsWithTheTimeTypedInTheQuery() throws IOException {
    append(event(0, "too old"), event(10, "ten"), event(20, "twenty"));
    try (Reader reader = follow("?q=last%203590s", "")) {
      append(event(30, "thirty"));

      assertThat(messages(reader, 3)).containsExactly("ten", "twenty", "thirty");
    }
  }

  @Test
  void tellsASlowReaderHowManyEventsItMissedAndNeverWaitsForIt() throws IOException {
    int all = 20_000;
    String filling = "x".repeat(2_000);
    try (Reader reader = follow("?q=item", "")) {
      long start = System.nanoTime();
      for (int batch = 0; batch < all / 1_000; batch++) {
        int first = batch * 1_000;
        append(
            IntStream.range(first, first + 1_000)
                .mapToObj(i -> event(i, "item " + i + " " + filling))
                .toArray(LogEvent[]::new));
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);

      long shown = 0;
      long missed = 0;
      while (shown + missed < all) {
        Item item = reader.next();
        if (item.name().equals("gap")) {
          missed += item.data().get("count").asLong();
        } else {
          shown++;
        }
      }
      append(event(all, "item last"));

      assertThat(reader.next().message()).isEqualTo("item last");
      assertThat(missed).isPositive();
      assertThat(shown + missed).isEqualTo(all);
    }
  }

  @Test
  void leavesNothingOutOfABurstThatIsKeptAnyway() throws IOException {
    try (Reader reader = follow("", "")) {
      String filling = "z".repeat(500);
      append(
          IntStream.range(0, 10_000)
              .mapToObj(i -> event(i, "item " + i + " " + filling))
              .toArray(LogEvent[]::new));

      assertThat(messages(reader, 10_000))
          .startsWith("item 0 " + filling)
          .endsWith("item 9999 " + filling);
    }
  }

  @Test
  void findsByItsCursorsWhatAGapLeftOut() throws IOException {
    int batches = 10;
    String filling = "y".repeat(4_000);
    try (Reader reader = follow("?q=item", "");
        Reader pace = follow("?q=end", "")) {
      for (int batch = 0; batch < batches; batch++) {
        int first = batch * 1_000;
        append(
            IntStream.range(first, first + 1_000)
                .mapToObj(i -> event(i, "item " + i + (i % 1_000 == 999 ? " end " : " ") + filling))
                .toArray(LogEvent[]::new));
        // it was handed to everybody
        assertThat(pace.next().name()).isEqualTo("event");
      }
      List<String> shown = new ArrayList<>();
      int gaps = 0;
      while (shown.size() < batches * 1_000) {
        Item item = reader.next();
        if (item.name().equals("gap")) {
          gaps++;
          assertThat(item.data().get("exact").asBoolean()).isTrue();
          shown.addAll(missed(item.data()));
        } else {
          shown.add(item.data().get("id").asString());
        }
      }

      assertThat(gaps).isPositive();
      assertThat(shown).doesNotHaveDuplicates().hasSize(batches * 1_000);
    }
  }

  @Test
  void namesNoPlaceWhereAGapBeginsThatNobodyCouldLookAt() throws IOException {
    String filling = "w".repeat(8_000);
    try (Reader reader = follow("", "")) {
      append(
          IntStream.range(0, 3_000)
              .mapToObj(i -> event(i, "item " + i + " " + filling))
              .toArray(LogEvent[]::new));

      JsonNode gap = reader.next().data();
      assertThat(gap.get("exact").asBoolean()).isFalse();
      assertThat(gap.get("from").isNull()).isTrue();
      long told = gap.get("count").asLong();
      while (told < 3_000) {
        Item item = reader.next();
        told += item.name().equals("gap") ? item.data().get("count").asLong() : 1;
      }
      assertThat(told).isEqualTo(3_000);
    }
  }

  /** The events that a gap speaks of; pages end early when they get long. */
  private List<String> missed(JsonNode gap) {
    List<String> missed = new ArrayList<>();
    String from = gap.get("from").asString();
    while (missed.size() < gap.get("count").asInt()) {
      String left = Integer.toString(gap.get("count").asInt() - missed.size());
      JsonNode page = served.get("/api/search", "order", "oldest", "limit", left, "cursor", from);
      assertThat(page.get("events")).isNotEmpty();
      page.get("events").forEach(event -> missed.add(event.get("id").asString()));
      from = page.path("next").asString("");
    }
    return missed;
  }

  @Test
  void sendsWhatTheDocumentationShows() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "api.md"));
    Matcher example =
        Pattern.compile(
                "curl -sN 'http://127\\.0\\.0\\.1:8080([^']+)'.*?\\ndata: ([^…]+)…", Pattern.DOTALL)
            .matcher(document);
    assertThat(example.find()).isTrue();
    try (Served small = Example.serve();
        Reader reader = new Reader(small.port(), example.group(1), "")) {
      assertThat(reader.next().data().toString()).startsWith(example.group(2));
    }
  }

  @Test
  void refusesMoreReadersThanItServesAndForgetsThoseWhoHaveGone() throws IOException {
    List<Reader> readers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      readers.add(follow("", ""));
    }
    assertThat(served.ask("GET", "/api/tail").statusCode()).isEqualTo(429);

    append(event(1, "to all"));
    for (Reader reader : readers) {
      assertThat(reader.next().message()).isEqualTo("to all");
      reader.close();
    }
    Eventually.becomes(() -> served.ask("HEAD", "/api/tail").statusCode() == 200, SOON);
  }

  private Reader follow(String parameters, String lastId) throws IOException {
    return new Reader(served.port(), "/api/tail" + parameters, lastId);
  }

  private void append(LogEvent... events) {
    served.store().append(List.of(events), Map.of());
    served.store().refresh();
  }

  /** An event in a file of its own. */
  private LogEvent event(double seconds, String message) {
    files++;
    return new Logs()
        .into("file-" + files + ".log")
        .add(seconds, message, UnaryOperator.identity())
        .events()
        .getFirst();
  }

  private static List<String> messages(Reader reader, int count) throws IOException {
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      messages.add(reader.next().message());
    }
    return messages;
  }
}

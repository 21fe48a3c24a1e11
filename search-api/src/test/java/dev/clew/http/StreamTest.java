// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import dev.clew.query.RandomQueries;
import dev.clew.scan.ScarceStore;
import dev.clew.store.ListLogStore;
import dev.clew.store.LogStore;
import dev.clew.store.RandomEvents;
import dev.clew.store.StoreException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is told while it is found is, in the end, what the routes for each part answer. */
class StreamTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int QUESTIONS = 60;

  @Test
  void tellsWhatSearchAndHistogramAnswer() throws IOException {
    Random random = new Random(5);
    try (Served served = Served.events(new RandomEvents(random).next(400))) {
      RandomQueries queries =
          new RandomQueries(
              random, RandomEvents.WORDS, RandomEvents.ATTRIBUTES, RandomEvents.VALUES);
      for (int i = 0; i < QUESTIONS; i++) {
        String query = queries.next(2).toString();
        String order = random.nextBoolean() ? "newest" : "oldest";
        agree(served, query, order, Integer.toString(1 + random.nextInt(60)));
      }
      agree(served, "", "newest", "1000");
    }
  }

  private static void agree(Served served, String query, String order, String limit)
      throws IOException {
    List<JsonNode> frames =
        frames(served, "q", query, "order", order, "limit", limit, "buckets", "30");
    JsonNode page = served.get("/api/search", "q", query, "order", order, "limit", limit);
    JsonNode histogram = served.get("/api/histogram", "q", query, "buckets", "30");

    assertThat(frames.getFirst().get("frame").asString()).isEqualTo("begin");
    assertThat(frames.getFirst().at("/range/from")).isEqualTo(histogram.get("from"));
    assertThat(frames.getFirst().at("/range/to")).isEqualTo(histogram.get("to"));
    JsonNode done = frames.getLast();
    assertThat(done.get("frame").asString()).isEqualTo("done");
    for (String same : List.of("query", "total", "next", "complete")) {
      assertThat(done.get(same)).as(query).isEqualTo(page.get(same));
    }
    List<JsonNode> rows = rows(frames);
    assertThat(rows).as(query).isEqualTo(list(page.get("events")));
    assertThat(done.get("rows").asLong()).isEqualTo(rows.size());
    JsonNode last = last(frames, "hist");
    assertThat(last.get("unscanned").isNull()).isTrue();
    for (String same : List.of("stepMs", "levels", "buckets", "total", "changes", "complete")) {
      assertThat(last.at("/histogram/" + same)).as(query).isEqualTo(histogram.get(same));
    }
    assertThat(last(frames, "progress").get("percent").asInt()).isEqualTo(100);
  }

  @Test
  void addsTheFacetsWhenAskedTo() throws IOException {
    try (Served served = Example.serve()) {
      JsonNode facets = last(frames(served, "q", "failed", "facets", "on"), "facets");
      JsonNode alone = served.get("/api/facets", "q", "failed");

      for (String same : List.of("query", "total", "fields", "dropped", "complete")) {
        assertThat(facets.at("/facets/" + same)).isEqualTo(alone.get(same));
      }
      assertThat(frames(served, "q", "failed"))
          .noneMatch(frame -> frame.get("frame").asString().equals("facets"));
    }
  }

  @Test
  void says429AndTheLikeBeforeTheFirstFrame() {
    try (Served served = Served.events(List.of())) {
      assertThat(served.problem("/api/stream", "limit", "-1").get("detail").asString())
          .startsWith("limit:");
      assertThat(served.problem("/api/stream", "cursor", "x").get("type").asString())
          .isEqualTo("/docs/errors#unknown-parameter");
      HttpResponse<String> head = served.ask("HEAD", "/api/stream");
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
    }
  }

  @Test
  void endsWithAPartWhenTheTimePassedAndGoesOnFromThere() throws IOException {
    ListLogStore list = new ListLogStore();
    Logs logs = new Logs();
    for (int i = 0; i < 60_000; i++) {
      // two thirds in one millisecond, which no slice cuts
      logs.add(i < 40_000 ? i * 1e-9 : i, "item", event -> event);
    }
    list.append(logs.events(), Map.of());
    list.refresh();
    try (Served served = Served.store(new ScarceStore(list, 30_000), Map.of(), List.of());
        Served quick = Served.store(list, Map.of(), List.of())) {
      List<JsonNode> part = List.of();
      JsonNode partial = null;
      int patience = 1_500;
      // on a busy machine the first slice may take that long
      for (boolean begun = false; !begun; patience *= 3) {
        part = frames(served, "q", "item", "limit", "10000", "timeout", Integer.toString(patience));
        partial = last(part, "partial");
        begun = partial.get("percent").asInt() > 0 || patience > 10_000;
      }
      JsonNode done = part.getLast();

      assertThat(partial.get("why").asString()).matches("the time for the answer, .* ms, passed");
      assertThat(partial.get("percent").asInt()).isEqualTo(33);
      assertThat(done.get("complete").asBoolean()).isFalse();
      assertThat(done.at("/total/exact").asBoolean()).isFalse();
      long seen = done.at("/total/value").asLong();
      assertThat(seen).isEqualTo(20_000);
      JsonNode histogram = last(part, "hist");
      assertThat(sum(histogram)).isEqualTo(seen);
      assertThat(histogram.at("/unscanned/to")).isEqualTo(partial.get("rest"));
      assertThat(rows(part)).hasSize(10_000);

      String rest = partial.get("rest").asString();
      List<JsonNode> more = frames(quick, "q", "item", "limit", "0", "rest", rest);
      assertThat(more.getLast().get("complete").asBoolean()).isTrue();
      assertThat(more.getLast().at("/total/value").asLong()).isEqualTo(60_000 - seen);
      assertThat(sum(last(more, "hist"))).isEqualTo(60_000 - seen);
    }
  }

  @Test
  void isToldOfAFaultAfterTheFirstFrame() throws IOException {
    ListLogStore list = new ListLogStore();
    LogStore[] broken = new LogStore[1];
    broken[0] =
        (LogStore)
            Proxy.newProxyInstance(
                LogStore.class.getClassLoader(),
                new Class<?>[] {LogStore.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "waiting" -> proxy;
                      case "search" -> throw new StoreException.Unavailable("the disk fails", null);
                      default -> method.invoke(list, arguments);
                    });
    try (Served served = Served.store(broken[0], Map.of(), List.of())) {
      List<JsonNode> frames = frames(served, "q", "x");

      assertThat(frames.getFirst().get("frame").asString()).isEqualTo("begin");
      JsonNode problem = frames.getLast();
      assertThat(problem.get("frame").asString()).isEqualTo("problem");
      assertThat(problem.get("ends").asBoolean()).isTrue();
      assertThat(problem.at("/problem/type").asString())
          .isEqualTo("/docs/errors#store-unavailable");
    }
  }

  @Test
  void tellsTheFirstFrameAtOnceAndStopsWorkingWhenTheReaderHasGone() throws IOException {
    EndlessStore store = new EndlessStore();
    try (Served served = Served.store(store, Map.of(), List.of())) {
      for (int i = 0; i < 3; i++) {
        List<FrameReader> readers = new ArrayList<>();
        // one client has two places
        for (int each = 0; each < 2; each++) {
          FrameReader reader = new FrameReader(served.port(), "/api/stream", "page");
          assertThat(reader.next().orElseThrow().get("frame").asString()).isEqualTo("begin");
          readers.add(reader);
        }
        Eventually.becomes(() -> store.working() == 2, SOON);
        for (FrameReader reader : readers) {
          reader.close();
        }
        Duration took = Eventually.becomes(() -> store.working() == 0, SOON);
        assertThat(took).isLessThan(Duration.ofSeconds(1));
      }
    }
  }

  @Test
  void refusesMoreStreamsThanItServesAndForgetsThoseWhoHaveGone() throws IOException {
    EndlessStore store = new EndlessStore();
    try (Served served = Served.store(store, Map.of(), List.of())) {
      List<FrameReader> readers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        readers.add(new FrameReader(served.port(), "/api/stream", "client " + i));
      }
      Eventually.becomes(() -> store.working() == 4, SOON);
      Eventually.becomes(
          () -> served.ask("GET", "/api/stream?timeout=1").body().contains("32 answers"), SOON);
      for (FrameReader reader : readers) {
        reader.close();
      }
      Eventually.becomes(
          () -> served.ask("GET", "/api/stream?timeout=50").statusCode() == 200, SOON);
    }
  }

  @Test
  void doesNotKeepAPlaceForOneWhoReadsSlowly() throws IOException {
    List<LogEvent> events = new ArrayList<>();
    Logs logs = new Logs();
    for (int i = 0; i < 10_000; i++) {
      logs.add(i, "item " + i + " " + "x".repeat(2_000), event -> event);
    }
    events.addAll(logs.events());
    try (Served served = Served.events(events);
        FrameReader one = slow(served);
        FrameReader two = slow(served)) {
      assertThat(one.next()).isPresent();
      assertThat(two.next()).isPresent();
      HttpResponse<String> answer =
          served.ask("GET", "/api/search?limit=1&timeout=20000", "User-Agent", "slow");

      assertThat(answer.statusCode()).isEqualTo(200);
      List<JsonNode> rest = one.all();
      assertThat(rest.getLast().get("frame").asString()).isEqualTo("done");
    }
  }

  private static FrameReader slow(Served served) throws IOException {
    return new FrameReader(served.port(), "/api/stream?limit=10000&timeout=700", "slow");
  }

  @Test
  void endsWithAPartWhenTheServerStops() throws IOException {
    EndlessStore store = new EndlessStore();
    Served served = Served.store(store, Map.of(), List.of());
    try (FrameReader reader = new FrameReader(served.port(), "/api/stream", "page")) {
      assertThat(reader.next()).isPresent();
      Eventually.becomes(() -> store.working() == 1, SOON);
      Thread closing = Thread.ofVirtual().start(served::close);
      List<JsonNode> rest = reader.all();

      assertThat(last(rest, "partial").get("why").asString()).contains("told to end");
      assertThat(rest.getLast().get("complete").asBoolean()).isFalse();
      closing.join();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Test
  void sendsWhatTheDocumentationShows() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "api.md"));
    Matcher example =
        Pattern.compile(
                "curl -sN 'http://127\\.0\\.0\\.1:8080(/api/stream[^']+)'\n```\n```text\n(.*?)\n```",
                Pattern.DOTALL)
            .matcher(document);
    assertThat(example.find()).isTrue();
    List<String> shown = example.group(2).lines().map(StreamTest::steady).toList();
    try (Served small = Example.serve()) {
      String answer = small.ask("GET", example.group(1)).body();
      List<String> lines = answer.lines().map(StreamTest::steady).toList();

      assertThat(lines).hasSameSizeAs(shown);
      for (int i = 0; i < lines.size(); i++) {
        assertThat(lines.get(i)).startsWith(shown.get(i).replaceAll("…$", ""));
      }
    }
  }

  /** Without what differs from run to run. */
  private static String steady(String line) {
    return line.replaceAll("\"(tookMs|elapsedMs)\":\\d+", "\"$1\":0");
  }

  private static List<JsonNode> frames(Served served, String... parameters) throws IOException {
    String address = Served.address("/api/stream", parameters);
    try (FrameReader reader = new FrameReader(served.port(), address, "test")) {
      return reader.all();
    }
  }

  private static JsonNode last(List<JsonNode> frames, String name) {
    return frames.stream()
        .filter(frame -> frame.get("frame").asString().equals(name))
        .reduce((one, other) -> other)
        .orElseThrow();
  }

  private static List<JsonNode> rows(List<JsonNode> frames) {
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode frame : frames) {
      if (frame.get("frame").asString().equals("rows")) {
        assertThat(frame.get("events").size()).isBetween(1, 500);
        rows.addAll(list(frame.get("events")));
      }
    }
    return rows;
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> list = new ArrayList<>();
    array.forEach(list::add);
    return list;
  }

  private static long sum(JsonNode hist) {
    long sum = 0;
    for (JsonNode bucket : hist.at("/histogram/buckets")) {
      sum += bucket.get("total").asLong();
    }
    return sum;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.ingest.ReadSettings;
import dev.clew.intake.Followed;
import dev.clew.intake.Imports;
import dev.clew.intake.Intake;
import dev.clew.intake.IntakeLimits;
import dev.clew.intake.UnreadLines;
import dev.clew.source.packing.Limits;
import dev.clew.store.ListLogStore;
import dev.clew.store.LogStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of logs that are handed to a running server. */
class IntakeRouteTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LIMITS_UPLOAD = 2 << 20;
  private static final String BYTES = "application/octet-stream";
  private static final IntakeLimits LIMITS =
      new IntakeLimits(
          2 << 20, 3 << 20, 0, new Limits(1 << 20, 1000, 100, 6, 80 << 20, 1 << 20), 3, 4);
  private static final String SHOP =
      """

      2026-11-21T14:00:00Z INFO begun order 1
      2026-11-21T14:00:01Z ERROR failed order 2
      """;

  @TempDir private Path folder;

  /** Each batch that is appended takes one; most tests have plenty. */
  private final Semaphore gate = new Semaphore(1_000);

  private final CountDownLatch reading = new CountDownLatch(1);
  private LogStore store;
  private UnreadLines unread;
  private Imports imports;
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    store = gated(new ListLogStore());
    serve(LIMITS);
  }

  private void serve(IntakeLimits limits) throws IOException {
    ReadSettings settings = new ReadSettings(ZoneOffset.UTC, Instant.EPOCH);
    unread = UnreadLines.in(folder, note -> {});
    imports = new Imports(store, folder, limits, settings, InstantSource.system(), unread);
    served = Served.taking(store, new Intake(imports, Followed.nothing(), unread, settings));
  }

  @AfterEach
  void stop() throws IOException {
    gate.release(1_000_000);
    imports.close();
    unread.close();
    served.close();
  }

  @Test
  void aFileIsReadAndItsEventsAreFoundByTheQueryOfItsImport() throws IOException {
    JsonNode begun = JSON.readTree(send("name=shop.log&service=till", SHOP).body());
    assertThat(begun.get("bytes").asLong()).isEqualTo(SHOP.length());
    JsonNode done = ended(begun.get("id").asString());
    assertThat(done.get("state").asString()).isEqualTo("done");
    assertThat(done.get("events").asInt()).isEqualTo(2);
    assertThat(done.get("unread").asInt()).isEqualTo(1);
    assertThat(done.get("percent").asInt()).isEqualTo(100);
    String query = done.get("query").asString();
    JsonNode found = served.get("/api/search", "q", query);
    assertThat(found.at("/total/value").asInt()).isEqualTo(2);
    assertThat(found.at("/events/0/service").asString()).isEqualTo("till");
    assertThat(uploads()).isEmpty();
  }

  @Test
  void aSourceHasItsAccountAndItsLinesThatWereRejectedAlsoAfterARestart() throws IOException {
    finish("name=shop.log", SHOP);
    served.close();
    unread.close();
    imports.close();
    serve(LIMITS);
    JsonNode row = served.get("/api/sources").at("/sources/0");
    assertThat(row.get("name").asString()).isEqualTo("shop.log");
    assertThat(row.get("kind").asString()).isEqualTo("upload");
    assertThat(row.get("state").asString()).isEqualTo("at_rest");
    assertThat(row.at("/account/rejected").asInt()).isEqualTo(1);
    assertThat(row.at("/account/timed").asInt()).isEqualTo(2);
    assertThat(row.get("listed").asInt()).isEqualTo(1);
    JsonNode lines = served.get("/api/sources/rejected", "source", "shop.log");
    assertThat(lines.at("/lines/0/reason").asString())
        .isEqualTo("blank line before the first event");
    assertThat(lines.at("/lines/0/line").asInt()).isEqualTo(1);
    assertThat(lines.get("next").isNull()).isTrue();
    assertThat(served.problem("/api/sources/rejected", "source", "none").get("status").asInt())
        .isEqualTo(400);
  }

  @Test
  void theRejectedLinesComeInPages() throws IOException {
    StringBuilder text = new StringBuilder("2026-11-21T14:00:00Z INFO begun\n");
    String event = "2026-11-21T14:00:01Z INFO next\n";
    for (int i = 0; i < 5; i++) {
      text.insert(0, "\n");
    }
    finish("name=gaps.log", text + event);
    JsonNode first = served.get("/api/sources/rejected", "source", "gaps.log", "limit", "3");
    assertThat(first.get("lines")).hasSize(3);
    assertThat(first.get("next").asInt()).isEqualTo(3);
    JsonNode last =
        served.get("/api/sources/rejected", "source", "gaps.log", "limit", "3", "offset", "3");
    assertThat(last.get("lines")).hasSize(2);
    assertThat(last.at("/reasons/blank line before the first event").asInt()).isEqualTo(5);
  }

  @Test
  void theSameFileHandedInTwiceIsReadOnce() throws IOException {
    finish("name=shop.log", SHOP);
    JsonNode again = finish("name=other.log", SHOP);
    assertThat(again.get("state").asString()).isEqualTo("done");
    assertThat(again.get("events").asInt()).isZero();
    assertThat(again.get("why").asString()).isEqualTo("all of it was read before: 2 events");
    assertThat(again.get("query").asString()).contains("shop.log");
    assertThat(store.status().events()).isEqualTo(2);
  }

  @Test
  void twoAtOnceAreBothRead() {
    List<CompletableFuture<JsonNode>> both =
        Stream.of("a.log", "b.log")
            .map(
                name ->
                    CompletableFuture.supplyAsync(
                        () -> finish("name=" + name, SHOP.replace("order", name))))
            .toList();
    both.forEach(each -> assertThat(each.join().get("state").asString()).isEqualTo("done"));
    assertThat(store.status().events()).isEqualTo(4);
  }

  @Test
  void takesNoNameThatLeadsElsewhere() throws IOException {
    for (String name :
        List.of(
            "..%2Fshop.log",
            "%2Fetc%2Fpasswd",
            "a%5Cb.log",
            ".hidden",
            "",
            "a%00b",
            "..",
            "clew.rules",
            "a%E2%80%AEgol.b",
            "x".repeat(201))) {
      assertThat(problem(send("name=" + name, SHOP)))
          .as(name)
          .isIn("unusable-file", "bad-parameter");
    }
    assertThat(uploads()).isEmpty();
    assertThat(store.status().events()).isZero();
  }

  @Test
  void refusesWhatIsTooLargeBeforeAndWhileItComes() throws IOException {
    byte[] large = new byte[LIMITS_UPLOAD + 1];
    assertThat(problem(send("name=a.log", BodyPublishers.ofByteArray(large))))
        .isEqualTo("body-too-large");
    InputStream endless = new ByteArrayInputStream(large);
    assertThat(problem(send("name=b.log", BodyPublishers.ofInputStream(() -> endless))))
        .isEqualTo("body-too-large");
    assertThat(served.get("/api/imports").at("/imports/0/state").asString()).isEqualTo("failed");
    assertThat(uploads()).isEmpty();
  }

  @Test
  void leavesTheRoomOnTheDiskThatIsToStayFree() throws IOException {
    served.close();
    unread.close();
    imports.close();
    serve(new IntakeLimits(1 << 20, 1 << 20, Long.MAX_VALUE / 2, LIMITS.unpacked(), 3, 4));
    HttpResponse<String> refused = send("name=a.log", SHOP);
    assertThat(refused.statusCode()).isEqualTo(507);
    assertThat(problem(refused)).isEqualTo("no-room");
    assertThat(uploads()).isEmpty();
  }

  @Test
  void anArchiveThatUnfoldsTooFarIsReadAsFarAsItMay() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
      byte[] line = "2026-11-21T14:00:00Z INFO the same again\n".getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 200_000; i++) {
        zip.write(line);
      }
    }
    HttpResponse<String> sent =
        send("name=bomb.log.gz", BodyPublishers.ofByteArray(bomb.toByteArray()));
    JsonNode done = ended(JSON.readTree(sent.body()).get("id").asString());
    assertThat(done.get("problems").toString()).contains("bomb.log.gz");
    assertThat(done.get("events").asInt()).isBetween(1, 40_000);
    assertThat(uploads()).isEmpty();
  }

  @Test
  void stoppedWhileItIsReadItKeepsWhatWasReadAndGoesOnThereNextTime() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      lines.append("2026-11-21T14:00:00.%05dZ INFO order %d%n".formatted(i, i));
    }
    gate.drainPermits();
    gate.release(3);
    String id = JSON.readTree(send("name=long.log", lines.toString()).body()).get("id").asString();
    reading.await();
    JsonNode going = served.get("/api/imports/" + id);
    assertThat(going.get("state").asString()).isEqualTo("reading");
    assertThat(served.get("/api/sources").get("takes").asBoolean()).isTrue();
    assertThat(told(id, "{\"stop\":true}").statusCode()).isEqualTo(200);
    gate.release(1_000);
    JsonNode stopped = ended(id);
    assertThat(stopped.get("state").asString()).isEqualTo("stopped");
    assertThat(stopped.get("why").asString()).contains("what was read until then is kept");
    long kept = store.status().events();
    assertThat(kept).isBetween(1_000L, 19_999L);
    assertThat(stopped.get("events").asLong()).isEqualTo(kept);

    finish("name=long.log", lines.toString());
    assertThat(store.status().events()).isEqualTo(20_000);
  }

  @Test
  void stoppedWhileItComesNothingOfItIsRead() throws Exception {
    try (Socket sender = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      String head =
          "POST /api/imports?name=slow.log HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: %s\r\n"
              .formatted(BYTES);
      OutputStream out = sender.getOutputStream();
      out.write((head + "Content-Length: 300000\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(new byte[100_000]);
      out.flush();
      Eventually.becomes(
          () -> served.get("/api/imports").at("/imports/0/received").asLong() == 100_000, PATIENCE);
      JsonNode coming = served.get("/api/imports").at("/imports/0");
      assertThat(coming.get("percent").asInt()).isEqualTo(33);
      String id = coming.get("id").asString();
      assertThat(told(id, "{\"stop\":true}").statusCode()).isEqualTo(200);
      out.write(new byte[200_000]);
      out.flush();
      String answer = new String(sender.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer).contains("unusable-file");
      assertThat(ended(id).get("state").asString()).isEqualTo("stopped");
    }
    assertThat(uploads()).isEmpty();
  }

  @Test
  void aSenderThatGoesAwayLeavesNothing() throws IOException {
    try (Socket sender = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      String head =
          "POST /api/imports?name=gone.log HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: %s\r\n"
              .formatted(BYTES);
      sender
          .getOutputStream()
          .write((head + "Content-Length: 300000\r\n\r\nabc").getBytes(StandardCharsets.US_ASCII));
    }
    Eventually.becomes(
        () -> served.get("/api/imports").at("/imports/0/state").asString().equals("failed"),
        PATIENCE);
    assertThat(served.get("/api/imports").at("/imports/0/why").asString())
        .contains("the sender ended before the end");
    assertThat(uploads()).isEmpty();
  }

  @Test
  void takesSoManyAtOnceAndNoMore() throws IOException {
    gate.drainPermits();
    for (String name : List.of("a.log", "b.log", "c.log")) {
      assertThat(send("name=" + name, SHOP.replace("order", name)).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> fourth = send("name=d.log", SHOP);
    assertThat(fourth.statusCode()).isEqualTo(429);
    gate.release(1_000);
    for (JsonNode each : served.get("/api/imports").get("imports")) {
      assertThat(ended(each.get("id").asString()).get("state").asString()).isEqualTo("done");
    }
  }

  @Test
  void remembersTheLatest() {
    for (int i = 0; i < 6; i++) {
      finish("name=" + i + ".log", SHOP.replace("order", "order" + i));
    }
    assertThat(served.get("/api/imports").get("imports")).hasSize(4);
    assertThat(served.get("/api/imports").at("/imports/0/name").asString()).isEqualTo("5.log");
  }

  @Test
  void takesNothingThatAWebSiteCouldSend() {
    byte[] body = SHOP.getBytes(StandardCharsets.UTF_8);
    assertThat(problem(served.post("/api/imports?name=a.log", body, "Content-Type", "text/plain")))
        .isEqualTo("wrong-media-type");
    assertThat(
            problem(
                served.post(
                    "/api/imports?name=a.log",
                    body,
                    "Content-Type",
                    BYTES,
                    "Origin",
                    "https://evil.example")))
        .isEqualTo("foreign-origin");
    assertThat(problem(send("name=a.log&folder=x", SHOP))).isEqualTo("unknown-parameter");
    assertThat(told("none", "{\"stop\":true}").statusCode()).isEqualTo(404);
    assertThat(told("none", "{}").statusCode()).isEqualTo(400);
    assertThat(served.get("/api/imports").get("imports")).isEmpty();
  }

  @Test
  void whatAKilledProcessLeftIsRemoved() throws IOException {
    served.close();
    unread.close();
    imports.close();
    Path left = Files.createDirectories(folder.resolve(Imports.FOLDER).resolve("12345678"));
    Files.writeString(left.resolve("shop.log"), SHOP);
    serve(LIMITS);
    assertThat(uploads()).isEmpty();
  }

  @Test
  void linesAreTriedWithNothingKept() {
    JsonNode tried = tried("2026-11-21T14:00:00Z INFO [main] order=7 begun\\n<b>not</b>\\n");
    assertThat(tried.at("/units/0/event/level").asString()).isEqualTo("info");
    assertThat(tried.at("/units/0/event/thread").asString()).isEqualTo("main");
    assertThat(tried.at("/units/0/text").asString()).contains("<b>not</b>");
    assertThat(tried.get("lines").asInt()).isEqualTo(2);
    assertThat(store.status().events()).isZero();
    HttpResponse<String> large =
        json("/api/try-lines", "{\"lines\":\"" + "x".repeat(200_000) + "\"}");
    assertThat(problem(large)).isEqualTo("body-too-large");
    assertThat(problem(json("/api/try-lines", "{\"lines\":\" \"}"))).isEqualTo("unreadable-note");
  }

  @Test
  void aServerThatTakesNoFilesSaysSo() {
    try (Served reading = Served.events(List.of())) {
      assertThat(reading.get("/api/imports").get("takes").asBoolean()).isFalse();
      assertThat(reading.get("/api/sources").get("sources")).isEmpty();
      byte[] body = SHOP.getBytes(StandardCharsets.UTF_8);
      assertThat(reading.post("/api/imports?name=a.log", body, "Content-Type", BYTES).statusCode())
          .isEqualTo(405);
    }
  }

  private JsonNode tried(String lines) {
    return JSON.readTree(json("/api/try-lines", "{\"lines\":\"" + lines + "\"}").body());
  }

  private JsonNode finish(String query, String body) {
    return ended(JSON.readTree(send(query, body).body()).get("id").asString());
  }

  private JsonNode ended(String id) {
    Eventually.becomes(() -> !served.get("/api/imports/" + id).get("ended").isNull(), PATIENCE);
    return served.get("/api/imports/" + id);
  }

  private HttpResponse<String> told(String id, String body) {
    return json("/api/imports/" + id, body);
  }

  private HttpResponse<String> json(String path, String body) {
    return served.post(
        path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
  }

  private HttpResponse<String> send(String query, String body) {
    return send(query, BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(String query, HttpRequest.BodyPublisher body) {
    URI address = URI.create("http://127.0.0.1:%d/api/imports?%s".formatted(served.port(), query));
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address)
              .header("Content-Type", BYTES)
              .expectContinue(true)
              .POST(body)
              .build(),
          BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private static String problem(HttpResponse<String> response) {
    String type = JSON.readTree(response.body()).get("type").asString();
    return type.substring(type.indexOf('#') + 1);
  }

  private List<Path> uploads() throws IOException {
    Path uploads = folder.resolve(Imports.FOLDER);
    if (!Files.isDirectory(uploads)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(uploads)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** A store whose {@code append} waits at the gate. */
  private LogStore gated(LogStore inner) {
    return (LogStore)
        Proxy.newProxyInstance(
            LogStore.class.getClassLoader(),
            new Class<?>[] {LogStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null; // a server that is started again finds it as it was
              }
              if (method.getName().equals("append")) {
                if (!gate.tryAcquire()) {
                  reading.countDown();
                  gate.acquire();
                }
              }
              try {
                return method.invoke(inner, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}

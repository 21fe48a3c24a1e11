// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.http.ApiServer;
import dev.clew.http.Limits;
import dev.clew.http.Workbench;
import dev.clew.http.tail.Arrivals;
import dev.clew.store.LogStore;
import dev.clew.store.lucene.LuceneLogStores;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each line of a log, pasted as it is, finds itself; or it is a query by what it says, and the
 * answer offers the text it stands for.
 */
class PastedTextTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private static Path folder;

  private static final List<String> LINES = lines();
  private static LogStore store;
  private static ApiServer server;

  /** One file a line, so that a line is neither joined to another nor read in its format. */
  @BeforeAll
  static void serve() throws IOException {
    Path logs = Files.createDirectory(folder.resolve("logs"));
    for (int i = 0; i < LINES.size(); i++) {
      Files.writeString(logs.resolve(file(i)), LINES.get(i) + "\n");
    }
    String data = folder.resolve("data").toString();
    Cli.Outcome read = Cli.run("index", logs.toString(), "--data", data, "--zone", "UTC");
    assertThat(read.code()).as(read.err()).isZero();
    store = LuceneLogStores.open(folder.resolve("data"));
    server =
        new ApiServer(
            new Workbench(
                store,
                new Arrivals(),
                Map.of(),
                List.of(),
                ZoneOffset.UTC,
                InstantSource.fixed(Cli.NOW),
                "test",
                "pasted"),
            Limits.of(2, 1L << 30),
            0);
    server.start();
  }

  @AfterAll
  static void stop() {
    server.close();
    store.close();
  }

  @Test
  void findsItself() throws IOException, InterruptedException {
    List<String> lost = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < LINES.size(); i++) {
        JsonNode answer = ask(client, "/api/search?limit=1000&q=", LINES.get(i));
        if (!finds(answer, i) && !offers(client, answer, i)) {
          lost.add("%s%n  %s%n".formatted(LINES.get(i), answer.get("query")));
        }
      }
    }
    assertThat(lost).isEmpty();
  }

  /** A notice says what the text was taken for, and what finds the line. */
  private static boolean offers(HttpClient client, JsonNode answer, int line)
      throws IOException, InterruptedException {
    for (JsonNode notice : answer.at("/query/notices")) {
      JsonNode fix = notice.get("fix");
      if (!fix.isNull() && finds(ask(client, "/api/search?limit=1000&q=", fix.asString()), line)) {
        return true;
      }
    }
    return false;
  }

  private static boolean finds(JsonNode answer, int line) {
    for (JsonNode event : answer.get("events")) {
      if (event.at("/origin/file").asString().endsWith(file(line))) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode ask(HttpClient client, String address, String text)
      throws IOException, InterruptedException {
    URI uri =
        URI.create(
            "http://127.0.0.1:%d%s%s"
                .formatted(
                    server.port(), address, URLEncoder.encode(text, StandardCharsets.UTF_8)));
    HttpResponse<String> answer =
        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(text).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static String file(int line) {
    return "paste-%03d.log".formatted(line);
  }

  private static List<String> lines() {
    try (var in = PastedTextTest.class.getResourceAsStream("/samples/pasted.txt")) {
      List<String> lines =
          new ArrayList<>(
              new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                  .lines()
                  .toList());
      lines.add("blob " + "k=v;path/to/x-1 ".repeat(320) + "end");
      lines.add("a".repeat(5_000));
      return lines;
    } catch (IOException unread) {
      throw new java.io.UncheckedIOException(unread);
    }
  }
}

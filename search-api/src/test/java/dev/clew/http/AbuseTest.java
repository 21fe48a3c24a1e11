// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.store.LogStore;
import dev.clew.store.lucene.LuceneLogStores;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions made to take long, over a real store (RELIABILITY Q-02). */
@Tag("slow")
class AbuseTest {
  private static final int EVENTS = 100_000;
  private static final int BATCH = 5_000;

  @TempDir static Path folder;

  private static Served served;

  @BeforeAll
  static void fill() {
    LogStore store = LuceneLogStores.open(folder.resolve("data"));
    Logs logs = new Logs();
    for (int i = 0; i < EVENTS; i++) {
      int n = i;
      logs.add(
          i,
          "request %x took %d ms for user%d".formatted(n * 2_654_435_761L, n % 997, n % 5_003),
          event -> event.service("web-" + n % 7).severity("INFO").attribute("request", "r-" + n));
    }
    for (int from = 0; from < EVENTS; from += BATCH) {
      store.append(logs.events().subList(from, from + BATCH), Map.of());
    }
    store.refresh();
    served = Served.store(store, Map.of(), List.of());
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void stopsSoonAfterTheDeadlineWhateverIsAsked() {
    int deadline = 20;
    List<Long> millis = new ArrayList<>();
    long parts = 0;
    for (int i = 0; i < 200; i++) {
      long start = System.nanoTime();
      HttpResponse<String> answer = ask(i, deadline, "one");
      millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      parts += answer.body().contains("\"complete\":false") ? 1 : 0;
    }
    millis.sort(null);
    System.err.printf(
        "Q-02: 200 questions, deadline %d ms, %d answered in part; p50 %d ms, p95 %d ms, longest %d ms%n",
        deadline, parts, millis.get(100), millis.get(190), millis.getLast());

    assertThat(millis.getLast()).isLessThan(deadline + 500L);
  }

  /** Every one of them looks at far more than it shows. */
  private static HttpResponse<String> ask(int seed, int timeout, String name) {
    String query =
        switch (seed % 6) {
          case 0 -> "*" + seed % 10 + "*" + (seed + 3) % 10 + "*";
          case 1 ->
              IntStream.range(0, 60)
                  .mapToObj(i -> "*" + Integer.toHexString(seed * 7 + i) + "*")
                  .collect(Collectors.joining(" OR "));
          case 2 -> "(".repeat(30) + "NOT *" + seed % 100 + "*" + ")".repeat(30);
          case 3 -> "request:r-*" + seed % 10 + "*";
          case 4 -> "took NOT user" + seed;
          default -> "*";
        };
    String path =
        List.of("/api/search", "/api/histogram", "/api/fields", "/api/patterns").get(seed / 6 % 4);
    return served.ask(
        "GET",
        Served.address(path, "q", query, "timeout", Integer.toString(timeout)),
        "User-Agent",
        name);
  }
}

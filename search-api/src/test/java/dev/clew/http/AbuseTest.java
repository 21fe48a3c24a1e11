// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.store.LogStore;
import dev.clew.store.lucene.LuceneLogStores;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions made to take long or much, over a real store (RELIABILITY ). */
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

  @Test
  void survivesFiftyOfTheWorstAtOnce() throws Exception {
    try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> questions =
          IntStream.range(0, 50)
              .mapToObj(i -> (Callable<Integer>) () -> ask(i, 5_000, "asker " + i).statusCode())
              .toList();
      Map<Integer, Long> statuses =
          askers.invokeAll(questions).stream()
              .map(AbuseTest::value)
              .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
      System.err.printf(
          "Q-04: 50 at once with a heap of %d MB: %s%n",
          Runtime.getRuntime().maxMemory() >> 20, statuses);

      assertThat(statuses.keySet()).isSubsetOf(200, 429);
    }
    assertThat(served.get("/api/search", "q", "user1").get("complete").asBoolean()).isTrue();
  }

  @Test
  void keepsTheOthersWaitingTimesWhenOneAsksAllTheTime() throws Exception {
    long alone = others();
    AtomicBoolean over = new AtomicBoolean();
    long beside;
    try (ExecutorService abuser = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 30; i++) {
        int seed = i;
        abuser.submit(
            () -> {
              while (!over.get()) {
                ask(seed, 5_000, "abuser");
              }
            });
      }
      beside = others();
      over.set(true);
    }
    System.err.printf("Q-05: p95 of ten askers %d ms, beside an abuser %d ms%n", alone, beside);

    assertThat(beside).isLessThanOrEqualTo(2 * alone + 50);
  }

  /** The p95 in milliseconds of ten askers who each ask ten times. */
  private static long others() throws Exception {
    try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<long[]>> all = new ArrayList<>();
      for (int asker = 0; asker < 10; asker++) {
        String name = "asker " + asker;
        all.add(() -> IntStream.range(0, 10).mapToLong(i -> millis(i, name)).toArray());
      }
      long[] millis =
          askers.invokeAll(all).stream()
              .map(AbuseTest::value)
              .flatMapToLong(Arrays::stream)
              .sorted()
              .toArray();
      return millis[millis.length * 95 / 100];
    }
  }

  private static long millis(int seed, String name) {
    long start = System.nanoTime();
    assertThat(ask(seed, 30_000, name).statusCode()).isEqualTo(200);
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
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
    long start = System.nanoTime();
    try {
      return served.ask(
          "GET",
          Served.address(path, "q", query, "timeout", Integer.toString(timeout)),
          "User-Agent",
          name);
    } catch (AssertionError broken) {
      long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
      throw new AssertionError("no answer after %d ms".formatted(millis), broken);
    }
  }

  private static <T> T value(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause());
    } catch (InterruptedException cut) {
      Thread.currentThread().interrupt();
      throw new AssertionError(cut);
    }
  }
}

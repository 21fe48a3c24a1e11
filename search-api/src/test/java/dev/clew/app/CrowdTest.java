// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.app.RawAsker.Answer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many askers of a real process with a small heap (RELIABILITY ). System properties:
 * {@code clew.crowd.events}, {@code clew.crowd.heap} in megabytes.
 */
@Tag("slow")
class CrowdTest {
  private static final int EVENTS = Integer.getInteger("clew.crowd.events", 200_000);
  private static final int HEAP = Integer.getInteger("clew.crowd.heap", 512);
  private static final int PATIENCE_MILLIS = 240_000;
  private static final int ASKED_AT_ONCE = 50;
  private static final int QUESTIONS = 300;
  private static final int ABUSE = 30;
  private static final int ROUNDS = 3;

  /** Each looks at all events, and most want to keep one thing of each. */
  private static final List<String> WORST =
      List.of(
          query("* | stats count, values(user), p95(took) by request"),
          query("* | stats dc(request), first(request), last(request) by user, request"),
          query("* | sort request, -user"),
          query("* | timechart span=1s dc(request) by user"),
          query("* | top 1000 request"),
          query("* | dedup request | stats count by request"),
          query(
              "* | rex \"(?<word>[a-z]+) (?<rest>.*)\" | stats values(rest) by rest, word | sort"
                  + " rest"),
          address("/api/fields", "*") + "&limit=100",
          address("/api/patterns", "NOT zzz"),
          address("/api/search", wildcards()) + "&limit=10000",
          address("/api/histogram", "(".repeat(60) + "NOT *7*3*" + ")".repeat(60)),
          address("/api/search", "/.*a.*b.*c.*[0-9]{1,50}$/"),
          address("/api/search", "*") + "&limit=10000");

  private static final List<String> ORDINARY =
      List.of(
          address("/api/search", "user7"),
          address("/api/histogram", "level:error"),
          address("/api/search", "took user12"),
          address("/api/histogram", "user3 OR user4"));

  @TempDir Path folder;
  private ServedProcess clew;

  @BeforeEach
  void serve() throws IOException, InterruptedException {
    Path log = folder.resolve("web.log");
    try (BufferedWriter writer = Files.newBufferedWriter(log)) {
      for (int i = 0; i < EVENTS; i++) {
        writer.write(
            "2026-03-04T%02d:%02d:%02d.%03dZ %s com.acme.Web - request=%x took=%dms user=user%d served\n"
                .formatted(
                    i / 360_000 % 24,
                    i / 6_000 % 60,
                    i / 100 % 60,
                    i % 100 * 10,
                    i % 50 == 0 ? "ERROR" : "INFO",
                    i * 2_654_435_761L & 0xffffffffffL,
                    i % 997,
                    i % 5_003));
      }
    }
    Path data = folder.resolve("data");
    assertThat(Cli.run("index", log.toString(), "--data", data.toString()).code()).isZero();
    clew =
        ServedProcess.start(
            folder.resolve("out"),
            List.of(
                "-Xmx" + HEAP + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:gc:file=" + folder.resolve("gc")),
            "--data",
            data.toString());
  }

  @AfterEach
  void stop() throws InterruptedException {
    clew.stop();
  }

  @Test
  void survivesFiftyOfTheWorstAtOnce() throws Exception {
    Map<Integer, Integer> statuses = new TreeMap<>();
    List<Callable<Answer>> questions = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      String address = WORST.get(i % WORST.size()) + "&timeout=6000";
      String name = "asker " + i % ASKED_AT_ONCE;
      questions.add(() -> new RawAsker(clew.port(), name, PATIENCE_MILLIS).ask(address));
    }
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService askers = Executors.newFixedThreadPool(ASKED_AT_ONCE)) {
      for (Future<Answer> answer : askers.invokeAll(questions)) {
        answers.add(answer.get());
      }
    }
    answers.forEach(answer -> statuses.merge(answer.status(), 1, Integer::sum));
    int fullest = fullest();
    System.out.printf(
        "Q-04 %d of the worst questions, %d at once, over %,d events with a heap of %d MB: answers"
            + " by status %s, out of memory %d, heap after collections at most %d %%%n",
        answers.size(), ASKED_AT_ONCE, EVENTS, HEAP, statuses, clew.isAlive() ? 0 : 1, fullest);

    assertThat(clew.isAlive()).isTrue();
    assertThat(statuses).containsKey(429);
    assertThat(statuses.get(200)).as("answered").isGreaterThan(WORST.size());
    assertThat(clew.printed()).doesNotContain("OutOfMemory");
    for (Answer answer : answers) {
      assertThat(answer.status())
          .as(answer.text().substring(0, Math.min(600, answer.text().length())))
          .isIn(200, 429);
    }
    assertThat(fullest).isLessThanOrEqualTo(90);
  }

  /** In percent of the heap. */
  private int fullest() throws IOException {
    Matcher after =
        Pattern.compile("Pause .*->(\\d+)M\\((\\d+)M\\)")
            .matcher(Files.readString(folder.resolve("gc")));
    int most = 0;
    while (after.find()) {
      most = Math.max(most, 100 * Integer.parseInt(after.group(1)) / HEAP);
    }
    return most;
  }

  @Test
  void keepsTheOthersWaitingTimesWhenOneAsksAllTheTime() throws Exception {
    others();
    List<Long> alone = new ArrayList<>();
    List<Long> beside = new ArrayList<>();
    Map<Integer, Integer> abused = new TreeMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      // in turn, since what else the machine does changes both
      alone.addAll(others());
      Abuser abuser = new Abuser();
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
      beside.addAll(others());
      abuser.stop().forEach(status -> abused.merge(status, 1, Integer::sum));
    }
    System.out.printf(
        "Q-05 p95 of ten ordinary askers %d ms, beside an abuser with %d questions at once %d ms (p50"
            + " %d and %d ms); the abuser got %s%n",
        part(alone, 95), ABUSE, part(beside, 95), part(alone, 50), part(beside, 50), abused);

    assertThat(part(beside, 95)).isLessThanOrEqualTo(2 * part(alone, 95) + 50);
  }

  /** One client that asks as much as it can. */
  private final class Abuser {
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Integer> statuses = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Abuser() {
      for (int i = 0; i < ABUSE; i++) {
        int first = i;
        threads.add(Thread.ofPlatform().start(() -> ask(first)));
      }
    }

    private void ask(int first) {
      RawAsker asker = new RawAsker(clew.port(), "abuser", PATIENCE_MILLIS);
      for (int turn = first; !over.get(); turn++) {
        int status = asker.ask(WORST.get(turn % WORST.size())).status();
        synchronized (statuses) {
          statuses.add(status);
        }
      }
    }

    List<Integer> stop() throws InterruptedException {
      over.set(true);
      for (Thread thread : threads) {
        thread.join();
      }
      return statuses;
    }
  }

  private static long part(List<Long> millis, int percent) {
    List<Long> sorted = millis.stream().sorted().toList();
    return sorted.get(sorted.size() * percent / 100);
  }

  /** What ten askers wait who each ask ten times. */
  private List<Long> others() throws InterruptedException, ExecutionException {
    List<Callable<long[]>> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      RawAsker asker = new RawAsker(clew.port(), "asker " + i, PATIENCE_MILLIS);
      all.add(() -> IntStream.range(0, 10).mapToLong(turn -> millis(asker, turn)).toArray());
    }
    List<Long> millis = new ArrayList<>();
    try (ExecutorService askers = Executors.newFixedThreadPool(10)) {
      for (Future<long[]> times : askers.invokeAll(all)) {
        Arrays.stream(times.get()).forEach(millis::add);
      }
    }
    return millis;
  }

  private static long millis(RawAsker asker, int turn) {
    long start = System.nanoTime();
    Answer answer = asker.ask(ORDINARY.get(turn % ORDINARY.size()));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static String wildcards() {
    return IntStream.range(0, 60)
        .mapToObj(i -> "*" + Integer.toHexString(4_000 + 7 * i) + "*")
        .collect(Collectors.joining(" OR "));
  }

  private static String query(String text) {
    return address("/api/query", text);
  }

  private static String address(String path, String query) {
    return path + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }
}

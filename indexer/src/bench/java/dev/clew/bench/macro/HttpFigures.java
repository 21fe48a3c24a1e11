// SPDX-License-Identifier: Apache-2.0
package dev.clew.bench.macro;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * What people who use the workbench see, as JSON objects a line.
 *
 * <ul>
 *   <li>{@code first COMMAND…}: the time from the start of {@code clew serve --port 0 --json …} to
 *       its first answer; the process is ended.
 *   <li>{@code load ADDRESS FILE SECONDS USERS RATE THINK WARM}: so many users at a workbench that
 *       watches FILE, which grows by RATE lines a second; THINK are milliseconds between questions.
 *       Also how long a line took to become searchable. What happens in the first WARM seconds,
 *       before SECONDS begin, does not count.
 * </ul>
 */
public final class HttpFigures {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long SECOND = 1_000_000_000;

  private final Api api;
  private final InstantSource clock = InstantSource.system();

  private HttpFigures(String address) {
    api = new Api(address);
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("first")) {
      first(List.of(arguments).subList(1, arguments.length));
    } else {
      long[] numbers = Arrays.stream(arguments).skip(3).mapToLong(Long::parseLong).toArray();
      new HttpFigures(arguments[1]).load(Path.of(arguments[2]), numbers);
    }
  }

  private static void first(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out = process.inputReader()) {
      String line = out.readLine();
      if (line == null) {
        throw new IllegalStateException("it ended without an address: " + command);
      }
      double ready = (System.nanoTime() - start) / 1e6;
      new Api(FlatJson.read(line).get("address"))
          .ask("search", "exception", Instant.MIN, "&limit=100");
      double answered = (System.nanoTime() - start) / 1e6;
      print("{\"name\":\"first_answer\",\"ms\":%.0f,\"listening_ms\":%.0f}", answered, ready);
    } finally {
      process.destroy();
      process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private void load(Path file, long[] numbers) throws Exception {
    long warm = numbers[4] * SECOND;
    long nanos = numbers[0] * SECOND + warm;
    GrowingFile log = new GrowingFile(file, numbers[2], clock);
    Queue<Long> took = new ConcurrentLinkedQueue<>();
    AtomicLong errors = new AtomicLong();
    AtomicLong unseen = new AtomicLong();
    List<Long> seen = new ArrayList<>();
    long written;
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      final Future<Long> writer = threads.submit(() -> log.write(nanos + 2 * SECOND));
      final long start = System.nanoTime();
      final long end = start + nanos;
      for (int user = 0; user < numbers[1]; user++) {
        Visitor visitor = new Visitor(api, clock, user);
        threads.submit(
            () -> visitor.ask(start + warm, end, numbers[3] * 1_000_000, took::add, errors));
      }
      for (int mark = 0; System.nanoTime() < end; mark++) {
        long waited = seenAfter(log, "mark" + Long.toHexString(clock.millis()) + "x" + mark);
        if (waited < 0) {
          unseen.incrementAndGet();
        } else if (System.nanoTime() - waited > start + warm) {
          seen.add(waited);
        }
        LockSupport.parkNanos(SECOND);
      }
      written = writer.get();
    }
    print("# %d lines written in %d s", written, nanos / SECOND + 2);
    report("mixed_%d_users".formatted(numbers[1]), took, errors.get());
    report("line_searchable", seen, unseen.get());
  }

  /** Nanoseconds until a line with {@code word} is found; -1 when it is not in time. */
  private long seenAfter(GrowingFile log, String word) throws InterruptedException {
    long start = System.nanoTime();
    log.mark(word);
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      try {
        Instant recent = clock.instant().minus(Duration.ofMinutes(5));
        if (!api.ask("search", word, recent, "&limit=1").contains("\"events\":[]")) {
          return System.nanoTime() - start;
        }
      } catch (IOException failed) {
        System.err.println("while looking for a line: " + failed);
      }
      LockSupport.parkNanos(20_000_000);
    }
    return -1;
  }

  private static void report(String name, Collection<Long> nanos, long errors) {
    if (nanos.isEmpty()) {
      print("{\"name\":\"%s\",\"count\":0,\"errors\":%d}", name, errors);
      return;
    }
    Timings timings = new Timings(nanos.stream().mapToLong(Long::longValue));
    print(
        "{\"name\":\"%s\",\"count\":%d,\"errors\":%d,\"min_ms\":%.1f,\"p50_ms\":%.1f,"
            + "\"p95_ms\":%.1f,\"p99_ms\":%.1f,\"max_ms\":%.1f}",
        name,
        timings.count(),
        errors,
        timings.minMillis(),
        timings.millis(0.5),
        timings.millis(0.95),
        timings.millis(0.99),
        timings.maxMillis());
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}

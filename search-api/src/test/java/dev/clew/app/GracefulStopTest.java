// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.app.RawAsker.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tells a real process to end (SIGTERM) while it reads as fast as it can and is asked by many: it
 * ends soon, keeps what it has shown, and leaves no question without an answer (RELIABILITY D-10).
 *
 * <p>System properties: {@code clew.stop.times}, {@code clew.stop.lines} that are there to read
 * each time, {@code clew.stop.seed}.
 */
class GracefulStopTest {
  private static final int TIMES = Integer.getInteger("clew.stop.times", 1);
  private static final int LINES = Integer.getInteger("clew.stop.lines", 60_000);
  private static final long LONGEST_MILLIS = 10_000;
  private static final int ASKERS = 8;

  /** Exit codes: ended by itself, and the one the system gives for SIGTERM. */
  private static final int[] ORDERLY = {0, 143};

  private static final List<String> ADDRESSES =
      List.of(
          "/api/search?q=*1*2*",
          "/api/fields?q=line",
          "/api/patterns?q=little",
          "/api/query?q=more%20%7C%20stats%20count%20by%20logger",
          "/api/histogram?q=w");

  private final Random random = new Random(Long.getLong("clew.stop.seed", 5));
  private final AtomicBoolean over = new AtomicBoolean();
  private int written;

  @TempDir Path folder;

  @Test
  void servesToItsEndAndKeepsWhatItShowed() throws IOException, InterruptedException {
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Path data = folder.resolve("data");
    long longest = 0;
    Map<Integer, Integer> statuses = new TreeMap<>();
    long shown = 0;
    for (int time = 0; time < TIMES; time++) {
      write(logs, LINES);
      ServedProcess clew =
          ServedProcess.start(
              folder.resolve("serve" + time),
              List.of(),
              "--watch",
              logs.toString(),
              "--data",
              data.toString());
      clew.awaitEvents(shown + 1);
      over.set(false);
      List<Answer> answers = new ArrayList<>();
      List<Thread> askers = askers(clew.port(), answers);
      pause(random.nextInt(1_500));
      shown = clew.events();
      long asked = System.nanoTime();
      long millis = clew.stop();
      over.set(true);
      for (Thread asker : askers) {
        asker.join();
      }
      longest = Math.max(longest, millis);
      assertThat(millis).isLessThanOrEqualTo(LONGEST_MILLIS);
      assertThat(clew.exitCode()).as(clew.printed()).isIn(ORDERLY[0], ORDERLY[1]);
      answers.stream()
          .filter(answer -> answer.sent() > 0 && answer.sent() < asked)
          .forEach(answer -> assertAnswered(answer, asked));
      answers.forEach(answer -> statuses.merge(answer.status(), 1, Integer::sum));
      assertThat(Cli.run("verify", data.toString()).code()).isZero();
      assertThat(NumberedLines.events(data)).isGreaterThanOrEqualTo(shown);
    }
    assertThat(Cli.run("index", logs.toString(), "--data", data.toString()).code()).isZero();
    NumberedLines.assertEachOnce(data, "w", written);
    System.out.printf(
        "D-10 serve: SIGTERM %d times while reading, longest end %,d ms; answers by status %s (0:"
            + " asked after the end); %,d events shown, 0 lost, 0 twice%n",
        TIMES, longest, statuses, shown);
  }

  private static void assertAnswered(Answer answer, long asked) {
    assertThat(answer.status())
        .as("sent %d ms before the end: %s", (asked - answer.sent()) / 1_000_000, answer.text())
        .isIn(200, 429, 503);
  }

  private List<Thread> askers(int port, List<Answer> answers) {
    List<Thread> askers = new ArrayList<>();
    for (int i = 0; i < ASKERS; i++) {
      RawAsker asker = new RawAsker(port, "asker " + i, (int) LONGEST_MILLIS);
      int first = i;
      askers.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    boolean refused = false;
                    for (int turn = first; !over.get() && !refused; turn++) {
                      Answer answer = asker.ask(ADDRESSES.get(turn % ADDRESSES.size()));
                      refused = answer.sent() == 0;
                      synchronized (answers) {
                        answers.add(answer);
                      }
                    }
                  }));
    }
    return askers;
  }

  @Test
  void followsToItsEndAndGoesOnWhereItWas() throws IOException, InterruptedException {
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Path data = folder.resolve("data");
    Path log = folder.resolve("log.txt");
    String[] follow = {"index", "--follow", logs.toString(), "--data", data.toString()};
    long longest = 0;
    for (int time = 0; time < TIMES; time++) {
      write(logs, 3 * LINES);
      KilledProcess clew = KilledProcess.start(log, follow);
      awaitLine(log, "following", time + 1);
      assertThat(clew.endsWithin(random.nextInt(2_500))).as("follows on").isFalse();
      long start = System.nanoTime();
      clew.stop();
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      longest = Math.max(longest, millis);
      assertThat(millis).isLessThanOrEqualTo(LONGEST_MILLIS);
      assertThat(Cli.run("verify", data.toString()).err()).isEmpty();
    }
    long kept = NumberedLines.events(data);
    assertThat(Cli.run("index", logs.toString(), "--data", data.toString()).code()).isZero();
    NumberedLines.assertEachOnce(data, "w", written);
    System.out.printf(
        "D-10 follow: SIGTERM %d times while reading, longest end %,d ms; %,d of %,d lines read by"
            + " then, afterwards all, each once%n",
        TIMES, longest, kept, written);
  }

  private void write(Path logs, int lines) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(
            logs.resolve("app.log"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < lines; i++) {
        text.append(NumberedLines.line("w", written++));
      }
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void awaitLine(Path log, String start, int times) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (Files.readAllLines(log).stream().filter(line -> line.startsWith(start)).count()
        < times) {
      assertThat(System.nanoTime()).as("prints in time").isLessThan(end);
      pause(20);
    }
  }

  private static void pause(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }
}

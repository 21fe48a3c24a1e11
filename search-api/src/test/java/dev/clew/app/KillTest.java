// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills a real process at random moments and counts what is there after it was started again.
 *
 * <p>System properties: {@code clew.kill.file}, the file to import instead of a generated one;
 * {@code clew.kill.lines}, lines of the generated one; {@code clew.kill.times}, kills of a test;
 * {@code clew.kill.seed}.
 */
@Tag("slow")
class KillTest {
  private static final int TIMES = Integer.getInteger("clew.kill.times", 20);
  private static final int LINES = Integer.getInteger("clew.kill.lines", 1_000_000);
  private static final int START_MILLIS = 400;
  private static final long MOST_SECONDS = 120;

  private final Random random = new Random(Long.getLong("clew.kill.seed", 7));

  @TempDir Path folder;

  @Test
  void importsEachLineOnceAndNeverGoesBack() throws IOException, InterruptedException {
    String given = System.getProperty("clew.kill.file");
    Path file = given == null ? generated() : Path.of(given);
    Path data = folder.resolve("data");
    Path log = folder.resolve("log.txt");
    long before = 0;
    int kills = 0;
    boolean done = false;
    while (!done) {
      KilledProcess clew =
          KilledProcess.start(log, "index", "--json", file.toString(), "--data", data.toString());
      done =
          clew.endsWithin(
              kills < TIMES ? START_MILLIS + random.nextInt(8000) : TimeUnit.HOURS.toMillis(1));
      if (!done) {
        clew.kill();
        kills++;
        if (Files.exists(data)) {
          long events = NumberedLines.events(data);
          assertThat(events).as("after kill %d", kills).isGreaterThanOrEqualTo(before);
          before = events;
        }
      }
    }
    if (given == null) {
      NumberedLines.assertEachOnce(data, "w", LINES);
    } else {
      Path whole = folder.resolve("whole");
      KilledProcess once =
          KilledProcess.start(log, "index", file.toString(), "--data", whole.toString());
      assertThat(once.endsWithin(TimeUnit.HOURS.toMillis(1))).isTrue();
      assertThat(NumberedLines.events(data)).isEqualTo(NumberedLines.events(whole));
    }
  }

  private Path generated() throws IOException {
    Path file = folder.resolve("big.log");
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (int i = 0; i < LINES; i++) {
        writer.write(NumberedLines.line("w", i));
      }
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"rename", "copytruncate", "gzip"})
  void followsEachLineOnce(String rotation) throws IOException, InterruptedException {
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Path data = folder.resolve("data");
    Path log = folder.resolve("log.txt");
    RotatingWriter writer = new RotatingWriter(logs, rotation);
    String[] follow = {"index", "--follow", logs.toString(), "--data", data.toString()};
    for (int kill = 0; kill < TIMES; kill++) {
      KilledProcess clew = KilledProcess.start(log, follow);
      long until =
          System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MILLIS + random.nextInt(5000));
      while (System.nanoTime() < until) {
        writer.write(20 + random.nextInt(200));
        if (random.nextInt(8) == 0) {
          writer.rotate();
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(40));
      }
      clew.kill();
    }
    // a busy machine may need longer to start the process than it takes to read all
    for (long seconds = 15; seconds <= MOST_SECONDS; seconds *= 2) {
      KilledProcess last = KilledProcess.start(log, follow);
      assertThat(last.endsWithin(TimeUnit.SECONDS.toMillis(seconds))).as("follows on").isFalse();
      last.stop();
      if (NumberedLines.events(data) >= writer.written) {
        break;
      }
    }
    NumberedLines.assertEachOnce(data, "w", writer.written);
  }

  @Test
  void readsTenThousandFilesWithFewHandles() throws IOException, InterruptedException {
    Path logs = Files.createDirectories(folder.resolve("logs"));
    int number = 0;
    for (int file = 0; file < 10_000; file++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 20; i++) {
        text.append(NumberedLines.line("w", number++));
      }
      Path sub = Files.createDirectories(logs.resolve("d" + file % 100));
      Files.writeString(sub.resolve("f" + file + ".log"), text);
    }
    Path data = folder.resolve("data");
    KilledProcess clew =
        KilledProcess.start(
            folder.resolve("log.txt"),
            java.util.List.of("sh", "-c", "ulimit -n 1024; exec \"$@\"", "sh"),
            "index",
            logs.toString(),
            "--data",
            data.toString());
    long mostOpen = 0;
    while (!clew.endsWithin(50)) {
      mostOpen = Math.max(mostOpen, openFiles(clew.pid()));
    }
    assertThat(clew.exitCode()).isZero();
    assertThat(mostOpen).isLessThan(1024);
    NumberedLines.assertEachOnce(data, "w", number);
  }

  private static long openFiles(long pid) {
    try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return open.count();
    } catch (IOException ended) {
      return 0;
    }
  }

  /** Writes numbered lines to a file and rotates it. */
  private static final class RotatingWriter {
    private final Path logs;
    private final String rotation;
    private int written;
    private int rotations;

    RotatingWriter(Path logs, String rotation) {
      this.logs = logs;
      this.rotation = rotation;
    }

    void write(int lines) throws IOException {
      try (OutputStream out =
          Files.newOutputStream(
              logs.resolve("app.log"),
              java.nio.file.StandardOpenOption.CREATE,
              java.nio.file.StandardOpenOption.APPEND)) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
          text.append(NumberedLines.line("w", written++));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        int middle = bytes.length / 2;
        out.write(bytes, 0, middle);
        out.write(bytes, middle, bytes.length - middle);
      }
    }

    void rotate() throws IOException {
      Path app = logs.resolve("app.log");
      rotations++;
      switch (rotation) {
        case "rename" -> Files.move(app, logs.resolve("app.log." + rotations));
        case "copytruncate" -> {
          Files.copy(app, logs.resolve("app.log." + rotations));
          Files.write(app, new byte[0]);
        }
        case "gzip" -> {
          Path plain = logs.resolve("app.log." + rotations);
          Files.move(app, plain);
          try (OutputStream gzip =
              new GZIPOutputStream(
                  Files.newOutputStream(logs.resolve("app.log." + rotations + ".gz")))) {
            Files.copy(plain, gzip);
          }
          Files.delete(plain);
        }
        default -> throw new IllegalArgumentException(rotation);
      }
    }
  }
}

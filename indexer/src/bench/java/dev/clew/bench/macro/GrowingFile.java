// SPDX-License-Identifier: Apache-2.0
package dev.clew.bench.macro;

import dev.clew.bench.SampleLines;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** A log that somebody writes: so many made-up lines a second, each of the time it is written. */
final class GrowingFile {
  private static final long PAUSE = 10_000_000;

  private final Path file;
  private final long rate;
  private final InstantSource clock;
  private final Random random = new Random(7);
  private final Queue<String> marks = new ConcurrentLinkedQueue<>();

  /**
   * A log in {@code file}.
   *
   * @param rate lines a second
   */
  GrowingFile(Path file, long rate, InstantSource clock) {
    this.file = file;
    this.rate = rate;
    this.clock = clock;
  }

  /** The next line written ends with {@code word}. */
  void mark(String word) {
    marks.add(word);
  }

  /** Writes until {@code nanos} have passed; the number of lines written. */
  long write(long nanos) {
    try (OutputStream out =
        new BufferedOutputStream(
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
      long start = System.nanoTime();
      long written = 0;
      for (long passed = 0; passed < nanos; passed = System.nanoTime() - start) {
        for (long due = passed / 1_000_000 * rate / 1000; written < due; written++) {
          out.write(line().getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
        LockSupport.parkNanos(PAUSE);
      }
      return written;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String line() {
    String mark = marks.poll();
    String line = SampleLines.SPRING_BOOT.line(clock.instant(), random);
    return mark == null ? line + "\n" : line + " " + mark + "\n";
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;

/** {@code clew serve} in a process of its own, on a port of its own. */
final class ServedProcess {
  private static final Pattern ADDRESS = Pattern.compile("\"address\" ?: ?\"http://[^:]+:(\\d+)/");
  private static final long START_SECONDS = 60;

  private final KilledProcess process;
  private final Path log;
  private final int port;

  private ServedProcess(KilledProcess process, Path log) throws IOException, InterruptedException {
    this.process = process;
    this.log = log;
    this.port = awaitPort();
  }

  /**
   * Starts one, and returns once it answers.
   *
   * @param log what it prints, to be made
   * @param virtualMachine options of the virtual machine
   * @param arguments after {@code serve}
   */
  static ServedProcess start(Path log, List<String> virtualMachine, String... arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("serve", "--port", "0", "--json"));
    all.addAll(List.of(arguments));
    return new ServedProcess(KilledProcess.start(log, virtualMachine, all), log);
  }

  private int awaitPort() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (System.nanoTime() < end) {
      Matcher address = ADDRESS.matcher(printed());
      if (address.find()) {
        return Integer.parseInt(address.group(1));
      }
      if (process.endsWithin(20)) {
        break;
      }
    }
    process.kill();
    return Assertions.fail("did not come up: " + printed());
  }

  int port() {
    return port;
  }

  /** What the process has printed so far. */
  String printed() throws IOException {
    return Files.readString(log);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** As {@code kill}; returns after how many milliseconds the process had ended. */
  long stop() throws InterruptedException {
    long start = System.nanoTime();
    process.stop();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  int exitCode() {
    return process.exitCode();
  }

  /** The number after {@code "name":} in what {@code /api/status} answers. */
  long events() {
    RawAsker.Answer answer = new RawAsker(port, "test", 30_000).ask("/api/status");
    Matcher events = Pattern.compile("\"events\" ?: ?(\\d+)").matcher(answer.text());
    return events.find() ? Long.parseLong(events.group(1)) : -1;
  }

  void awaitEvents(long wanted) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (events() < wanted) {
      Assertions.assertTrue(System.nanoTime() < end, "holds " + wanted + " events in time");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.store.LogStore;
import dev.clew.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a store acknowledged is there after any death of its process (C12, C14). */
@Tag("slow")
class KilledStoreTest {
  private static final int KILLS = Integer.getInteger("clew.kill.times", 20);

  /**
   * Most places at which one kind of system call is interrupted; all of them with a large number.
   */
  private static final int POINTS = Integer.getInteger("clew.kill.points", 4);

  /** Longest time in milliseconds that a process goes on after it acknowledged something new. */
  private static final int GOES_ON = Integer.getInteger("clew.kill.pause", 1_000);

  private static final int MANY = 1_000_000;
  private static final int BATCH = 60;
  private static final int END = 180;
  private static final int KILLED = 137;

  @TempDir Path home;
  private final Random random = new Random(Long.getLong("clew.kill.seed", 11));
  private final ScriptedEvents events = new ScriptedEvents();
  private final List<Process> started = new ArrayList<>();

  /** Nothing outlives a test that fails. */
  @AfterEach
  void killAll() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void losesNothingWhenItIsKilledAtAnyMoment_C12() throws IOException, InterruptedException {
    Path folder = home.resolve("data");
    Path acks = home.resolve("acks");
    int acked = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      Process process = StoreProcess.start(List.of(), folder, acks, 1 + random.nextInt(200), MANY);
      started.add(process);
      if (kill % 4 == 0) {
        // while it opens the store, say
        process.waitFor(random.nextInt(1_500), TimeUnit.MILLISECONDS);
      } else {
        awaitAcks(acks, acked + 1);
        process.waitFor(random.nextInt(GOES_ON), TimeUnit.MILLISECONDS);
      }
      process.destroyForcibly().waitFor();
      acked = StoreProcess.acked(acks);
      // a lock that a killed process left is none
      try (LogStore store = LuceneLogStores.open(folder, ScriptedEvents.SETTINGS)) {
        assertThat(ScriptedEvents.read(store)).as("kill %d", kill).isGreaterThanOrEqualTo(acked);
        events.check(store, "kill " + kill);
        acked = ScriptedEvents.read(store);
      }
    }
    System.out.printf(
        "D-01 %d kills, %,d acknowledged, 0 lost, 0 twice, 0 phantom%n", KILLS, acked);
  }

  @Test
  void refusesASecondProcessAndLeavesTheFirstAlone_C9() throws IOException, InterruptedException {
    Path folder = home.resolve("data");
    Path acks = home.resolve("acks");
    Process process = StoreProcess.start(List.of(), folder, acks, BATCH, MANY);
    started.add(process);
    awaitAcks(acks, BATCH);
    long start = System.nanoTime();
    assertThatThrownBy(() -> LuceneLogStores.open(folder))
        .isInstanceOf(StoreException.Locked.class);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    assertThat(millis).isLessThan(2_000);
    awaitAcks(acks, StoreProcess.acked(acks) + BATCH);
    process.destroyForcibly().waitFor();
    System.out.printf("second process: refused after %d ms, the first goes on%n", millis);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "rename", "unlink"})
  void losesNothingWhenItIsKilledAtASystemCall_C12(String call)
      throws IOException, InterruptedException {
    int calls = calls(call);
    int step = Math.max(1, calls / POINTS);
    int killed = 0;
    boolean done = false;
    for (int point = 1; !done; point += step) {
      Path folder = home.resolve("data" + point);
      Path acks = home.resolve("acks" + point);
      int code = strace(call + ":signal=SIGKILL:when=" + point, call, folder, acks);
      done = code == 0;
      assertThat(code).isIn(0, KILLED);
      killed += done ? 0 : 1;
      verify(folder, acks, call + " " + point);
      IOUtils.rm(folder);
    }
    System.out.printf(
        "%s: %d calls in the script, killed at %d of them, 0 lost%n", call, calls, killed);
  }

  @ParameterizedTest
  @CsvSource({"fsync,EIO", "rename,EIO", "write,ENOSPC"})
  void losesNothingWhenASystemCallFails_C12(String call, String error)
      throws IOException, InterruptedException {
    int calls = calls(call);
    int step = Math.max(1, calls / POINTS);
    int points = 0;
    long faults = 0;
    for (int point = 1; point <= calls; point += step) {
      Path folder = home.resolve("data" + point);
      Path acks = home.resolve("acks" + point);
      strace(call + ":error=" + error + ":when=" + point, call, folder, acks);
      verify(folder, acks, call + " " + point);
      faults += StoreProcess.faults(acks);
      points++;
      IOUtils.rm(folder);
    }
    System.out.printf(
        "%s=%s: %d calls in the script, failed at %d of them, %d told and tried again, 0 lost%n",
        call, error, calls, points, faults);
  }

  private void verify(Path folder, Path acks, String what) throws IOException {
    if (!Files.exists(folder.resolve("format"))) {
      assertThat(StoreProcess.acked(acks)).as(what).isZero();
      return;
    }
    try (LogStore store = LuceneLogStores.open(folder, ScriptedEvents.SETTINGS)) {
      assertThat(ScriptedEvents.read(store))
          .as(what)
          .isGreaterThanOrEqualTo(StoreProcess.acked(acks));
      events.check(store, what, true);
      // and it goes on
      events.append(store, ScriptedEvents.read(store) + 5);
    }
  }

  private int calls(String call) throws IOException, InterruptedException {
    assumeTrue(isThere("strace"), "strace is not installed: apt-get install strace");
    Path trace = home.resolve("trace");
    Process process =
        StoreProcess.start(
            List.of("strace", "-f", "-qq", "-o", trace.toString(), "-e", "trace=" + call),
            home.resolve("counted"),
            home.resolve("counted.acks"),
            BATCH,
            END);
    assertThat(process.waitFor()).isZero();
    IOUtils.rm(home.resolve("counted"), home.resolve("counted.acks"));
    try (Stream<String> lines = Files.lines(trace)) {
      return (int) lines.filter(line -> line.contains(call + "(")).count();
    }
  }

  private static int strace(String fault, String call, Path folder, Path acks)
      throws IOException, InterruptedException {
    return StoreProcess.start(
            List.of(
                "strace",
                "-f",
                "-qq",
                "-o",
                "/dev/null",
                "-e",
                "trace=" + call,
                "-e",
                "inject=" + fault),
            folder,
            acks,
            BATCH,
            END)
        .waitFor();
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static void awaitAcks(Path acks, int wanted) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
    while (StoreProcess.acked(acks) < wanted) {
      assertThat(System.nanoTime()).as("acknowledged in time").isLessThan(deadline);
      java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }
}

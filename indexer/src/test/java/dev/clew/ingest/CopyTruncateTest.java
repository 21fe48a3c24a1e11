// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.ingest.bookmark.Fingerprint;
import dev.clew.query.Query;
import dev.clew.source.Problem;
import dev.clew.store.ListLogStore;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A file is copied and truncated, and between any two steps of that the follower looks, looks late,
 * or is killed: every order of these is tried, each line comes once. Time is the test's own.
 */
class CopyTruncateTest {
  private static final int GAPS = 5;

  /** Of all orders every how-manieth is tried; 1 for all, which takes minutes. */
  private static final int STRIDE = Integer.getInteger("clew.orders.stride", 101);

  private static final String PADDING = " says" + " a little more".repeat(5) + "\n";

  /** What becomes of the follower between two steps of the rotation. */
  private enum Between {
    NOTHING,
    LOOK,
    LOOK_LATE,
    KILL
  }

  @TempDir Path folder;

  /**
   * @param name of the copy; {@code app.log.1} is moved on before the next
   * @param before lines that are rotated
   * @param after lines that are written next
   * @param keepsTime the copy is as old as its original, as {@code cp -p} makes it
   */
  @ParameterizedTest
  @CsvSource({
    "app.log.1, 40, 3, false",
    "app.log.1, 3, 40, false",
    "app.log.1, 2, 2, false",
    "app.log.1, 40, 3, true",
    "app.log.1, 3, 40, true",
    "app-#.log, 40, 3, false",
    "app-#.log, 3, 40, true",
    "app.log.#, 3, 40, false",
    "app.log.#, 40, 40, true",
    "app.log.#, 1, 40, false",
    "app.log.#, 5, 1, false",
  })
  void readsEachLineOnceWhereverItIsInterrupted(
      String name, int before, int after, boolean keepsTime) throws IOException {
    List<String> wrong = new ArrayList<>();
    int orders = (int) Math.pow(Between.values().length, GAPS);
    for (int order = (7 * before + after) % STRIDE; order < orders; order += STRIDE) {
      List<Between> between = new ArrayList<>();
      for (int gap = 0, rest = order; gap < GAPS; gap++, rest /= Between.values().length) {
        between.add(Between.values()[rest % Between.values().length]);
      }
      Path logs = Files.createDirectory(folder.resolve("logs" + order));
      try (Run run = new Run(logs, name, keepsTime)) {
        run.rotations(before, after, between);
        String found = run.difference();
        if (!found.isEmpty()) {
          wrong.add(between + ": " + found);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static final class Run implements AutoCloseable {
    private final Path logs;
    private final String name;
    private final boolean keepsTime;
    private ListLogStore store = new ListLogStore();
    private final List<Problem> problems = new ArrayList<>();

    /** Later than any file was written, so that nothing looks as if it were being written now. */
    private Instant now = Instant.parse("2100-01-01T00:00:00Z");

    private Follower follower;
    private int next;

    Run(Path logs, String name, boolean keepsTime) {
      this.logs = logs;
      this.name = name;
      this.keepsTime = keepsTime;
      this.follower = follower();
    }

    private Follower follower() {
      return new Follower(
          store, Readings.SETTINGS, List.of(logs), () -> now, Duration.ZERO, problems::add);
    }

    void rotations(int before, int after, List<Between> between) throws IOException {
      write(5);
      steps(Duration.ofSeconds(3));
      for (int round = 1; round <= 2; round++) {
        write(before);
        pass(between.get(0));
        makeRoom(round);
        Path copy = logs.resolve(name.replace("#", String.valueOf(round)));
        byte[] all = Files.readAllBytes(app());
        if (all.length / 2 >= Fingerprint.MOST) {
          write(copy, Arrays.copyOf(all, all.length / 2));
        }
        pass(between.get(1));
        write(copy, all);
        if (keepsTime) {
          Files.setLastModifiedTime(copy, Files.getLastModifiedTime(app()));
        }
        pass(between.get(2));
        write(app(), new byte[0]);
        pass(between.get(3));
        write(after);
        pass(between.get(4));
      }
    }

    private void makeRoom(int round) throws IOException {
      if (name.endsWith("1") && round > 1) {
        Files.move(logs.resolve(name), logs.resolve("app.log." + round));
      }
    }

    private void pass(Between between) {
      switch (between) {
        case NOTHING -> now = now.plusMillis(1);
        case LOOK -> step(Duration.ofMillis(250));
        case LOOK_LATE -> {
          step(Duration.ofMillis(2500));
          step(Duration.ofMillis(250));
        }
        case KILL -> {
          kill();
          step(Duration.ofMillis(250));
        }
      }
    }

    private void step(Duration after) {
      now = now.plus(after);
      follower.step();
    }

    private void steps(Duration during) {
      for (Instant end = now.plus(during); now.isBefore(end); ) {
        step(Duration.ofMillis(250));
      }
    }

    /** Only what was committed is left. */
    private void kill() {
      follower.abandon();
      ListLogStore left = new ListLogStore();
      left.append(events(), store.bookmarks());
      left.refresh();
      store = left;
      follower = follower();
    }

    private Path app() {
      return logs.resolve("app.log");
    }

    private void write(int lines) throws IOException {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < lines; i++) {
        text.append("2026-03-04T10:11:12Z INFO line ").append(next++).append(PADDING);
      }
      Files.writeString(
          app(), text.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      Files.setLastModifiedTime(app(), FileTime.from(now));
    }

    private void write(Path file, byte[] content) throws IOException {
      Files.write(file, content);
      Files.setLastModifiedTime(file, FileTime.from(now));
    }

    private List<LogEvent> events() {
      Selection all = new Selection(new Query.All(), TimeRange.ALL);
      return store.search(all, Order.OLDEST_FIRST, Optional.empty(), 10_000).events();
    }

    /** What is there too often or not at all; empty when each line is there once. */
    String difference() {
      steps(Duration.ofSeconds(15));
      List<String> missing =
          new ArrayList<>(IntStream.range(0, next).mapToObj(i -> "line " + i).toList());
      List<String> doubled = new ArrayList<>();
      for (LogEvent event : events()) {
        String line = event.body().substring(0, event.body().indexOf(" says"));
        if (!missing.remove(line)) {
          doubled.add(line);
        }
      }
      List<?> all = List.of(missing, doubled, problems);
      return all.stream().allMatch(each -> ((List<?>) each).isEmpty())
          ? ""
          : "missing %s, doubled %s, problems %s".formatted(missing, doubled, problems);
    }

    @Override
    public void close() {
      follower.close();
    }
  }
}

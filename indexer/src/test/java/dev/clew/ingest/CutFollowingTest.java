// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.ListLogStore;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Following that is told to end in the middle of a file goes on there, as if nothing had been. */
class CutFollowingTest {
  private static final Instant WRITTEN = Instant.parse("2026-03-04T12:00:00Z");
  private static final int LINES = 24;

  @TempDir Path folder;
  private Instant now = Instant.parse("2100-01-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"app.log", "app.log.gz"})
  void readsEventsOfSeveralLinesWhole(String name) throws IOException {
    List<String> whole = List.of();
    for (int lines = 0; lines <= LINES; lines++) {
      Path logs = Files.createDirectories(folder.resolve(name + lines));
      write(logs.resolve(name));
      ListLogStore store = new ListLogStore();
      if (lines > 0) {
        AtomicInteger looks = new AtomicInteger(lines);
        step(store, logs, () -> looks.getAndDecrement() <= 0);
      }
      step(store, logs, Until.NEVER);
      List<String> bodies = bodies(store);
      whole = lines == 0 ? bodies : whole;
      assertThat(bodies).as("cut at look %d", lines).isEqualTo(whole);
    }
    assertThat(whole).hasSize(LINES / 3);
  }

  @Test
  void readsNothingMoreOnceItIsToEnd() throws IOException {
    write(folder.resolve("app.log"));
    ListLogStore store = new ListLogStore();
    step(store, folder, () -> true);

    assertThat(bodies(store)).isEmpty();
  }

  private void step(ListLogStore store, Path logs, Until end) {
    try (Follower follower =
        new Follower(
            store,
            Readings.SETTINGS,
            List.of(logs),
            () -> now,
            Duration.ZERO,
            problem -> assertThat(problem).isNull())) {
      for (int i = 0; i < 4 && !end.passed(); i++) {
        now = now.plusSeconds(5);
        follower.step(end);
      }
    }
  }

  private static void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LINES / 3; i++) {
      text.append("2026-03-04T10:11:%02dZ ERROR failed %d\n".formatted(i, i))
          .append("java.lang.IllegalStateException: number %d\n".formatted(i))
          .append("\tat com.acme.Shop.sell(Shop.java:%d)\n".formatted(i));
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (file.toString().endsWith(".gz")) {
      try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
        out.write(bytes);
      }
    } else {
      Files.write(file, bytes);
    }
    Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
  }

  private static List<String> bodies(ListLogStore store) {
    Selection all = new Selection(new Query.All(), TimeRange.ALL);
    return store.search(all, Order.OLDEST_FIRST, Optional.empty(), 1_000).events().stream()
        .map(LogEvent::body)
        .toList();
  }
}

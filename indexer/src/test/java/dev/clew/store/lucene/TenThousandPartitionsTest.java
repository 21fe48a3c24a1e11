// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Events;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import dev.clew.store.lucene.part.StoreSettings;
import dev.clew.store.lucene.write.Learning;
import dev.clew.store.manifest.Manifest;
import dev.clew.store.manifest.ManifestFile;
import dev.clew.store.manifest.PartitionEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty-seven years of days cost nothing until somebody asks about them. */
@Tag("slow")
class TenThousandPartitionsTest {
  private static final int DAYS = 10_000;
  private static final long DAY = Duration.ofDays(1).toNanos();
  private static final StoreSettings SETTINGS =
      new StoreSettings(Duration.ofDays(1), 100, 8, 64, 0, Learning.DEFAULT);

  @TempDir Path home;

  @Test
  void startsAtOnceAndSearchesTheLastHourAsIfThereWereNoOthers() throws IOException {
    Path folder = home.resolve("data");
    List<LogEvent> today = new Events().events("event", 2_000);
    try (LogStore store = LuceneLogStores.open(folder, SETTINGS)) {
      store.append(today, Map.of());
      store.refresh();
    }
    long alone;
    try (LogStore store = LuceneLogStores.open(folder, SETTINGS)) {
      alone = lastHour(store);
    }
    addDays(folder);
    long start = System.nanoTime();
    try (LogStore store = LuceneLogStores.open(folder, SETTINGS)) {
      long opened = System.nanoTime() - start;
      assertThat(store.status().partitions()).isEqualTo(DAYS + 1);
      long among = lastHour(store);
      System.out.printf(
          "10,000 partitions: start %d ms, last hour %d us, of a single partition %d us%n",
          opened / 1_000_000, among / 1_000, alone / 1_000);
      assertThat(opened).isLessThan(Duration.ofSeconds(15).toNanos());
      store.append(new Events("00000000000000cc", "new.log").events("more", 200), Map.of());
      long committing = System.nanoTime();
      store.refresh();
      System.out.printf(
          "10,000 partitions: a commit takes %d ms, the manifest has %d bytes%n",
          (System.nanoTime() - committing) / 1_000_000,
          Files.size(folder.resolve(ManifestFile.NAME)));
      assertThat(among).isLessThan(alone * 2 + Duration.ofMillis(2).toNanos());
    }
  }

  /** Median nanoseconds of a search of the last hour, warm. */
  private static long lastHour(LogStore store) {
    long to = store.status().range().orElseThrow().to();
    Selection hour = new Selection(new Query.All(), new TimeRange(to - DAY / 24, to));
    long[] nanos = new long[200];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      assertThat(store.search(hour, Order.NEWEST_FIRST, Optional.empty(), 100).events())
          .hasSize(100);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos[nanos.length / 2];
  }

  /** Days before the first, each with the files of that one. */
  private static void addDays(Path folder) throws IOException {
    ManifestFile file = new ManifestFile(folder);
    Manifest manifest = file.read().orElseThrow();
    PartitionEntry model = manifest.partitions().get(0);
    Path partitions = folder.resolve("partitions");
    List<Path> files;
    try (Stream<Path> all = Files.list(partitions.resolve(model.name()))) {
      files = all.filter(each -> !each.endsWith("write.lock")).toList();
    }
    List<PartitionEntry> entries = new ArrayList<>();
    for (int day = DAYS; day >= 1; day--) {
      String name = "day." + (1_000_000 + day);
      Path copy = Files.createDirectory(partitions.resolve(name));
      for (Path each : files) {
        Files.createLink(copy.resolve(each.getFileName()), each);
      }
      entries.add(
          new PartitionEntry(
              name,
              model.day() - day,
              model.generation(),
              model.events(),
              model.first() - day * DAY,
              model.last() - day * DAY,
              model.bytes(),
              model.sources(),
              Map.of(),
              ""));
    }
    entries.add(model);
    file.write(manifest.then(10_000_000, entries, Map.of()));
  }
}

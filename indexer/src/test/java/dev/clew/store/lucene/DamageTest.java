// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Count;
import dev.clew.store.Events;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.StoreException;
import dev.clew.store.StoreStatus;
import dev.clew.store.lucene.part.StoreSettings;
import dev.clew.store.lucene.write.Learning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files: found, set aside, and never a wrong or silently short answer (C15). */
class DamageTest {
  private static final Selection ALL = new Selection(new Query.All(), TimeRange.ALL);
  private static final int TRIES = Integer.getInteger("clew.damage.times", 100);
  private static final long SEED = Long.getLong("clew.damage.seed", 7);
  private static final StoreSettings SETTINGS =
      new StoreSettings(Duration.ofSeconds(100), 100, 8, 64, 0, new Learning(0, 4_096));

  @TempDir Path home;
  private Path folder;
  private final List<LogEvent> kept = new ArrayList<>();

  @BeforeEach
  void fill() {
    folder = home.resolve("data");
    Events events = new Events();
    try (LogStore store = open()) {
      for (int batch = 0; batch < 3; batch++) {
        List<LogEvent> some = events.events("event", 250);
        store.append(some, Map.of("reader", "" + batch));
        store.refresh();
        kept.addAll(some);
      }
      assertThat(store.status().partitions()).isGreaterThan(6);
    }
  }

  private LogStore open() {
    return LuceneLogStores.open(folder, SETTINGS);
  }

  @Test
  void servesTheRestAndSaysWhatItLacks_C15() throws IOException {
    Path damaged =
        files().stream().filter(file -> name(file).endsWith(".tim")).findFirst().orElseThrow();
    flip(damaged, Files.size(damaged) / 2);
    try (LogStore store = open()) {
      Page page = store.search(ALL, Order.OLDEST_FIRST, Optional.empty(), 1_000);
      assertThat(page.complete()).isFalse();
      assertThat(page.events()).hasSizeBetween(1, 749);
      StoreStatus status = store.status();
      assertThat(status.damaged()).hasSize(1);
      StoreStatus.Damaged part = status.damaged().get(0);
      assertThat(status.events() + part.events()).isEqualTo(750);
      assertThat(store.aggregate(ALL, List.of(), 1).total())
          .isEqualTo(new Count(status.events(), false));
      TimeRange elsewhere = new TimeRange(Long.MIN_VALUE, part.range().from());
      TimeRange after = new TimeRange(part.range().to(), Long.MAX_VALUE);
      for (TimeRange range : List.of(elsewhere, after)) {
        Selection sound = new Selection(new Query.All(), range);
        assertThat(store.aggregate(sound, List.of(), 1).total().exact()).isTrue();
      }
      LogEvent lost =
          kept.stream()
              .filter(event -> part.range().contains(event.time().epochNanos()))
              .findFirst()
              .orElseThrow();
      assertThatThrownBy(() -> store.find(lost.id())).isInstanceOf(StoreException.Corrupt.class);
    }
  }

  @Test
  void takesTheEventsOfADamagedDayAgain_C15() throws IOException {
    Path damaged =
        files().stream().filter(file -> name(file).endsWith(".dvd")).findFirst().orElseThrow();
    flip(damaged, Files.size(damaged) / 2);
    try (LogStore store = open()) {
      store.append(kept, Map.of());
      store.refresh();
      Page page = store.search(ALL, Order.OLDEST_FIRST, Optional.empty(), 1_000);
      assertThat(page.events()).isEqualTo(kept);
      assertThat(page.complete()).isFalse();
    }
    try (LogStore store = open()) {
      assertThat(store.status().damaged()).hasSize(1);
      assertThat(store.status().events()).isEqualTo(750);
    }
  }

  @Test
  void forgetsTheDamageOfAPartitionThatWasPutRight_C15() throws IOException {
    Path damaged =
        files().stream().filter(file -> name(file).endsWith(".dvd")).findFirst().orElseThrow();
    flip(damaged, 40);
    try (LogStore store = open()) {
      store.aggregate(ALL, List.of(), 1);
      store.append(List.of(), Map.of("reader", "9"));
      store.refresh();
    }
    flip(damaged, 40);
    try (LogStore store = open()) {
      assertThat(store.status().damaged()).isEmpty();
      assertThat(store.aggregate(ALL, List.of(), 1).total()).isEqualTo(Count.exactly(750));
    }
  }

  @Test
  void refusesAStoreOfWhichNobodyKnowsWhatItHolds_C15() throws IOException {
    Path manifest = folder.resolve("MANIFEST");
    byte[] before = Files.readAllBytes(manifest);
    for (int at = 0; at < before.length; at += 101) {
      flip(manifest, at);
      assertThatThrownBy(this::open)
          .isInstanceOf(StoreException.Corrupt.class)
          .hasMessageContaining("MANIFEST is damaged");
      Files.write(manifest, before);
    }
    Files.delete(manifest);
    assertThatThrownBy(this::open).isInstanceOf(StoreException.Corrupt.class);
    Files.write(manifest, before);
    try (LogStore store = open()) {
      assertThat(check(store, "put right")).isTrue();
    }
  }

  @Test
  void takesTheManifestBeforeWhenOnlyBookmarksAreNewer_C15() throws IOException {
    try (LogStore store = open()) {
      store.append(List.of(), Map.of("reader", "later"));
      store.refresh();
    }
    flip(folder.resolve("MANIFEST"), 60);
    try (LogStore store = open()) {
      assertThat(check(store, "the manifest before")).isTrue();
      assertThat(store.bookmarks()).containsEntry("reader", "2");
    }
  }

  @Test
  void neverAnswersWronglyWhateverIsDamaged_C15() throws IOException {
    Random random = new Random(SEED);
    List<Path> files = files();
    int marked = 0;
    int refused = 0;
    int harmless = 0;
    for (int i = 0; i < TRIES; i++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] before = Files.readAllBytes(file);
      String what = damage(file, before, random);
      try (LogStore store = open()) {
        boolean complete = check(store, what);
        marked += complete ? 0 : 1;
        harmless += complete ? 1 : 0;
      } catch (StoreException.Corrupt | StoreException.TooNew e) {
        assertThat(e).as(what).hasMessageContaining("data folder");
        assertThat(home.relativize(file).getNameCount()).as(what + " " + e).isEqualTo(2);
        refused++;
      }
      Files.write(file, before);
    }
    try (LogStore store = open()) {
      assertThat(check(store, "put right")).isTrue();
    }
    System.out.printf(
        "damage: %d files, %d damages: %d set aside and marked, %d refused, %d harmless%n",
        files.size(), TRIES, marked, refused, harmless);
  }

  /** All answers are the right ones, or say that they lack some; true when they lack none. */
  private boolean check(LogStore store, String what) {
    Groups groups = store.aggregate(ALL, List.of(), 1);
    Page page = store.search(ALL, Order.OLDEST_FIRST, Optional.empty(), 1_000);
    if (page.complete()) {
      assertThat(page.events()).as(what).isEqualTo(kept);
    } else {
      assertThat(kept).as(what).containsAll(page.events());
      assertThat(store.status().damaged()).as(what).isNotEmpty();
    }
    if (groups.total().exact()) {
      assertThat(groups.total().value()).as(what).isEqualTo(750);
    }
    for (int i = 0; i < kept.size(); i += 97) {
      try {
        assertThat(store.find(kept.get(i).id())).as(what).contains(kept.get(i));
      } catch (StoreException.Corrupt e) {
        assertThat(page.complete()).as(what).isFalse();
      }
    }
    return page.complete();
  }

  private static String damage(Path file, byte[] before, Random random) throws IOException {
    int at = before.length == 0 ? 0 : random.nextInt(before.length);
    return switch (random.nextInt(3)) {
      case 0 -> {
        Files.delete(file);
        yield "deleted " + file;
      }
      case 1 -> {
        Files.write(file, Arrays.copyOf(before, at));
        yield "cut " + file + " at " + at;
      }
      default -> {
        if (before.length > 0) {
          flip(file, at);
        }
        yield "flipped " + file + " at " + at;
      }
    };
  }

  private static void flip(Path file, long at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) at] ^= 0x10;
    Files.write(file, bytes);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> !name(file).endsWith("lock"))
          .sorted()
          .toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}

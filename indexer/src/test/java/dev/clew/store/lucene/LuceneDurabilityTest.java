// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Events;
import dev.clew.store.Grouping;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import dev.clew.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneDurabilityTest {
  private static final Selection ALL = new Selection(new Query.All(), TimeRange.ALL);

  @TempDir Path home;
  private final Events events = new Events();

  private static long total(LogStore store) {
    return store.aggregate(ALL, List.of(), 1).total().value();
  }

  @Test
  void letsOneStoreOwnAFolder_C9() {
    Path folder = home.resolve("data");
    try (LogStore first = LuceneLogStores.open(folder)) {
      assertThatThrownBy(() -> LuceneLogStores.open(folder))
          .isInstanceOf(StoreException.Locked.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("close that one");
      assertThat(total(first)).isZero();
    }
    LuceneLogStores.open(folder).close();
  }

  @Test
  void keepsWhatWasRefreshedWhenTheProcessDies_C12() throws IOException {
    Path folder = home.resolve("data");
    Path copy = home.resolve("copy");
    List<LogEvent> some = events.events("event", 50);
    try (LogStore store = LuceneLogStores.open(folder)) {
      store.append(some.subList(0, 30), Map.of());
      store.refresh();
      store.append(some.subList(30, 50), Map.of());
      copyFiles(folder, copy);
    }
    try (LogStore store = LuceneLogStores.open(copy)) {
      assertThat(store.search(ALL, Order.OLDEST_FIRST, Optional.empty(), 100).events())
          .isEqualTo(some.subList(0, 30));
      store.append(some, Map.of());
      store.refresh();
      assertThat(total(store)).isEqualTo(50);
    }
  }

  @Test
  void keepsBookmarksExactlyWithTheirEvents_C14() throws IOException {
    Path folder = home.resolve("data");
    Path copy = home.resolve("copy");
    List<LogEvent> some = events.events("event", 50);
    try (LogStore store = LuceneLogStores.open(folder)) {
      store.append(some.subList(0, 30), Map.of("reader", "30"));
      store.refresh();
      store.append(some.subList(30, 50), Map.of("reader", "50"));
      copyFiles(folder, copy);
    }
    try (LogStore store = LuceneLogStores.open(copy)) {
      assertThat(store.bookmarks()).containsOnly(Map.entry("reader", "30"));
      assertThat(total(store)).isEqualTo(30);
    }
    try (LogStore store = LuceneLogStores.open(folder)) {
      assertThat(store.bookmarks()).containsOnly(Map.entry("reader", "50"));
      store.append(List.of(), Map.of());
      store.refresh();
      assertThat(store.bookmarks()).containsOnly(Map.entry("reader", "50"));
      assertThat(total(store)).isEqualTo(50);
    }
  }

  @Test
  void dropsBookmarksWithTheEventsThatCouldNotBeKept_C14() throws IOException {
    Path folder = home.resolve("data");
    List<LogEvent> some = events.events("event", 20);
    try (LogStore store = LuceneLogStores.open(folder)) {
      store.append(some.subList(0, 10), Map.of("reader", "10"));
      store.refresh();
      store.append(some.subList(10, 20), Map.of("reader", "20"));
      Path index = folder.resolve("partitions");
      Path away = home.resolve("away");
      Files.move(index, away);
      assertThatThrownBy(store::refresh).isInstanceOf(StoreException.class);
      if (Files.exists(index)) {
        IOUtils.rm(index);
      }
      Files.move(away, index);
      assertThat(store.bookmarks()).containsOnly(Map.entry("reader", "10"));
      store.append(some.subList(10, 20), Map.of("reader", "20"));
      store.refresh();
      assertThat(store.bookmarks()).containsOnly(Map.entry("reader", "20"));
      assertThat(total(store)).isEqualTo(20);
    }
  }

  @Test
  void leavesANewerFolderUntouched_C9() throws IOException {
    Path folder = home.resolve("data");
    LuceneLogStores.open(folder).close();
    Files.writeString(folder.resolve("format"), "clew-store 99\n");
    List<String> before = contents(folder);
    assertThatThrownBy(() -> LuceneLogStores.open(folder))
        .isInstanceOf(StoreException.TooNew.class)
        .hasMessageContaining("later version");
    assertThat(contents(folder)).isEqualTo(before);
  }

  @Test
  void takesOverAFolderOfTheFormatBefore_C9() throws IOException {
    Path folder = home.resolve("data");
    try (LogStore store = LuceneLogStores.open(folder)) {
      store.append(events.events("event", 10), Map.of());
    }
    Path format = folder.resolve("format");
    String now = Files.readString(format);
    Files.writeString(format, "clew-store 3\n");
    try (LogStore store = LuceneLogStores.open(folder)) {
      assertThat(total(store)).isEqualTo(10);
      // a version that knows no newer files does not touch them
      assertThat(Files.readString(format)).isEqualTo(now);
    }
    Files.writeString(format, "clew-store 2\n");
    assertThatThrownBy(() -> LuceneLogStores.open(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("earlier version");
  }

  @Test
  void refusesAFolderThatIsNotItsOwn_C9() throws IOException {
    Path folder = Files.createDirectories(home.resolve("data"));
    Files.writeString(folder.resolve("format"), "something else");
    assertThatThrownBy(() -> LuceneLogStores.open(folder))
        .isInstanceOf(StoreException.Corrupt.class);
  }

  @Test
  void takesTwoHundredThousandNamesOfAttributes() {
    List<LogEvent> many = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      int number = i;
      many.add(
          events.event(
              "x",
              e -> {
                for (int k = 0; k < 10; k++) {
                  e.attribute("name" + (number * 10 + k), "v" + k);
                }
                return e;
              }));
    }
    try (LogStore store = LuceneLogStores.open(home.resolve("data"))) {
      store.append(many, Map.of());
      store.refresh();
      Selection one = new Selection(new Query.Is("name12345", "v5"), TimeRange.ALL);
      assertThat(store.search(one, Order.OLDEST_FIRST, Optional.empty(), 10).events())
          .containsExactly(many.get(1_234));
      assertThat(store.aggregate(ALL, List.of(new Grouping.ByField("name7")), 10).groups())
          .hasSize(2);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<String> contents(Path folder) throws IOException {
    List<String> contents = new ArrayList<>();
    for (Path file : files(folder)) {
      contents.add(file + " " + Files.readString(file, StandardCharsets.ISO_8859_1));
    }
    return contents;
  }

  private static void copyFiles(Path from, Path to) throws IOException {
    for (Path file : files(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }
}

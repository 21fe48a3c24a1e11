// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Count;
import dev.clew.store.Events;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.ListLogStore;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import dev.clew.store.lucene.LuceneLogStores;
import dev.clew.store.lucene.segment.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups that are too many for the memory there is. */
class GroupTableTest {
  private static final int EVENTS = 9_000;
  private static final int FREQUENT = 5;

  /** So many groups have room, about. */
  private static final int ROOM = 500;

  private static final long BYTES = ROOM * 100L;
  private static final Selection ALL = new Selection(new Query.All(), TimeRange.ALL);
  private static final Grouping USER = new Grouping.ByField("user");

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void saysHowManyEventsAGroupMayLack(long seed) throws IOException {
    List<List<Grouping>> all =
        List.of(
            List.of(USER),
            List.of(USER, new Grouping.ByField("level")),
            List.of(new Grouping.ByTime(3_600_000_000_000L, 0), USER),
            List.of(USER, new Grouping.ByTime(600_000_000_000L, 0)),
            List.of(new Grouping.ByField("exception"), USER));
    List<LogEvent> events = events(new Random(seed));
    fill(events);
    try (LogStore plain = new ListLogStore()) {
      plain.append(events, Map.of());
      plain.refresh();
      for (List<Grouping> groupings : all) {
        Map<List<String>, Groups.Group> right = new HashMap<>();
        plain
            .aggregate(ALL, groupings, LogStore.MAX_LIMIT)
            .groups()
            .forEach(group -> right.put(group.keys(), group));
        assertHonest(count(groupings, BYTES, 1), new HashMap<>(right), 1);
        assertHonest(count(groupings, BYTES, 3), right, 3);
      }
    }
  }

  private static void assertHonest(
      Groups groups, Map<List<String>, Groups.Group> right, int tables) {
    assertThat(right.size()).isGreaterThan(4 * ROOM);
    assertThat(groups.complete()).isFalse();
    assertThat(groups.total()).isEqualTo(Count.exactly(EVENTS));
    assertThat(groups.lacking()).isBetween(1L, 2L * EVENTS / ROOM * 2);
    for (Groups.Group group : groups.groups()) {
      Groups.Group real = right.remove(group.keys());
      assertThat(real).as(group.toString()).isNotNull();
      assertThat(real.count()).isBetween(group.count(), group.count() + groups.lacking());
      assertThat(group.last()).isLessThanOrEqualTo(real.last());
      assertThat(group.first()).isGreaterThanOrEqualTo(real.first());
      if (group.count() == real.count()) {
        assertThat(group.first()).isEqualTo(real.first());
      }
      if (group.count() == real.count() || tables == 1) {
        assertThat(group.last()).isEqualTo(real.last());
      }
    }
    long least = groups.groups().getLast().count() + groups.lacking();
    assertThat(right.values())
        .allSatisfy(each -> assertThat(each.count()).isLessThanOrEqualTo(least));
  }

  @Test
  void isRightForGroupsThatWereAlwaysFrequent() throws IOException {
    fill(events(new Random(4)));
    List<Groups.Group> top = count(List.of(USER), BYTES, 1).groups().subList(0, FREQUENT);
    assertThat(top)
        .allSatisfy(group -> assertThat(group.keys().getFirst()).startsWith("often"))
        .extracting(Groups.Group::count)
        .containsOnly((long) EVENTS / 2 / FREQUENT);
  }

  @Test
  void lacksNothingWhereThereIsRoom() throws IOException {
    fill(events(new Random(5)));
    Groups groups = count(List.of(USER), 1L << 20, 1);
    assertThat(groups.lacking()).isZero();
    assertThat(groups.complete()).isTrue();
    assertThat(count(List.of(USER), 1L << 20, 3)).isEqualTo(groups);
  }

  /** Every other event has one of the frequent users, in turn; the others have nearly all one. */
  private static List<LogEvent> events(Random random) {
    Events source = new Events();
    List<LogEvent> events = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      String user =
          i % 2 == 0 ? "often" + i / 2 % FREQUENT : "ü" + random.nextInt(EVENTS) % (EVENTS - 500);
      String level = i % 3 == 0 ? "ERROR" : "INFO";
      events.add(source.event("served", event -> event.severity(level).attribute("user", user)));
    }
    return events;
  }

  private void fill(List<LogEvent> events) {
    try (LogStore store = LuceneLogStores.open(home)) {
      for (int from = 0; from < EVENTS; from += EVENTS / 3) {
        store.append(events.subList(from, from + EVENTS / 3), Map.of());
        store.refresh();
      }
    }
  }

  /** Counts the segments in turn by a table and those of its helpers, then adds them up. */
  private Groups count(List<Grouping> groupings, long bytes, int parts) throws IOException {
    GroupTable whole = new GroupTable(groupings, bytes);
    List<GroupTable> tables =
        Stream.iterate(whole, table -> whole.forHelper()).limit(parts).toList();
    int counted = 0;
    try (Stream<Path> partitions = Files.list(home.resolve("partitions"))) {
      for (Path each : partitions.toList()) {
        try (FSDirectory directory = FSDirectory.open(each);
            DirectoryReader reader = DirectoryReader.open(directory)) {
          SegmentCache cache = new SegmentCache(false);
          for (LeafReaderContext leaf : reader.leaves()) {
            Patience patience = new Patience(Until.NEVER);
            GroupTable table = tables.get(counted++ % parts);
            table.count(new Segment(leaf, ALL.query(), ALL.range(), cache, patience));
          }
        }
      }
    }
    assertThat(counted).isGreaterThanOrEqualTo(3);
    tables.subList(1, parts).forEach(whole::add);
    return whole.largest(LogStore.MAX_LIMIT);
  }
}

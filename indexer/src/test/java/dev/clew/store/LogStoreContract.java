// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.event.EventId;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeQuality;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.query.QueryParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every store keeps to. A store proves itself by a subclass that opens it; each test names the
 * clause of {@link LogStore} it proves.
 */
public abstract class LogStoreContract {
  private static final TimeRange ALL = TimeRange.ALL;

  private final Events events = new Events();
  private LogStore store;

  /** Opens the store that keeps its files in {@code folder}. */
  protected abstract LogStore open(Path folder);

  /** True when what a store keeps outlives it. */
  protected abstract boolean isDurable();

  @BeforeEach
  void openStore(@TempDir Path folder) {
    store = new CheckedLogStore(open(folder));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private void keep(List<LogEvent> some) {
    store.append(some, Map.of());
    store.refresh();
  }

  private void keep(LogEvent... some) {
    keep(List.of(some));
  }

  private static Selection asking(String text) {
    return new Selection(QueryParser.parse(text).query(), ALL);
  }

  private List<LogEvent> found(String text) {
    return store.search(asking(text), Order.OLDEST_FIRST, Optional.empty(), 1_000).events();
  }

  private Groups grouped(String text, Grouping... groupings) {
    return store.aggregate(asking(text), List.of(groupings), 1_000);
  }

  @Nested
  class Append {
    @Test
    void keepsTheFirstOfTwoEventsWithOneId_C11() {
      LogEvent first = events.event("first");
      LogEvent second = new Events().event("second");
      keep(first, second);
      keep(second);
      assertThat(found("")).containsExactly(first);
      keep(events.event("third"));
      keep(first);
      assertThat(grouped("").total()).isEqualTo(Count.exactly(2));
    }

    @Test
    void takesEventsInAnyOrder_C1() {
      List<LogEvent> some = events.events("event", 300);
      List<LogEvent> shuffled = new ArrayList<>(some);
      Collections.shuffle(shuffled, new Random(5));
      for (int i = 0; i < shuffled.size(); i += 50) {
        keep(shuffled.subList(i, i + 50));
      }
      assertThat(found("")).isEqualTo(some);
      keep(shuffled);
      assertThat(grouped("").total()).isEqualTo(Count.exactly(300));
    }

    @Test
    void knowsAnExpiredEventNoMore_C11() {
      LogEvent event = events.event("again");
      keep(event);
      store.expireBefore(event.time().instant().plusSeconds(1));
      keep(event);
      assertThat(found("")).containsExactly(event);
    }

    @Test
    void keepsEventsByteForByte_C13() {
      List<LogEvent> strange = new ArrayList<>();
      strange.add(events.full());
      strange.add(events.event("", new byte[0], e -> e));
      strange.add(events.event("\u0000\uD800", new byte[] {-1, 0, -61, 40, 13}, e -> e));
      strange.add(events.event("caf\u00e9 中文 \uD83D\uDE00", e -> e.service("").host("\uDFFF")));
      strange.add(events.event("x".repeat(200_000), e -> e.thread("t".repeat(40_000))));
      strange.add(
          events.event(
              "attributes",
              e ->
                  e.attribute("", "empty name")
                      .attribute("empty value", "")
                      .attribute("nul\u0000name", "nul\u0000value")
                      .attribute("level", "shadowed")
                      .attribute("n".repeat(40_000), "v".repeat(40_000))));
      strange.add(events.event("body", "other text\n", e -> e.severity("loud").severity("E")));
      keep(strange);
      assertThat(found("")).isEqualTo(strange);
      for (LogEvent event : strange) {
        assertThat(store.find(event.id())).contains(event);
      }
    }

    @Test
    void keepsAllOfTime_C13() {
      List<LogEvent> some = new ArrayList<>();
      for (long nanos : new long[] {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE}) {
        LogEvent event = events.event("at " + nanos);
        some.add(
            Events.with(event, new EventTime(nanos, TimeQuality.OBSERVED), event.severity(), null));
      }
      keep(some);
      assertThat(found("")).isEqualTo(some);
      assertThat(store.status().range()).contains(new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE));
    }
  }

  @Nested
  class Refresh {
    @Test
    void keepsWhatOutlivesTheStore_C12(@TempDir Path folder) {
      org.junit.jupiter.api.Assumptions.assumeTrue(isDurable(), "nothing outlives a list");
      LogEvent event = events.full();
      try (LogStore first = open(folder)) {
        first.append(List.of(event), Map.of());
        first.refresh();
      }
      try (LogStore second = open(folder)) {
        assertThat(second.find(event.id())).contains(event);
        second.append(List.of(event), Map.of());
        second.refresh();
        assertThat(second.status().events()).isEqualTo(1);
      }
    }
  }

  @Nested
  class Search {
    @Test
    void walksBothWaysWithoutGapOrRepeat_C1() {
      List<LogEvent> some = new ArrayList<>(events.events("event", 25));
      Events other = new Events("00000000000000bb", "other.log");
      some.addAll(other.events("event", 25));
      keep(some.subList(10, 40));
      keep(some);
      some.sort(LogEvent.ORDER);
      assertThat(all(Order.OLDEST_FIRST, 7)).isEqualTo(some);
      Collections.reverse(some);
      assertThat(all(Order.NEWEST_FIRST, 7)).isEqualTo(some);
      assertThat(all(Order.NEWEST_FIRST, 50)).isEqualTo(some);
    }

    @Test
    void goesOnWhileEventsAreAppendedAndExpire_C2() {
      List<LogEvent> some = events.events("event", 10);
      keep(some.subList(0, 6));
      Page first = store.search(asking(""), Order.OLDEST_FIRST, Optional.empty(), 4);
      keep(some);
      store.expireBefore(some.get(4).time().instant());
      Page second = store.search(asking(""), Order.OLDEST_FIRST, first.next(), 10);
      assertThat(second.events()).isEqualTo(some.subList(4, 10));
      assertThat(second.next()).isEmpty();
    }

    @Test
    void refusesLimitsNoPageCanHave_C3() {
      for (int limit : new int[] {Integer.MIN_VALUE, 0, LogStore.MAX_LIMIT + 1}) {
        assertThatThrownBy(
                () -> store.search(asking(""), Order.NEWEST_FIRST, Optional.empty(), limit))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.aggregate(asking(""), List.of(), limit))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }

    @Test
    void takesTheStartOfARangeAndLeavesItsEnd_C10() {
      List<LogEvent> some = events.events("event", 10);
      keep(some);
      TimeRange range =
          new TimeRange(some.get(2).time().epochNanos(), some.get(5).time().epochNanos());
      Selection selection = new Selection(new Query.All(), range);
      assertThat(store.search(selection, Order.OLDEST_FIRST, Optional.empty(), 100).events())
          .isEqualTo(some.subList(2, 5));
      assertThat(store.aggregate(selection, List.of(), 1).total()).isEqualTo(Count.exactly(3));
    }

    @Test
    void findsEachPartOfAnEvent_C10() {
      LogEvent full = events.full();
      keep(full, new Events("00000000000000cc", "other.txt").event("something else"));
      for (String text :
          List.of(
              "charge",
              "FAILED",
              "\"charge failed\"",
              "order_id=A-17",
              "order_id==a-17",
              "service:checkout",
              "level:error",
              "level>=warn",
              "host:web-*",
              "version:1.4.2",
              "logger:Gateway",
              "thread:main",
              "trace:4bf92f35",
              "span:00f067aa",
              "file:app.log",
              "pattern:9f31",
              "exception:PayException",
              "exception:SocketTimeout*",
              "frame:Gateway.charge",
              "frame:main",
              "msg:charge",
              "msg=\"charge failed\"",
              "duration>2s",
              "duration:2s..3s",
              "order_id:*",
              "pattern.template:order_id",
              "*harg*",
              "cha?ge",
              "/ch(ar|er)ge\\b/",
              "com.acme",
              "order_id:A*")) {
        assertThat(found(text)).as(text).containsExactly(full);
        assertThat(found("-(" + text + ")")).as("not " + text).doesNotContain(full);
      }
    }

    @Test
    void findsPastedTextAsItIs_C10() {
      List<String> lines =
          List.of(
              "GET http://shop.example:8080/cart?id=3&x=1 200 12:30:45,123",
              "\tat com.acme.Foo.bar(Foo.java:12) ~[app.jar:?]",
              "user_id=42 path=/a/b?c=d {\"k\":\"v w\"} [main] <init> a->b",
              "3f2a1c9e-7b1d-4c7e-9a55-0d6f5b1f2c3d x".repeat(2),
              "日本語のログ エラー código ñandú",
              "a_b.c-d$e@f#g%h^i&j",
              "k".repeat(1_000));
      List<LogEvent> some = lines.stream().map(events::event).toList();
      keep(some);
      for (LogEvent event : some) {
        String line = event.raw().text(StandardCharsets.UTF_8);
        assertThat(found(line)).as(line).contains(event);
        for (String token : line.strip().split("\\s+")) {
          assertThat(found(token)).as(token).contains(event);
        }
      }
      assertThat(found("ログ")).containsExactly(some.get(4));
      assertThat(found("user_id:42")).containsExactly(some.get(2));
    }

    @Test
    void findsTextThatTheLineSpellsOtherwise_C10() {
      LogEvent event =
          events.event(
              "line one\nsecond \"x\"", "{\"m\":\"line one\\nsecond \\\"x\\\"\"}\n", e -> e);
      keep(event);
      assertThat(found("second")).containsExactly(event);
      assertThat(found("\"one second\"")).containsExactly(event);
    }
  }

  @Nested
  class Aggregate {
    @Test
    void countsEachValueOfAField_C10() {
      keep(
          events.event("a", e -> e.service("pay").severity("ERROR").attribute("k", "v")),
          events.event("b", e -> e.service("pay").severity("INFO").attribute("k", "w")),
          events.event("c", e -> e.service("web")),
          events.full());
      assertThat(grouped("", new Grouping.ByField("service")).groups())
          .extracting(group -> group.keys().get(0) + " " + group.count())
          .containsExactly("pay 2", "checkout 1", "web 1");
      assertThat(grouped("", new Grouping.ByField("exception")).groups())
          .extracting(group -> group.keys().get(0) + " " + group.count())
          .containsExactly(" 3", "PayException 1", "java.net.SocketTimeoutException 1");
      assertThat(grouped("", new Grouping.ByField("level"), new Grouping.ByField("k")).groups())
          .extracting(group -> String.join("/", group.keys()) + " " + group.count())
          .containsExactly("/ 1", "error/ 1", "error/v 1", "info/w 1");
    }

    @Test
    void countsStepsOfTimeAndLeavesEmptyOnesOut_C6() {
      keep(events.events("event", 10));
      keep(events.at(Events.START.plusSeconds(60)).events("event", 5));
      long step = 4_000_000_000L;
      Grouping.ByTime byTime = new Grouping.ByTime(step, EventTime.nanos(Events.START));
      Groups groups = grouped("", byTime);
      assertThat(groups.groups())
          .extracting(Groups.Group::count)
          .containsExactly(4L, 4L, 4L, 2L, 1L);
      assertThat(groups.groups().stream().mapToLong(Groups.Group::count).sum())
          .isEqualTo(groups.total().value());
      assertThat(groups.groups().get(0).last() - groups.groups().get(0).first())
          .isEqualTo(3_000_000_000L);
    }

    @Test
    void saysWhenThereAreMoreGroups_C10() {
      keep(events.event("a", e -> e.host("1")), events.event("b", e -> e.host("2")));
      Groups one = store.aggregate(asking(""), List.of(new Grouping.ByField("host")), 1);
      assertThat(one.complete()).isFalse();
      assertThat(one.groups()).hasSize(1);
      assertThat(one.groups().get(0).keys()).containsExactly("1");
      assertThat(one.total()).isEqualTo(Count.exactly(2));
    }

    @Test
    void countsWideAttributesExactly_C10() {
      List<LogEvent> many = new ArrayList<>();
      for (int i = 0; i < 3_000; i++) {
        int number = i;
        many.add(
            events.event(
                "many", e -> e.attribute("id", "n" + number).attribute("odd", "" + number % 2)));
      }
      keep(many);
      assertThat(grouped("id:*", new Grouping.ByField("odd")).groups())
          .extracting(Groups.Group::count)
          .containsExactly(1_500L, 1_500L);
      Groups ids = grouped("", new Grouping.ByField("id"));
      assertThat(ids.complete()).isFalse();
      assertThat(ids.groups().get(0).keys()).containsExactly("n0");
      assertThat(found("id:n2999")).containsExactly(many.get(2_999));
    }

    @Test
    void putsUnknownFieldsInTheGroupOfTheEmptyText_C5() {
      keep(events.events("event", 3));
      assertThat(found("nosuch:thing")).isEmpty();
      assertThat(found("nosuch:*")).isEmpty();
      assertThat(found("nosuch>5")).isEmpty();
      assertThat(grouped("", new Grouping.ByField("nosuch")).groups())
          .extracting(Groups.Group::keys)
          .containsExactly(List.of(""));
    }
  }

  @Nested
  class Bookmarks {
    @Test
    void keepsTheLastOfEachNameAtTheNextRefresh_C14() {
      store.append(events.events("event", 3), Map.of("a", "1", "b", "1"));
      assertThat(store.bookmarks()).isEmpty();
      store.append(List.of(), Map.of("a", "2"));
      store.refresh();
      assertThat(store.bookmarks()).containsOnly(Map.entry("a", "2"), Map.entry("b", "1"));
      store.append(List.of(), Map.of("b", "", "c", "\u0000 \n 3"));
      assertThat(store.bookmarks()).containsOnlyKeys("a", "b");
      store.refresh();
      assertThat(store.bookmarks())
          .containsOnly(Map.entry("a", "2"), Map.entry("c", "\u0000 \n 3"));
    }

    @Test
    void keepsThemWhenEventsExpire_C14() {
      store.append(events.events("event", 3), Map.of("a", "1"));
      store.refresh();
      store.expireBefore(Instant.MAX);
      assertThat(store.bookmarks()).containsOnly(Map.entry("a", "1"));
    }
  }

  @Nested
  class Find {
    @Test
    void findsByIdAndNothingElse_C10() {
      List<LogEvent> some = events.events("event", 1_000);
      keep(some);
      for (LogEvent event : some) {
        assertThat(store.find(event.id())).contains(event);
      }
      for (String id :
          List.of("", "-", "x", "00000000000000aa-1", "00000000000000aa-00", "-zz-!")) {
        assertThat(store.find(new EventId(id))).as(id).isEmpty();
      }
    }
  }

  @Nested
  class Expire {
    @Test
    void forgetsWhatIsOlder_C10() {
      List<LogEvent> some = events.events("event", 10);
      keep(some);
      store.expireBefore(some.get(6).time().instant());
      assertThat(found("")).isEqualTo(some.subList(6, 10));
      assertThat(store.find(some.get(0).id())).isEmpty();
      assertThat(store.status().events()).isEqualTo(4);
      assertThat(store.status().range().orElseThrow().from())
          .isEqualTo(some.get(6).time().epochNanos());
      store.expireBefore(Instant.MAX);
      assertThat(found("")).isEmpty();
    }
  }

  @Nested
  class Empty {
    @Test
    void answersEverythingWithNothing_C4() {
      assertThat(found("x or -y")).isEmpty();
      assertThat(grouped("", new Grouping.ByField("service")))
          .isEqualTo(new Groups(List.of(), Count.exactly(0), true));
      assertThat(grouped("", new Grouping.ByTime(1, 0)).groups()).isEmpty();
      assertThat(grouped("").total()).isEqualTo(Count.exactly(0));
      assertThat(store.find(new EventId("00000000000000aa-0"))).isEmpty();
      assertThat(store.status().events()).isZero();
      assertThat(store.status().range()).isEmpty();
      store.append(List.of(), Map.of());
      store.refresh();
      store.expireBefore(Instant.now(java.time.Clock.systemUTC()));
    }
  }

  @Nested
  class Close {
    @Test
    void refusesEverythingAfterwards_C8() {
      store.close();
      store.close();
      List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> calls =
          List.of(
              () -> store.append(List.of(), Map.of()),
              () -> store.bookmarks(),
              () -> store.refresh(),
              () -> store.search(asking(""), Order.NEWEST_FIRST, Optional.empty(), 1),
              () -> store.aggregate(asking(""), List.of(), 1),
              () -> store.find(new EventId("a-0")),
              () -> store.expireBefore(Events.START),
              () -> store.status());
      for (var call : calls) {
        assertThatThrownBy(call).isInstanceOf(StoreException.Closed.class);
      }
    }
  }

  private List<LogEvent> all(Order order, int pageSize) {
    List<LogEvent> all = new ArrayList<>();
    Optional<Cursor> next = Optional.empty();
    do {
      Page page = store.search(asking(""), order, next, pageSize);
      all.addAll(page.events());
      next = page.next();
    } while (next.isPresent());
    return all;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.clew.correlate.Unit.Followed;
import dev.clew.correlate.Unit.Part;
import dev.clew.correlate.call.CallGraph;
import dev.clew.correlate.call.CallGraph.Call;
import dev.clew.correlate.call.CallSearch;
import dev.clew.correlate.clock.Offsets;
import dev.clew.correlate.clock.SkewSearch;
import dev.clew.correlate.clock.Skews;
import dev.clew.correlate.clock.Skews.Estimate;
import dev.clew.correlate.join.JoinSearch;
import dev.clew.correlate.join.Joins;
import dev.clew.correlate.join.Joins.JoinKey;
import dev.clew.correlate.request.Clock;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.query.QueryParser;
import dev.clew.store.Cursor;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import dev.clew.store.lucene.LuceneLogStores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample shop, whose services share a trace, an order and an authorisation. */
class SampleShopTest {
  private static final UnitLimits LIMITS = new UnitLimits(500, true, Duration.ofMinutes(10));

  @TempDir static Path folder;
  private static LogStore store;

  @BeforeAll
  static void index() {
    store = SampleShop.index("checkout-timeout", folder.resolve("shop"));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void findsTheOrderByItsAuthorisationAcrossFourServices() {
    Unit unit = find("", "A-769FDB48", LIMITS);

    assertThat(unit.parts())
        .extracting(Part::service)
        .containsExactly("checkout", "inventory", "payment", "frontend");
    assertThat(unit.total().value()).isEqualTo(8);
    assertThat(EventTime.instant(unit.first())).isEqualTo("2026-03-10T11:08:42.566Z");
    assertThat(EventTime.instant(unit.last())).isEqualTo("2026-03-10T11:08:45Z");
    assertThat(unit.worst()).isEqualTo(Severity.INFO);
    assertThat(unit.followed())
        .extracting(Followed::name, Followed::hops, Followed::added)
        .containsExactly(tuple("", 0, 2), tuple("trace", 1, 6));
    assertThat(unit.events()).extracting(joined -> joined.event().time().epochNanos()).isSorted();
    assertThat(unit.complete()).isTrue();
  }

  @Test
  void findsTheSameEventsAgainByTheQueryItShows() {
    Unit unit = find("order", "81751", LIMITS);
    Query shown = QueryParser.parse(unit.query().toString()).query();

    assertThat(
            store
                .search(
                    new Selection(shown, TimeRange.ALL), Order.OLDEST_FIRST, Optional.empty(), 100)
                .events())
        .isEqualTo(unit.events().stream().map(Unit.Joined::event).toList());
  }

  @Test
  void followsNothingWhenToldSo() {
    Unit unit = find("order", "81751", new UnitLimits(500, false, Duration.ofMinutes(10)));

    assertThat(unit.parts()).extracting(Part::service).containsExactly("checkout");
    assertThat(unit.followed()).hasSize(1);
  }

  @Test
  void followsNothingBesideAValueThatManyRequestsShare() {
    Unit unit = find("", "HONEY-1385", LIMITS);

    assertThat(unit.followed()).hasSize(1);
    assertThat(unit.stopped()).hasSize(1);
    assertThat(unit.stopped().getFirst().reason())
        .matches("nothing beside it is followed: [0-9]+ requests name it");
  }

  @Test
  void reconstructsABarForEachServiceWithoutSpans() {
    Bars bars = Bars.of(find("", "A-769FDB48", LIMITS), Offsets.NONE);

    assertThat(bars.bars()).noneMatch(Bar::isSpan);
    assertThat(bars.bars())
        .extracting(Bar::service, bar -> Duration.ofNanos(bar.nanos()).toMillis())
        .containsExactly(
            tuple("checkout", 2431L),
            tuple("inventory", 2415L),
            tuple("payment", 2399L),
            tuple("frontend", 0L));
  }

  @Test
  void findsTheJoinKeysOfTheShopWithoutConfiguration() {
    Joins joins =
        new JoinSearch(store).find(new Selection(new Query.All(), TimeRange.ALL), Until.NEVER);

    assertThat(joins.keys())
        .extracting(JoinKey::name, JoinKey::services)
        .containsExactly(
            tuple("trace", List.of("checkout", "frontend", "inventory", "payment")),
            tuple("order", List.of("checkout", "payment")),
            tuple("A-*", List.of("checkout", "payment")));
    assertThat(joins.keys()).allMatch(key -> key.falseJoins() < 0.01);
    assertThat(joins.links())
        .extracting(link -> link.from() + " – " + link.to())
        .contains("order – A-*", "reservation – trace");
    assertThat(joins.rejected())
        .extracting(Joins.Rejected::reason)
        .anyMatch(reason -> reason.endsWith("shared values are also seen far apart"));
    assertThat(joins.sample().isPart()).isTrue();
  }

  @Test
  void reconstructsWhoCallsWhom() {
    CallGraph graph = new CallSearch(store).find(hour(), Until.NEVER);

    assertThat(graph.calls())
        .filteredOn(call -> call.calls() > 100)
        .extracting(call -> call.caller() + " → " + call.callee())
        .containsExactlyInAnyOrder(
            "frontend → checkout",
            "frontend → inventory",
            "checkout → inventory",
            "checkout → payment");
    assertThat(graph.calls()).allMatch(call -> call.reconstructed() == call.calls());
    Call paying =
        graph.calls().stream()
            .filter(call -> call.callee().equals("payment") && call.caller().equals("checkout"))
            .findFirst()
            .orElseThrow();
    assertThat(paying.latency().p50()).isBetween(1_000_000_000L, 3_000_000_000L);
    assertThat(paying.latency().p95()).isBetween(paying.latency().p50(), paying.latency().max());
  }

  @Test
  void estimatesTheShiftedClocksOfThreeHostsWithinATenthOfTheRequests() {
    Map<String, Long> ahead =
        Map.of("checkout", 0L, "payment", 37_000_000_000L, "inventory", -2_500_000_000L);
    try (LogStore shifted = LuceneLogStores.open(folder.resolve("shifted"))) {
      shifted.append(shifted(ahead), Map.of());
      shifted.refresh();

      Skews skews =
          new SkewSearch(shifted).find(new Selection(new Query.All(), TimeRange.ALL), Until.NEVER);

      assertThat(skews.skews()).hasSize(3);
      long reference = ahead.get(service(skews.reference().orElseThrow()));
      for (Skews.Skew skew : skews.skews()) {
        Estimate estimate = skew.estimate().orElseThrow();
        long truth = ahead.get(service(skew.clock())) - reference;
        assertThat(Math.abs(estimate.nanos() - truth))
            .as(skew.toString())
            .isLessThan(tenthOfARequest())
            .isLessThanOrEqualTo(estimate.uncertainty());
      }
    }
  }

  /**
   * The events of an hour in which checkout, payment and inventory have a host and a clock each.
   */
  private static List<LogEvent> shifted(Map<String, Long> ahead) {
    List<LogEvent> shifted = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      Page page = store.search(hour(), Order.OLDEST_FIRST, after, 1_000);
      for (LogEvent event : page.events()) {
        if (event.service() != null && ahead.containsKey(event.service())) {
          shifted.add(shifted(event, ahead.get(event.service())));
        }
      }
      after = page.next();
    } while (after.isPresent());
    return shifted;
  }

  private static LogEvent shifted(LogEvent event, long nanos) {
    return new LogEvent(
        event.origin(),
        new EventTime(event.time().epochNanos() + nanos, event.time().quality()),
        event.severity(),
        event.severityText(),
        event.service(),
        event.version(),
        "host-of-" + event.service(),
        event.logger(),
        event.thread(),
        event.traceId(),
        event.spanId(),
        event.body(),
        event.attributes(),
        event.exception(),
        event.pattern(),
        event.raw());
  }

  private static String service(Clock clock) {
    assertThat(clock.host()).isTrue();
    return clock.name().replace("host-of-", "");
  }

  /** Of the usual time that checkout is at work on an order, which is about two seconds. */
  private static long tenthOfARequest() {
    return new CallSearch(store)
            .find(hour(), Until.NEVER).calls().stream()
                .filter(call -> call.callee().equals("payment") && call.caller().equals("checkout"))
                .mapToLong(call -> call.latency().p50())
                .findFirst()
                .orElseThrow()
        / 10;
  }

  private static Selection hour() {
    return new Selection(
        new Query.All(),
        TimeRange.between(
            Instant.parse("2026-03-10T11:00:00Z"), Instant.parse("2026-03-10T12:00:00Z")));
  }

  private static Unit find(String key, String value, UnitLimits limits) {
    return new UnitSearch(store, limits).find(key, value, TimeRange.ALL, Until.NEVER);
  }
}

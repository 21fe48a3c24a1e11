// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.clew.correlate.Unit.Followed;
import dev.clew.correlate.Unit.Part;
import dev.clew.correlate.clock.Offsets;
import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import dev.clew.event.TimeRange;
import dev.clew.store.Events;
import dev.clew.store.LogStore;
import dev.clew.store.Until;
import dev.clew.store.lucene.LuceneLogStores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitSearchTest {
  private static final Duration REACH = Duration.ofMinutes(10);

  @TempDir Path folder;
  private LogStore store;
  private final Events lines = new Events();
  private final List<LogEvent> events = new ArrayList<>();

  @BeforeEach
  void open() {
    store = LuceneLogStores.open(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void followsAnIdThatChangesItsNameFromOrderToPaymentToMessage() {
    add("shop", "order placed", "order", "81207");
    add("shop", "asking for payment p-1712", "order", "81207");
    add("pay", "payment p-1712 taken, message msg_77a1 sent", "", "");
    add("mail", "msg_77a1 delivered", "", "");
    add("shop", "order placed", "order", "81208");

    Unit unit = find("order", "81207");

    assertThat(unit.parts()).extracting(Part::service).containsExactly("shop", "pay", "mail");
    assertThat(unit.followed())
        .extracting(Followed::name, Followed::value, Followed::hops)
        .containsExactly(
            tuple("order", "81207", 0), tuple("p-*", "p-1712", 1), tuple("msg_*", "msg_77a1", 2));
    assertThat(unit.total().value()).isEqualTo(4);
  }

  @Test
  void findsTheSameUnitFromEitherEnd() {
    add("shop", "asking for payment p-1712", "order", "81207");
    add("pay", "payment p-1712 taken", "", "");
    add("stock", "reserved for order 81207", "", "");

    assertThat(find("", "p-1712").total().value()).isEqualTo(3);
    assertThat(find("order", "81207").total().value()).isEqualTo(3);
  }

  @Test
  void doesNotFollowAValueThatIsAlsoSeenHoursAway() {
    add("shop", "order of customer C-4711", "order", "81207");
    lines.at(Events.START.plusSeconds(7_200));
    add("shop", "order of customer C-4711", "order", "90001");

    Unit unit = find("order", "81207");

    assertThat(unit.total().value()).isEqualTo(1);
    assertThat(unit.stopped())
        .extracting(Unit.Stopped::value, Unit.Stopped::reason)
        .containsExactly(tuple("C-4711", "also seen at 2026-03-01T12:00:00Z"));
  }

  @Test
  void doesNotFollowAValueThatManyRequestsShare() {
    for (int i = 0; i < 20; i++) {
      String trace = "trace" + i;
      events.add(
          lines.event(
              "bought SKU-1001",
              event -> event.service("shop").traceId(trace).attribute("order", "" + trace)));
    }

    Unit unit = find("trace", "trace7");

    assertThat(unit.total().value()).isEqualTo(1);
    assertThat(unit.stopped().getFirst().reason()).isEqualTo("19 other requests name it");
  }

  @Test
  void listsAPartOfAValueThatThousandsShareAndSaysHowManyThereAre() {
    for (int i = 0; i < 3_000; i++) {
      add("shop", "tick A-" + (10_000 + i), "tenant", "t-1000");
    }

    Unit unit = find("tenant", "t-1000");

    assertThat(unit.total().value()).isEqualTo(3_000);
    assertThat(unit.events()).hasSize(100);
    assertThat(unit.stopped())
        .extracting(Unit.Stopped::reason)
        .containsExactly("nothing beside it is followed: 3,000 events name it");
    assertThat(Bars.of(unit, Offsets.NONE).notes())
        .containsExactly("2,900 events are not listed and have no part in the bars");
  }

  @Test
  void tellsTheWorstLevelAndTimesOfAllEventsNotOnlyOfThoseListed() {
    for (int i = 0; i < 300; i++) {
      String level = i == 250 ? "ERROR" : "INFO";
      events.add(lines.event("step", event -> event.traceId("abc123").severity(level)));
    }

    Unit unit = find("trace", "abc123");

    assertThat(unit.worst()).isEqualTo(Severity.ERROR);
    assertThat(Duration.ofNanos(unit.last() - unit.first())).hasSeconds(299);
  }

  @Test
  void showsSpansAsATreeAndServicesWithoutSpansAsBars() {
    span("front", "a1", "", 100);
    span("shop", "b2", "a1", 80);
    events.add(lines.event("stock moved", event -> event.service("stock").traceId("abc123")));

    List<Bar> bars = Bars.of(find("trace", "abc123"), Offsets.NONE).bars();

    assertThat(bars)
        .extracting(Bar::service, Bar::depth, Bar::isSpan)
        .containsExactly(tuple("front", 0, true), tuple("shop", 1, true), tuple("stock", 0, false));
  }

  @Test
  void holdsEventsThatAreCenturiesApart() {
    lines.at(Instant.parse("1700-01-01T00:00:00Z"));
    add("shop", "begun", "order", "81207");
    lines.at(Instant.parse("2199-01-01T00:00:00Z"));
    add("shop", "done", "order", "81207");

    Unit unit = find("order", "81207");

    assertThat(unit.total().value()).isEqualTo(2);
    assertThat(unit.nanos()).isEqualTo(Long.MAX_VALUE);
    assertThat(Bars.of(unit, Offsets.NONE).bars())
        .extracting(Bar::nanos)
        .containsExactly(Long.MAX_VALUE);
  }

  @Test
  void answersForAnEmptyStoreAndAValueNobodyNames() {
    assertThat(find("", "nothing").parts()).isEmpty();
    add("shop", "begun", "order", "81207");
    assertThat(find("order", "0").total().value()).isZero();
  }

  private void add(String service, String body, String field, String value) {
    events.add(
        lines.event(
            body,
            event -> {
              event.service(service);
              return field.isEmpty() ? event : event.attribute(field, value);
            }));
  }

  private void span(String service, String id, String parent, int millis) {
    events.add(
        lines.event(
            "work",
            event ->
                event
                    .service(service)
                    .traceId("abc123")
                    .spanId(id)
                    .attribute("parent_id", parent)
                    .attribute("duration_ms", "" + millis)));
  }

  private Unit find(String key, String value) {
    store.append(events, Map.of());
    store.refresh();
    events.clear();
    return new UnitSearch(store, new UnitLimits(100, true, REACH))
        .find(key, value, TimeRange.ALL, Until.NEVER);
  }
}

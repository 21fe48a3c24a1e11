// SPDX-License-Identifier: Apache-2.0
package dev.clew.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.clew.correlate.clock.Offsets;
import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Events;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import dev.clew.store.lucene.LuceneLogStores;
import dev.clew.timeline.Lane.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineSearchTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path folder;
  private LogStore store;
  private final List<LogEvent> events = new ArrayList<>();
  private int sources;

  @BeforeEach
  void open() {
    store = LuceneLogStores.open(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void ordersLanesByTheirFirstErrorAndThenBySize() {
    source("late", 0, 60, second -> second == 50 ? "ERROR" : "INFO");
    source("calm", 0, 60, second -> "INFO");
    source("busy", 0, 90, second -> "INFO");
    source("early", 0, 60, second -> second == 10 ? "FATAL" : "INFO");

    Lanes lanes = find(0, 90, 90);

    assertThat(lanes.lanes())
        .extracting(Lane::name)
        .containsExactly("early", "late", "busy", "calm");
    assertThat(lanes.lanes().getFirst().firstError()).contains(nanos(10));
    assertThat(lanes.total().value()).isEqualTo(270);
  }

  @Test
  void countsEachLevelInEachCellAndAllOfThem() {
    source("pay", 0, 60, second -> second % 10 == 0 ? "ERROR" : "INFO");

    Lane lane = find(0, 60, 6).lanes().getFirst();

    assertThat(lane.counts().get(Severity.ERROR)).containsExactly(1, 1, 1, 1, 1, 1);
    assertThat(lane.counts().get(Severity.INFO)).containsExactly(9, 9, 9, 9, 9, 9);
    assertThat(lane.events(6)).containsExactly(10, 10, 10, 10, 10, 10);
  }

  @Test
  void tellsWhatWasNotCollectedFromZero() {
    source("pay", 0, 100, second -> second < 30 || second >= 60 ? "INFO" : "");
    source("pay", 200, 300, second -> "INFO");

    Lane lane = find(0, 300, 30).lanes().getFirst();

    assertThat(lane.gaps())
        .extracting(gap -> second(gap.range().from()), gap -> gap.kind())
        .containsExactly(tuple(99L, Kind.NOT_COLLECTED));
    assertThat(lane.silences())
        .extracting(silence -> second(silence.range().from()), Lane.Silence::collected)
        .containsExactly(tuple(30L, true), tuple(100L, false));
  }

  @Test
  void tellsZeroAndNotCollectedApartForWhatTheStoreKnowsAndTheTimeLacks() {
    source("busy", 0, 300, second -> "INFO");
    source("quiet", 0, 300, second -> second == 5 || second == 299 ? "INFO" : "");
    source("gone", 0, 50, second -> "INFO");

    Lanes lanes = find(100, 200, 20);

    assertThat(lanes.lanes()).extracting(Lane::name).containsExactly("busy");
    assertThat(lanes.absent())
        .extracting(Absence::name, Absence::state)
        .containsExactly(
            tuple("gone", Absence.State.NOT_COLLECTED), tuple("quiet", Absence.State.ZERO));
    assertThat(lanes.absent().getFirst().last()).isEqualTo(nanos(49));
    assertThat(lanes.absent().getFirst().gaps())
        .extracting(gap -> gap.range(), gap -> gap.kind())
        .containsExactly(tuple(new TimeRange(nanos(100), nanos(200)), Kind.NOT_COLLECTED));
    assertThat(lanes.absent().getLast().gaps()).isEmpty();
  }

  @Test
  void callsWhatIsYoungStillArrivingAndNotZeroNorNotCollected() {
    source("busy", 0, 200, second -> "INFO");
    source("slow", 0, 150, second -> "INFO");
    store.append(events, Map.of());
    store.refresh();
    TimelineSearch search = new TimelineSearch(store, ZoneOffset.UTC, Offsets.NONE, nanos(150));

    Lanes all = search.find(in(0, 200), "service", 100, 20, Until.NEVER);
    Lanes young = search.find(in(160, 200), "service", 100, 20, Until.NEVER);

    assertThat(all.lanes())
        .allSatisfy(
            lane ->
                assertThat(lane)
                    .satisfies(each -> assertThat(each.silences()).isEmpty())
                    .extracting(Lane::gaps, InstanceOfAssertFactories.list(Lane.Gap.class))
                    .containsExactly(
                        new Lane.Gap(new TimeRange(nanos(150), nanos(200)), Kind.ARRIVING)));
    assertThat(young.absent())
        .extracting(Absence::name, Absence::state)
        .containsExactly(tuple("slow", Absence.State.ARRIVING));
  }

  @Test
  void tellsWhichVersionRanWhenAlsoWhenItCameBack() {
    Events source = new Events("00000000000000dd", "versions.log");
    for (int second = 0; second < 90; second++) {
      String version = second >= 30 && second < 60 ? "2.1" : "2.0";
      boolean named = second % 10 == 0;
      source.at(START.plusSeconds(second));
      events.add(source.event("x", e -> e.service("pay").version(named ? version : null)));
    }

    Lane lane = find(0, 90, 90).lanes().getFirst();

    assertThat(lane.versions())
        .extracting(
            Band::version,
            band -> second(band.range().from()),
            band -> second(band.range().to()),
            Band::events)
        .containsExactly(
            tuple("2.0", 0L, 30L, 3L), tuple("2.1", 30L, 60L, 3L), tuple("2.0", 60L, 90L, 3L));
    assertThat(lane.moreVersions()).isZero();
  }

  @Test
  void saysThatALaneFellSilentOrWasNoLongerCollectedWhenItsSourceEnds() {
    source("pay", 0, 100, second -> "INFO");
    source("ship", 0, 200, second -> "INFO");

    Lane pay = find(0, 200, 20).lanes().getLast();

    assertThat(pay.name()).isEqualTo("pay");
    assertThat(pay.silences()).hasSize(1);
    assertThat(pay.silences().getFirst().collected()).isFalse();
    assertThat(pay.silences().getFirst().expected()).isEqualTo(100);
  }

  @Test
  void countsWhatWasReceivedLate() {
    Events events = new Events("00000000000000bb", "late.log").at(START);
    store.append(
        List.of(
            events.event("a", e -> e.service("pay")),
            events.event("b", e -> e.service("pay").attribute(LogEvent.RECEIVED_LATE, "x"))),
        Map.of());
    store.refresh();
    source("ship", 0, 10, second -> "INFO");

    assertThat(find(0, 10, 10).lanes())
        .extracting(Lane::name, Lane::late)
        .containsExactlyInAnyOrder(tuple("pay", 1L), tuple("ship", 0L));
  }

  @Test
  void tellsTheRequestsThatFailedFirst() {
    Events events = new Events("00000000000000cc", "traced.log");
    List<LogEvent> all = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String trace = "t%02d".formatted(i);
      events.at(START.plusSeconds(100 - i));
      all.add(events.event("asked", e -> e.service("web").traceId(trace)));
      all.add(events.event("f", e -> e.service("pay").traceId(trace).severity("ERROR")));
    }
    all.add(events.at(START).event("well", e -> e.service("web").traceId("fine")));
    all.add(events.event("no request", e -> e.service("pay").severity("ERROR")));
    store.append(all, Map.of());
    store.refresh();

    Requests requests = find(0, 200, 10).requests();

    assertThat(requests.failing().value()).isEqualTo(30);
    assertThat(requests.failing().exact()).isTrue();
    assertThat(requests.earliest()).hasSize(Requests.MOST);
    Requests.Request first = requests.earliest().getFirst();
    assertThat(first.trace()).isEqualTo("t29");
    assertThat(first.services()).containsExactly("web", "pay");
    assertThat(first.errors()).isEqualTo(1);
    assertThat(first.events()).isEqualTo(2);
    assertThat(first.firstError() - first.first()).isEqualTo(1_000_000_000L);
  }

  @Test
  void findsABurstAndCallsNothingABurstInASteadyLane() {
    source("pay", 0, 600, second -> second >= 300 && second < 330 ? "ERROR" : "INFO");
    source("pay", 300, 330, second -> "ERROR");
    source("pay", 300, 330, second -> "ERROR");
    source("ship", 0, 600, second -> "INFO");

    List<Lane> lanes = find(0, 600, 60).lanes();

    assertThat(lanes.getFirst().bursts())
        .extracting(Lane.Burst::errors, burst -> second(burst.range().from()), Lane.Burst::events)
        .containsExactly(tuple(true, 300L, 90L), tuple(false, 300L, 90L));
    assertThat(lanes.getLast().bursts()).isEmpty();
  }

  @Test
  void callsNoBurstWhatStandsBesideATimeThatWasNotCollected() {
    source("pay", 300, 600, second -> "INFO");
    source("ship", 0, 600, second -> "INFO");

    assertThat(find(0, 600, 60).lanes()).allSatisfy(lane -> assertThat(lane.bursts()).isEmpty());
  }

  @Test
  void zoomsFromCenturiesToMicroseconds() {
    source("pay", 0, 60, second -> "INFO");
    TimeRange centuries =
        TimeRange.between(
            Instant.parse("1700-01-01T00:00:00Z"), Instant.parse("2199-12-31T00:00:00Z"));
    TimeRange micros = new TimeRange(nanos(7), nanos(7) + 20_000);

    Lanes far = find(centuries, 240);
    Lanes near = find(micros, 240);

    assertThat(far.axis().cells()).isBetween(100, 240);
    assertThat(sum(far)).isEqualTo(60);
    assertThat(near.axis().step().stepNanos()).isEqualTo(100);
    assertThat(near.axis().cells()).isEqualTo(200);
    assertThat(sum(near)).isEqualTo(1);
  }

  @Test
  void countsRightWhenLanesAndCellsAreManyMoreThanAnAnswerHasGroups() {
    for (int lane = 0; lane < 100; lane++) {
      source("s" + lane, 0, 240, second -> second % 2 == 0 ? "INFO" : "WARN");
    }

    Lanes lanes = find(0, 240, 240);

    assertThat(lanes.lanes()).hasSize(100);
    assertThat(sum(lanes)).isEqualTo(24_000);
    assertThat(lanes.complete()).isTrue();
  }

  @Test
  void answersForAnEmptyStoreAndAnEmptyRange() {
    assertThat(find(0, 0, 10).lanes()).isEmpty();
    assertThat(find(0, 60, 10).lanes()).isEmpty();
  }

  @Test
  void hasALaneForTheEventsThatLackTheField() {
    source("", 0, 10, second -> "INFO");

    Lane lane = find(0, 10, 10).lanes().getFirst();

    assertThat(lane.name()).isEmpty();
    assertThat(lane.events(10)).containsOnly(1);
  }

  private interface LevelAt {
    /** Empty for no event. */
    String of(int second);
  }

  private void source(String service, int from, int to, LevelAt level) {
    sources++;
    Events source = new Events("%016x".formatted(sources), "file" + sources + ".log");
    for (int second = from; second < to; second++) {
      String word = level.of(second);
      if (!word.isEmpty()) {
        source.at(START.plusSeconds(second));
        events.add(
            source.event(
                "line", event -> event.service(service.isEmpty() ? null : service).severity(word)));
      }
    }
  }

  private Lanes find(int from, int to, int cells) {
    return find(new TimeRange(nanos(from), nanos(to)), cells);
  }

  private static Selection in(int from, int to) {
    return new Selection(new Query.All(), new TimeRange(nanos(from), nanos(to)));
  }

  private Lanes find(TimeRange range, int cells) {
    store.append(events, Map.of());
    store.refresh();
    return new TimelineSearch(store, ZoneOffset.UTC)
        .find(new Selection(new Query.All(), range), "service", 100, cells, Until.NEVER);
  }

  private static long sum(Lanes lanes) {
    long sum = 0;
    for (Lane lane : lanes.lanes()) {
      for (long count : lane.events(lanes.axis().cells())) {
        sum += count;
      }
    }
    return sum;
  }

  private static long nanos(int second) {
    return Duration.ofSeconds(START.getEpochSecond() + second).toNanos();
  }

  private static long second(long nanos) {
    return Math.floorDiv(nanos, 1_000_000_000L) - START.getEpochSecond();
  }
}

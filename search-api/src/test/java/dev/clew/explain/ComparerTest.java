// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.explain.PatternChange.Kind;
import dev.clew.explain.trace.Traces;
import dev.clew.query.Query;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparerTest {
  private static final String TODAY = "2026-03-01T14:00:00Z";
  private static final String LAST_WEEK = "2026-02-22T09:30:00Z";

  private final Comparer comparer = new Comparer();

  @Test
  void findsANewErrorItsServiceAndItsBeginning() {
    Scene now =
        usual(new Scene(TODAY), 600)
            .steady(300, 600, 60, "payment", "ERROR", "card refused by bank");

    Comparison found = comparer.compare(now.events(), usual(new Scene(LAST_WEEK), 3600).events());

    PatternChange first = found.patterns().getFirst();
    assertThat(first.kind()).isEqualTo(Kind.NEW);
    assertThat(first.now()).isEqualTo(60);
    assertThat(first.before()).isZero();
    assertThat(first.example().body()).isEqualTo("card refused by bank");
    assertThat(found.services().getFirst().service()).isEqualTo("payment");
    assertThat(found.services().getFirst().findings().getFirst().text())
        .isEqualTo(
            "payment logged 60 events of a new error pattern “card refused by bank”,"
                + " first at 14:05:00Z; none before");
    assertThat(found.onset().map(Onset::epochNanos)).contains(nanos(TODAY, 300));
  }

  @Test
  void findsWhatStoppedAndWhatGrew() {
    Scene now = usual(new Scene(TODAY), 600).steady(0, 600, 300, "cart", "WARN", "cache is cold");
    Scene before =
        usual(new Scene(LAST_WEEK), 600)
            .steady(0, 600, 30, "cart", "WARN", "cache is cold")
            .steady(0, 600, 200, "mail", "INFO", "queue flushed");

    List<PatternChange> changes = comparer.compare(now.events(), before.events()).patterns();

    assertThat(changes)
        .extracting(PatternChange::kind, PatternChange::now, PatternChange::before)
        .containsExactlyInAnyOrder(tuple(Kind.MORE, 300L, 30L), tuple(Kind.GONE, 0L, 200L));
  }

  @Test
  void takesMoreTrafficForNoFault() {
    Scene now = new Scene(TODAY);
    for (int i = 0; i < 5; i++) {
      usual(now, 600);
    }
    now.steady(0, 600, 25, "payment", "ERROR", "bank is slow");
    Scene before =
        usual(new Scene(LAST_WEEK), 600).steady(0, 600, 5, "payment", "ERROR", "bank is slow");

    Comparison found = comparer.compare(now.events(), before.events());

    assertThat(found.patterns()).isEmpty();
    assertThat(found.services()).allSatisfy(s -> assertThat(s.score()).isLessThan(0.2));
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 3600, 14_400})
  void comparesWindowsOfDifferentWidth(int seconds) {
    Comparison found =
        comparer.compare(
            usual(new Scene(TODAY), 900).events(), usual(new Scene(LAST_WEEK), seconds).events());

    assertThat(found.patterns()).isEmpty();
  }

  @Test
  void saysThatNothingDiffers() {
    Comparison found =
        comparer.compare(
            usual(new Scene(TODAY), 600).events(), usual(new Scene(LAST_WEEK), 600).events());

    assertThat(found.patterns()).isEmpty();
    assertThat(found.services()).isEmpty();
    assertThat(found.onset()).isEmpty();
    assertThat(found.remarks())
        .extracting(Finding::text)
        .anyMatch(text -> text.startsWith("no difference beyond chance"));
  }

  @Test
  void saysThatThereIsNotEnough() {
    Scene now = new Scene(TODAY).add(0, "payment", "ERROR", "card refused");

    Comparison found = comparer.compare(now.events(), new Scene(LAST_WEEK).events());

    assertThat(found.services()).isEmpty();
    assertThat(found.remarks())
        .extracting(Finding::text)
        .anyMatch(text -> text.startsWith("not enough data"));
  }

  @Test
  void saysThatARequestHasMoreStepsThanAreRemembered() {
    Scene now = usual(new Scene(TODAY), 600);
    for (int i = 0; i <= Traces.LONGEST_TRACE; i++) {
      now.add(i * 0.1, "payment", "INFO", "retry", event -> event.traceId("t-1"));
    }

    Comparison found = comparer.compare(now.events(), usual(new Scene(LAST_WEEK), 600).events());

    assertThat(found.remarks())
        .extracting(Finding::text)
        .anyMatch(text -> text.startsWith("requests have more steps than are remembered (5000"));
  }

  @Test
  void usesTheTimeBeforeTheErrorsWhereNoBaselineIsGiven() {
    Scene scene =
        usual(new Scene(TODAY), 3600).steady(2400, 3600, 80, "payment", "ERROR", "card refused");
    EventSet now = scene.events();

    Comparison found = comparer.compare(now, EventSet.none(now.store()));

    assertThat(found.remarks())
        .extracting(Finding::text)
        .anyMatch(text -> text.startsWith("no baseline was given: compared with the 40 min"));
    assertThat(found.services().getFirst().service()).isEqualTo("payment");
    assertThat(found.patterns()).hasSize(1);
  }

  @Test
  void comparesTwoWindowsOfOneStore() {
    LogStore store =
        usual(new Scene(TODAY), 3600)
            .steady(3000, 3600, 40, "payment", "ERROR", "card refused")
            .events()
            .store();

    Comparison found = comparer.compare(part(store, 3000, 3600), part(store, 0, 3000));

    assertThat(found.patterns()).extracting(PatternChange::kind).containsExactly(Kind.NEW);
  }

  @Test
  void ignoresAStragglerBeforeTheOnset() {
    Scene now =
        usual(new Scene(TODAY), 3600)
            .add(120, "payment", "ERROR", "card refused")
            .steady(3000, 3600, 200, "payment", "ERROR", "card refused");

    Comparison found = comparer.compare(now.events(), usual(new Scene(LAST_WEEK), 3600).events());

    assertThat(found.onset().map(Onset::epochNanos)).contains(nanos(TODAY, 3000));
  }

  @Test
  void ranksTheOriginOfFailingRequestsBeforeALouderVictim() {
    Scene now = usual(new Scene(TODAY), 600);
    Scene before = usual(new Scene(LAST_WEEK), 600);
    for (int i = 0; i < 40; i++) {
      request(before, 10 * i, "old" + i, false);
      request(now, 10 * i, "t" + i, i >= 20);
    }
    for (int i = 0; i < 20; i++) {
      now.steady(200 + 10 * i, 205 + 10 * i, 8, "shop", "ERROR", "order failed upstream");
      now.add(201 + 10 * i, "stock", "ERROR", "pool is exhausted");
    }

    List<RankedService> services = comparer.compare(now.events(), before.events()).services();

    assertThat(services).extracting(RankedService::service).startsWith("stock", "shop");
  }

  @Test
  void findsTheServiceThatIsSlowItself() {
    Scene now = usual(new Scene(TODAY), 600);
    Scene before = usual(new Scene(LAST_WEEK), 600);
    for (int i = 0; i < 30; i++) {
      chain(before, 10 * i, "old" + i, 20);
      chain(now, 10 * i, "t" + i, 900);
    }

    List<RankedService> services = comparer.compare(now.events(), before.events()).services();

    assertThat(services.getFirst().service()).isEqualTo("stock");
    assertThat(services.getFirst().findings().getFirst().text())
        .contains("stock takes 900 ms for work of its own, 20 ms before");
  }

  @Test
  void findsTheMetricThatLeavesItsRangeFirst() {
    Scene now = usual(new Scene(TODAY), 1200);
    for (int minute = 0; minute < 20; minute++) {
      metric(now, minute, "stock", "pool_wait", minute < 10 ? 5 + minute % 3 : 900);
      metric(now, minute, "shop", "latency", minute < 13 ? 40 + minute % 4 : 2000);
    }
    Scene before = usual(new Scene(LAST_WEEK), 1200);
    for (int minute = 0; minute < 20; minute++) {
      metric(before, minute, "stock", "pool_wait", 5 + minute % 3);
      metric(before, minute, "shop", "latency", 40 + minute % 4);
    }

    List<RankedService> services = comparer.compare(now.events(), before.events()).services();

    assertThat(services).extracting(RankedService::service).startsWith("stock", "shop");
    assertThat(services.getFirst().findings().getFirst().text())
        .startsWith("pool_wait of stock left its usual 6 for 900 at 14:10:00Z");
  }

  @Test
  void comparesSetsWhoseServicesAreNamedAfterTheirFiles() {
    Scene now =
        new Scene(TODAY)
            .steady(0, 600, 100, "run-2", "INFO", "item reserved")
            .steady(300, 600, 30, "run-2", "ERROR", "pool is exhausted");
    Scene before = new Scene(LAST_WEEK).steady(0, 600, 100, "run-1", "INFO", "item reserved");

    Comparison found = comparer.compare(now.events(), before.events());

    assertThat(found.patterns())
        .extracting(PatternChange::kind, change -> change.pattern().template())
        .containsExactly(tuple(Kind.NEW, "pool is exhausted"));
    assertThat(found.remarks())
        .extracting(Finding::text)
        .anyMatch(text -> text.startsWith("the two sets have no service in common"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void takesTwoSetsOfTheSameRatesForEqual(long seed) {
    Random random = new Random(seed);

    Comparison found =
        comparer.compare(chance(TODAY, random).events(), chance(LAST_WEEK, random).events());

    assertThat(found.patterns()).isEmpty();
  }

  @Test
  void givesTheSameAnswerTwice() {
    EventSet now =
        chance(TODAY, new Random(1)).steady(0, 60, 9, "a", "ERROR", "gone wrong").events();
    EventSet before = chance(LAST_WEEK, new Random(2)).events();

    assertThat(comparer.compare(now, before)).isEqualTo(comparer.compare(now, before));
  }

  private static Scene usual(Scene scene, int seconds) {
    return scene
        .steady(0, seconds, seconds, "shop", "INFO", "order placed")
        .steady(0, seconds, seconds / 2, "payment", "INFO", "card charged")
        .steady(0, seconds, seconds / 3, "stock", "INFO", "item reserved")
        .steady(0, seconds, seconds / 20, "stock", "WARN", "item is rare");
  }

  private static void request(Scene scene, double second, String trace, boolean fails) {
    scene.span(second, "shop", trace, "a", "", 50, fails);
    scene.span(second + 0.001, "cart", trace, "b", "a", 40, fails);
    scene.span(second + 0.002, "stock", trace, "c", "b", 30, fails);
  }

  private static void chain(Scene scene, double second, String trace, double millis) {
    scene.span(second, "shop", trace, "a", "", millis + 20, false);
    scene.span(second + 0.005, "cart", trace, "b", "a", millis + 10, false);
    scene.span(second + 0.008, "stock", trace, "c", "b", millis, false);
  }

  private static void metric(Scene scene, int minute, String service, String name, double value) {
    scene.add(
        minute * 60.0,
        service,
        "",
        name,
        event -> event.attribute("metric", name).attribute("value", Double.toString(value)));
  }

  private static Scene chance(String start, Random random) {
    Scene scene = new Scene(start);
    String[] services = {"shop", "payment", "stock"};
    String[] verbs = {"placed", "charged", "reserved", "sent", "listed", "cached", "dropped"};
    for (int i = 0; i < 3000; i++) {
      int verb = Math.min(random.nextInt(verbs.length), random.nextInt(verbs.length));
      String level = verb == 6 ? "ERROR" : verb == 5 ? "WARN" : "INFO";
      scene.add(
          random.nextDouble() * 3600,
          services[random.nextInt(services.length)],
          level,
          "item was " + verbs[verb]);
    }
    return scene;
  }

  private static EventSet part(LogStore store, double from, double to) {
    return new EventSet(
        store, new Selection(new Query.All(), new TimeRange(nanos(TODAY, from), nanos(TODAY, to))));
  }

  private static long nanos(String start, double second) {
    return EventTime.nanos(Instant.parse(start)) + (long) (second * 1e9);
  }
}

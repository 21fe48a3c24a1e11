// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.correlate.clock.Skews.Estimate;
import dev.clew.correlate.clock.Skews.Skew;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Events;
import dev.clew.store.ListLogStore;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SkewSearchTest {
  private static final Duration REQUEST = Duration.ofMillis(400);

  private final Events lines = new Events();
  private final List<LogEvent> events = new ArrayList<>();
  private final Random random = new Random(7);

  @Test
  void estimatesThreeHostsByTheirSpansWithinATenthOfARequest() {
    Map<String, Duration> ahead =
        Map.of(
            "web-1", Duration.ZERO,
            "pay-1", Duration.ofSeconds(-3_700),
            "db-1", Duration.ofMillis(1_234));
    for (int i = 0; i < 60; i++) {
      Instant begin = Events.START.plusSeconds(i * 10L);
      long there = 5L + random.nextInt(30);
      long back = 5L + random.nextInt(30);
      span("t" + i, "web-1", "a", "", begin, 400, ahead);
      span("t" + i, "pay-1", "b", "a", begin.plusMillis(there), 400 - there - back, ahead);
      span("t" + i, "db-1", "c", "b", begin.plusMillis(there + 20), 100, ahead);
    }

    Skews skews = find();

    assertThat(skews.skews()).hasSize(3);
    Duration reference = ahead.get(skews.reference().orElseThrow().name());
    for (Skew skew : skews.skews()) {
      Estimate estimate = skew.estimate().orElseThrow();
      Duration truth = ahead.get(skew.clock().name()).minus(reference);
      assertThat(Math.abs(estimate.nanos() - truth.toNanos()))
          .as(skew.toString())
          .isLessThanOrEqualTo(estimate.uncertainty());
    }
    long gap = ahead("pay-1", skews) - ahead("web-1", skews);
    assertThat(Math.abs(gap + Duration.ofSeconds(3_700).toNanos()))
        .isLessThan(REQUEST.toNanos() / 10);
  }

  @Test
  void keepsToWhatMostRequestsSayWhenSomeAreWrong() {
    for (int i = 0; i < 40; i++) {
      Instant begin = Events.START.plusSeconds(i * 10L);
      long wrong = i % 4 == 0 ? 90_000 + i : 0;
      span("t" + i, "web-1", "a", "", begin, 400, Map.of());
      span("t" + i, "pay-1", "b", "a", begin.plusMillis(10 + wrong), 380, Map.of());
    }

    long gap = ahead("pay-1", find()) - ahead("web-1", find());

    assertThat(Math.abs(gap)).isLessThan(Duration.ofMillis(10).toNanos());
  }

  @Test
  void leavesAHostUnknownThatNoRequestComparesWithAnother() {
    for (int i = 0; i < 5; i++) {
      Instant begin = Events.START.plusSeconds(i * 10L);
      span("t" + i, "web-1", "a", "", begin, 400, Map.of());
      span("t" + i, "pay-1", "b", "a", begin.plusMillis(10), 380, Map.of());
      span("lonely" + i, "cron-1", "z", "", begin, 50, Map.of());
    }

    Skew cron = skew("cron-1", find());

    assertThat(cron.estimate()).isEmpty();
    assertThat(cron.reason()).isEqualTo("no request went over it and another clock");
    assertThat(find().offsets().nanos()).isEmpty();
  }

  @Test
  void leavesAHostUnknownWhoseRequestsDisagree() {
    for (int i = 0; i < 20; i++) {
      Instant begin = Events.START.plusSeconds(i * 10L);
      span("t" + i, "web-1", "a", "", begin, 400, Map.of());
      span("t" + i, "pay-1", "b", "a", begin.plusSeconds(i * 100L), 380, Map.of());
    }

    assertThat(find().skews().getLast().estimate()).isEmpty();
    assertThat(find().skews().getLast().reason()).startsWith("its requests disagree");
  }

  @Test
  void takesNothingFromSpansThatCallThemselvesOrOutliveTheirCaller() {
    for (int i = 0; i < 5; i++) {
      Instant begin = Events.START.plusSeconds(i * 10L);
      span("t" + i, "web-1", "a", "a", begin, 10, Map.of());
      span("t" + i, "pay-1", "b", "a", begin.plusSeconds(60), 5_000, Map.of());
    }

    assertThat(skew("pay-1", find()).estimate().map(Estimate::requests).orElse(0)).isZero();
  }

  private long ahead(String host, Skews skews) {
    return skew(host, skews).estimate().orElseThrow().nanos();
  }

  private static Skew skew(String host, Skews skews) {
    return skews.skews().stream()
        .filter(skew -> skew.clock().name().equals(host))
        .findFirst()
        .orElseThrow();
  }

  private Skews find() {
    try (LogStore store = new ListLogStore()) {
      store.append(events, Map.of());
      store.refresh();
      return new SkewSearch(store).find(new Selection(new Query.All(), TimeRange.ALL), Until.NEVER);
    }
  }

  private void span(
      String trace,
      String host,
      String id,
      String parent,
      Instant begin,
      long millis,
      Map<String, Duration> ahead) {
    lines.at(begin.plus(ahead.getOrDefault(host, Duration.ZERO)));
    events.add(
        lines.event(
            "work",
            event ->
                event
                    .host(host)
                    .service(host.replaceAll("-.*", ""))
                    .traceId(trace)
                    .spanId(id)
                    .attribute("parent_id", parent)
                    .attribute("duration_ms", "" + millis)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.store.Grouping.ByTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT0.05S, 120, PT0.001S",
    "PT2M, 120, PT1S",
    "PT15M, 120, PT10S",
    "PT1H, 120, PT30S",
    "PT24H, 120, PT15M",
    "PT168H, 120, PT2H",
    "PT8760H, 120, PT168H",
    "PT1H, 2, PT30M",
  })
  void picksTheShortestRoundStepThatFits(Duration length, int most, Duration step) {
    assertThat(Steps.of(range(NOON, length), most, ZoneOffset.UTC).stepNanos())
        .isEqualTo(step.toNanos());
  }

  @Test
  void startsDaysAtLocalMidnight() {
    ByTime days = Steps.of(range(NOON, Duration.ofDays(20)), 30, ZoneId.of("Asia/Kolkata"));

    assertThat(EventTime.instant(days.start(EventTime.nanos(NOON))))
        .isEqualTo(Instant.parse("2026-11-20T18:30:00Z"));
  }

  @Test
  void neverGivesMoreStepsThanAskedFor() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 20_000; round++) {
      Instant from = NOON.plusNanos(random.nextLong(-1L << 60, 1L << 60));
      long length = random.nextLong(1, 1L << random.nextInt(1, 62));
      TimeRange range = range(from, Duration.ofNanos(length));
      int most = random.nextInt(2, 1_000);
      ByTime steps = Steps.of(range, most, ZoneId.of("America/St_Johns"));

      Set<Long> starts = new HashSet<>();
      for (int i = 0; i <= 50; i++) {
        starts.add(steps.start(range.from() + (length - 1) / 50 * i));
      }
      long last = steps.start(range.to() - 1);
      long first = steps.start(range.from());
      assertThat((last - first) / steps.stepNanos() + 1).isLessThanOrEqualTo(most);
      assertThat(starts).allMatch(start -> start >= first && start <= last);
    }
  }

  @Test
  void copesWithAllOfTime() {
    assertThat(Steps.of(TimeRange.ALL, 2, ZoneId.of("Asia/Kolkata")).stepNanos())
        .isEqualTo(Duration.ofDays(365 * 290L).toNanos());
  }

  private static TimeRange range(Instant from, Duration length) {
    return TimeRange.between(from, from.plus(length));
  }
}

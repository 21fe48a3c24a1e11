// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.EventTime;
import dev.clew.event.TimeQuality;
import dev.clew.event.TimeQuality.Doubt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CourseTest {
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  private final Course course = new Course();

  private boolean isLate(long second, TimeQuality quality) {
    EventTime time = EventTime.of(NOON.plusSeconds(second), quality);
    EventTime told = course.next(time);
    assertThat(told.epochNanos()).isEqualTo(time.epochNanos());
    return told.quality().doubts().contains(Doubt.LATE);
  }

  /** Which of the seconds are late, in their order. */
  private List<Long> late(LongStream seconds) {
    List<Long> late = new ArrayList<>();
    seconds.forEach(
        second -> {
          if (isLate(second, TimeQuality.ZONE_ASSUMED)) {
            late.add(second);
          }
        });
    return late;
  }

  @Test
  void tellsWhatStandsBehindATimeThatIsMoreThanAMinuteLater() {
    assertThat(late(LongStream.of(0, 1, 2, 3, 100, 200, 140, 139, 201, 10, 202)))
        .containsExactly(139L, 10L);
  }

  @Test
  void tellsNothingOfASourceThatListsItsNewestFirst() {
    assertThat(late(LongStream.range(0, 50).map(i -> -120 * i))).isEmpty();
  }

  @Test
  void takesTheCourseThatGoesOnForTheSourcesOwn() {
    LongStream two = LongStream.concat(LongStream.range(0, 500), LongStream.range(-5_000, -4_000));
    assertThat(late(two)).hasSize(Course.MEMORY);
  }

  @Test
  void oneTimeFarAheadMakesFewLate() {
    assertThat(late(LongStream.concat(LongStream.of(0, 1, 90_000), LongStream.range(2, 900))))
        .hasSizeLessThanOrEqualTo(Course.MEMORY);
  }

  @Test
  void comparesNoTimesThatAreInDoubtOrOfAnotherZone() {
    TimeQuality doubted = TimeQuality.ZONE_ASSUMED.doubting(Doubt.FOLD);
    IntStream.range(0, 10).forEach(i -> isLate(i, TimeQuality.ZONE_ASSUMED));
    assertThat(isLate(-3_600, doubted)).isFalse();
    assertThat(isLate(-3_600, TimeQuality.INHERITED)).isFalse();
    assertThat(isLate(-3_600, TimeQuality.EXACT)).isFalse();
    assertThat(isLate(-3_600, TimeQuality.ZONE_ASSUMED)).isTrue();
  }
}

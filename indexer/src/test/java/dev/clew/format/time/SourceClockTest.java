// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.TimeQuality;
import dev.clew.event.TimeQuality.Doubt;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SourceClockTest {
  private static List<Instant> read(String zone, String written, String... lines) {
    TimeScanner times = new TimeScanner(ZoneId.of(zone), Instant.parse(written));
    return Stream.of(lines).map(line -> read(times, line)).toList();
  }

  private static Instant read(TimeScanner times, String line) {
    assertThat(times.find(line, 160) || times.readClock(line, 0)).as(line).isTrue();
    return times.time().instant();
  }

  private static List<Instant> moments(String... texts) {
    return Stream.of(texts).map(Instant::parse).toList();
  }

  static Stream<ZoneOffset> zones() {
    return IntStream.rangeClosed(-12 * 2, 14 * 2)
        .mapToObj(half -> ZoneOffset.ofTotalSeconds(half * 1800));
  }

  @ParameterizedTest
  @MethodSource("zones")
  void takesTheNearestYearAroundNewYearInEveryZone(ZoneOffset zone) {
    for (int hour = -13; hour <= 13; hour++) {
      Instant written = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(hour * 3600L);
      TimeScanner times = new TimeScanner(zone, written);
      assertThat(read(times, "Dec 31 23:59:59 host x"))
          .isEqualTo(LocalDateTime.parse("2025-12-31T23:59:59").toInstant(zone));
      assertThat(read(times, "Jan  1 00:00:01 host x"))
          .isEqualTo(LocalDateTime.parse("2026-01-01T00:00:01").toInstant(zone));
      assertThat(times.time().quality().yearInferred()).isTrue();
    }
  }

  @Test
  void goesOnIntoTheNewYearInsideOfASource() {
    assertThat(
            read(
                "UTC",
                "2026-02-01T00:00:00Z",
                "Dec 30 10:00:00 h",
                "Dec 31 23:59:59 h",
                "Jan  1 00:00:00 h"))
        .isEqualTo(moments("2025-12-30T10:00:00Z", "2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z"));
  }

  @Test
  void followsASourceThatIsWrittenOn() {
    SourceClock clock =
        new SourceClock(
            ZoneOffset.UTC, TimeQuality.Zone.ASSUMED, Instant.parse("2025-12-20T00:00:00Z"));
    TimeScanner times = new TimeScanner(clock);
    clock.advance(Instant.parse("2026-01-05T00:00:00Z"));
    assertThat(read(times, "Jan  4 10:00:00 h")).isEqualTo(Instant.parse("2026-01-04T10:00:00Z"));
  }

  @Test
  void goesOnIntoTheNextDayWhenOnlyTheTimeOfDayIsNamed() {
    assertThat(
            read(
                "UTC",
                "2026-03-05T00:10:00Z",
                "22:00:00.000 a",
                "23:59:59.900 b",
                "23:59:59.800 b",
                "00:00:00.100 c",
                "00:05:00.000 d"))
        .isEqualTo(
            moments(
                "2026-03-04T22:00:00Z",
                "2026-03-04T23:59:59.900Z",
                "2026-03-04T23:59:59.800Z",
                "2026-03-05T00:00:00.100Z",
                "2026-03-05T00:05:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2025-10-26, 02:10:00, 02:50:00, 02:20:00, 2025-10-26T01:20:00Z",
    "Australia/Lord_Howe, 2025-04-06, 01:35:00, 01:59:00, 01:40:00, 2025-04-05T15:10:00Z",
    "America/Sao_Paulo, 2018-02-17, 23:10:00, 23:50:00, 23:20:00, 2018-02-18T02:20:00Z",
    "Africa/Casablanca, 2025-02-23, 02:10:00, 02:50:00, 02:20:00, 2025-02-23T02:20:00Z"
  })
  void tellsTheSecondPassByTheOrderOfTheLines(
      String zone, String date, String first, String later, String again, Instant expected) {
    TimeScanner times = new TimeScanner(ZoneId.of(zone), Instant.parse("2026-03-05T00:00:00Z"));
    Instant one = read(times, date + " " + first + " x");
    Instant two = read(times, date + " " + later + " x");
    assertThat(two).isAfter(one);
    assertThat(read(times, date + " " + again + " x")).isEqualTo(expected).isAfter(two);
    assertThat(times.time().quality().doubts()).contains(Doubt.FOLD);
  }

  @Test
  void takesLinesALittleOutOfOrderForTheFirstPass() {
    assertThat(
            read(
                    "Europe/Berlin",
                    "2026-03-05T00:00:00Z",
                    "2025-10-26 02:30:10 x",
                    "2025-10-26 02:30:08 x")
                .getLast())
        .isEqualTo(Instant.parse("2025-10-26T00:30:08Z"));
  }

  @Test
  void readsLinesAgainAfterARestartAsTheFirstTime() {
    SourceClock clock =
        new SourceClock(
            ZoneOffset.UTC, TimeQuality.Zone.ASSUMED, Instant.parse("2026-03-05T12:00:00Z"));
    TimeScanner times = new TimeScanner(clock);
    Instant first = read(times, "23:00:00.000 x");
    read(times, "01:00:00.000 x");
    clock.restart();
    assertThat(read(times, "23:00:00.000 x")).isEqualTo(first);
  }

  @Test
  void letsTheLinesOfASourceDecideWhetherTheDayComesFirst() {
    TimeScanner times = new TimeScanner(ZoneOffset.UTC, Instant.parse("2026-12-31T00:00:00Z"));
    read(times, "03/04/2026 10:11:12 x");
    assertThat(times.time().quality().doubts()).containsExactly(Doubt.DAY_ORDER);
    read(times, "31/03/2026 10:11:12 x");
    assertThat(read(times, "03/04/2026 10:11:12 x"))
        .isEqualTo(Instant.parse("2026-04-03T10:11:12Z"));
    assertThat(times.time().quality().doubts()).isEmpty();
  }

  @Test
  void saysThatARuleNamesTheZone() {
    SourceClock clock =
        new SourceClock(
            ZoneId.of("Asia/Kolkata"),
            TimeQuality.Zone.RULE,
            Instant.parse("2026-03-05T00:00:00Z"));
    TimeScanner times = new TimeScanner(clock);
    read(times, "2026-03-04 10:11:12 x");
    assertThat(times.time().quality().zone()).isEqualTo(TimeQuality.Zone.RULE);
    assertThat(read(times, "2026-03-04 10:11:12 IST x"))
        .isEqualTo(Instant.parse("2026-03-04T04:41:12Z"));
    assertThat(times.time().quality().doubts()).isEmpty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.TimeQuality;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeScannerTest {
  private static final Instant REFERENCE = Instant.parse("2026-03-05T00:00:00Z");

  private final TimeScanner times = new TimeScanner(ZoneOffset.UTC, REFERENCE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "2026-03-04T10:11:12.345678901Z > 2026-03-04T10:11:12.345678901Z",
        "2026-03-04 10:11:12,345 +0100 x > 2026-03-04T09:11:12.345Z",
        "[2026-03-04 10:11:12.345-05:00] > 2026-03-04T15:11:12.345Z",
        "2026-03-04 10:11:12.345+02 x > 2026-03-04T08:11:12.345Z",
        "2026-03-04 10:11:12 CEST [7] > 2026-03-04T08:11:12Z",
        "2026/03/04 10:11:12 [error] > 2026-03-04T10:11:12Z",
        "2026/3/4 - 1:02:03 | 200 > 2026-03-04T01:02:03Z",
        "26/03/04 10:11:12 INFO > 2026-03-04T10:11:12Z",
        "260304 101112 148 INFO > 2026-03-04T10:11:12Z",
        "20260304-10:11:12:345|x > 2026-03-04T10:11:12.345Z",
        "20260304T101112Z > 2026-03-04T10:11:12Z",
        "x - - [04/Mar/2026:10:11:12 +0100] > 2026-03-04T09:11:12Z",
        "04-Mar-2026 10:11:12.345 INFO > 2026-03-04T10:11:12.345Z",
        "31:M 04 Mar 2026 10:11:12.345 * > 2026-03-04T10:11:12.345Z",
        "Mar  4 10:11:12 host app: > 2026-03-04T10:11:12Z",
        "Mar 4, 2026 1:11:12 PM org > 2026-03-04T13:11:12Z",
        "[Wed Mar 04 10:11:12.345678 2026] > 2026-03-04T10:11:12.345678Z",
        "Wed Mar 4 10:11:12 UTC 2026 x > 2026-03-04T10:11:12Z",
        "Wed, 04 Mar 2026 10:11:12 GMT > 2026-03-04T10:11:12Z",
        "I0304 10:11:12.345678 7 a.go:1] > 2026-03-04T10:11:12.345678Z",
        "03/04/2026 10:11:12 x > 2026-03-04T10:11:12Z",
        "03/04/2026-10:11:12.25 x > 2026-03-04T10:11:12.250Z",
        "04.03.2026 10:11:12 x > 2026-03-04T10:11:12Z",
        "2026-063T10:11:12 x > 2026-03-04T10:11:12Z",
        "- 1772619072 2026.03.04 R02 2026-03-04-10.11.12.345678 x > 2026-03-04T10:11:12.345678Z",
        "app.log.2025-01-01_00:00:00 2026-03-04 10:11:12.345 x > 2026-03-04T10:11:12.345Z",
        "@4000000069a804fa2ab1c3d4 x > 2026-03-04T10:09:52.716293076Z"
      })
  void findsTheTimeOfALine(String line, Instant expected) {
    assertThat(times.find(line, 160)).isTrue();
    assertThat(times.time().instant()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.20.30.40 says hello", "version 1.2.3.4", "took 12:30 minutes", "2026-13-04 10:11:12",
        "2026-03-04 25:11:12", "order 2026-03-04", "at com.acme.Pay.main(Pay.java:10)", ""
      })
  void findsNoTimeWhereThereIsNone(String line) {
    assertThat(times.find(line, 160)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1772619072, 2026-03-04T10:11:12Z",
    "1772619072.345, 2026-03-04T10:11:12.345Z",
    "1772619072345, 2026-03-04T10:11:12.345Z",
    "1772619072345678, 2026-03-04T10:11:12.345678Z",
    "1772619072345678901, 2026-03-04T10:11:12.345678901Z",
    "2026-03-04T10:11:12Z, 2026-03-04T10:11:12Z"
  })
  void readsValues(String value, Instant expected) {
    assertThat(times.readValue(value)).isTrue();
    assertThat(times.time().instant()).isEqualTo(expected);
  }

  @Test
  void saysHowFarATimeCanBeTrusted() {
    times.read("2026-03-04T10:11:12Z", 0);
    assertThat(times.time().quality()).isEqualTo(TimeQuality.EXACT);
    times.read("2026-03-04T10:11:12", 0);
    assertThat(times.time().quality()).isEqualTo(TimeQuality.ZONE_ASSUMED);
    times.read("Mar  4 10:11:12", 0);
    assertThat(times.time().quality().yearInferred()).isTrue();
  }

  @Test
  void takesTheLastYearThatIsNotAfterTheFile() {
    times.read("Dec 31 23:59:59", 0);
    assertThat(times.time().instant()).isEqualTo(Instant.parse("2025-12-31T23:59:59Z"));
    times.read("Mar  5 12:00:00", 0);
    assertThat(times.time().instant()).isEqualTo(Instant.parse("2026-03-05T12:00:00Z"));
  }

  @Test
  void readsTimesWithoutAZoneInTheZoneGiven() {
    TimeScanner berlin = new TimeScanner(ZoneId.of("Europe/Berlin"), REFERENCE);
    berlin.read("2026-07-04 10:11:12", 0);
    assertThat(berlin.time().instant()).isEqualTo(Instant.parse("2026-07-04T08:11:12Z"));
    berlin.read("2026-01-04 10:11:12", 0);
    assertThat(berlin.time().instant()).isEqualTo(Instant.parse("2026-01-04T09:11:12Z"));
  }

  @Test
  void readsTheDayFirstWhenTold() {
    times.dayFirst(true);
    times.read("04/03/2026 10:11:12", 0);
    assertThat(times.time().instant()).isEqualTo(Instant.parse("2026-03-04T10:11:12Z"));
  }
}

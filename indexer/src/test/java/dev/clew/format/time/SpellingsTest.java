// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.TimeQuality.Doubt;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed in a pattern is read back as the same moment. */
class SpellingsTest {
  private static final List<String> ZONES =
      List.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe");
  private static final Instant WRITTEN = Instant.parse("2026-03-05T00:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSSXXX",
        "yyyy-MM-dd'T'HH:mm:ss.SSSX",
        "yyyy-MM-dd HH:mm:ss,SSS",
        "yyyy-MM-dd HH:mm:ss.SSSSSS xx",
        "yyyy/MM/dd HH:mm:ss",
        "yyyyMMdd'T'HHmmss'.'SSSX",
        "yyyyMMddHHmmssSSS",
        "yyyy-MM-dd-HH.mm.ss.SSSSSS",
        "yyyy-DDD'T'HH:mm:ss",
        "YYYY-'W'ww-e'T'HH:mm:ss",
        "dd/MMM/yyyy:HH:mm:ss xx",
        "dd-MMM-yyyy HH:mm:ss.SSS",
        "dd MMM yyyy HH:mm:ss.SSS",
        "dd.MM.yyyy HH:mm:ss",
        "EEE MMM dd HH:mm:ss.SSSSSS yyyy",
        "EEE, dd MMM yyyy HH:mm:ss xx",
        "MMMM d, yyyy h:mm:ss a",
        "MMM d, yyyy hh:mm:ss.SSS a",
        "yyyy-MM-dd HH:mm:ss VV",
        "MMM dd HH:mm:ss",
        "yyMMdd HH:mm:ss"
      })
  void readsBackWhatAPatternPrints(String pattern) {
    DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.UK);
    Random random = new Random(pattern.hashCode());
    for (int i = 0; i < 200; i++) {
      ZoneId zone = ZoneId.of(ZONES.get(i % ZONES.size()));
      Instant moment = WRITTEN.minusNanos((long) (random.nextDouble() * 360 * 86_400_000_000_000L));
      ZonedDateTime printed = moment.atZone(zone);
      String text = format.format(printed);
      TimeScanner times = new TimeScanner(zone, WRITTEN);
      assertThat(times.find(text + " x", 160)).as(text).isTrue();
      assertThat(times.end()).as(text).isEqualTo(text.length());
      if (!times.time().quality().doubts().contains(Doubt.FOLD)) {
        assertThat(times.time().instant()).as(text).isEqualTo(moment.truncatedTo(unit(pattern)));
      }
    }
  }

  private static ChronoUnit unit(String pattern) {
    return pattern.contains("SSSSSSSSS")
        ? ChronoUnit.NANOS
        : pattern.contains("SSSSSS")
            ? ChronoUnit.MICROS
            : pattern.contains("SSS") ? ChronoUnit.MILLIS : ChronoUnit.SECONDS;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.EventTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTimeTest {
  private static final Reference REFERENCE =
      new Reference(
          Instant.parse("2026-03-12T10:00:00Z"),
          Optional.of(Instant.parse("2026-03-10T14:20:00Z")),
          ZoneId.of("UTC"),
          service ->
              service.equals("checkout")
                  ? Optional.of(Instant.parse("2026-03-10T14:02:00Z"))
                  : Optional.empty());

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "error last 15m => 2026-03-12T09:45:00Z to 2026-03-12T10:00:00Z",
        "last 2h error => 2026-03-12T08:00:00Z to 2026-03-12T10:00:00Z",
        "14:00-14:30 error => 2026-03-10T14:00:00Z to 2026-03-10T14:30:00Z",
        "23:30-0:30 => 2026-03-09T23:30:00Z to 2026-03-10T00:30:00Z",
        "error around 14:12:31 +-5m => 2026-03-10T14:07:31Z to 2026-03-10T14:17:31Z",
        "around 14:12 ±30s => 2026-03-10T14:11:30Z to 2026-03-10T14:12:30Z",
        "yesterday => 2026-03-11T00:00:00Z to 2026-03-12T00:00:00Z",
        "yesterday 9-17 Asia/Tokyo => 2026-03-11T00:00:00Z to 2026-03-11T08:00:00Z",
        "yesterday 9-17 Europe/London => 2026-03-11T09:00:00Z to 2026-03-11T17:00:00Z",
        "error today 9:30-10:00 | stats count => 2026-03-12T09:30:00Z to 2026-03-12T10:00:00Z",
        "error since deploy checkout => 2026-03-10T14:02:00Z to 2262-04-11T23:47:16.854775807Z",
      })
  void readsTimesAtTheStartOrTheEnd(String text, String meaning) {
    TypedTime typed = TypedTime.of(text, REFERENCE);
    var range = typed.range().orElseThrow();
    assertThat(EventTime.instant(range.from()) + " to " + EventTime.instant(range.to()))
        .isEqualTo(meaning);
    assertThat(typed.text()).hasSameSizeAs(text).doesNotContain("1", "y");
    assertThat(typed.notice()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "last",
        "the last 15m of",
        "\"last 15m\"",
        "14:00",
        "10:00:00 INFO started",
        "around here",
        "yesterday's news",
        "since deploy",
        "a 14:00-14:30 b",
        "25:00-26:00",
        "last 0m",
        "1-2",
        "",
      })
  void leavesOtherTextAlone(String text) {
    assertThat(TypedTime.of(text, REFERENCE).range()).isEmpty();
    assertThat(TypedTime.of(text, REFERENCE).text()).isEqualTo(text);
  }

  @Test
  void saysWhenADeployIsNotKnown() {
    TypedTime typed = TypedTime.of("since deploy nothing", REFERENCE);
    assertThat(typed.text()).isEqualTo("since deploy nothing");
    assertThat(typed.notice().orElseThrow().message()).contains("no deploy is known");
  }
}

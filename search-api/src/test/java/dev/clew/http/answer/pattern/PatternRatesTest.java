// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternRatesTest {

  @ParameterizedTest
  @CsvSource({
    "100, 100, same",
    "0, 40, gone",
    "40, 0, new",
    "300, 100, more",
    "30, 100, less",
    "6, 3, same",
    "120000, 100000, same",
  })
  void comparesEqualStretches(long now, long before, String kind) {
    assertThat(new PatternRates(60, 60, 1_000).kind(now, before)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"100, 25, same", "100, 100, less", "400, 25, more"})
  void comparesRatesWhenTheEarlierTimeIsAQuarterAsLong(long now, long before, String kind) {
    assertThat(new PatternRates(60, 15, 1_000).kind(now, before)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"100", "1"})
  void tellsNoDifferenceFromNothing(long now) {
    assertThat(new PatternRates(60, 0, 0).kind(now, 0)).isEqualTo("same");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestNamesTest {
  @ParameterizedTest
  @CsvSource({
    "'--- com.acme.PriceTest::addsUp', PriceTest, addsUp",
    "'com.acme.PriceTest#addsUp  Time elapsed: 0.1 s', PriceTest, addsUp",
    "'1) addsUp(com.acme.PriceTest)', PriceTest, addsUp",
    "'FAILED tests/unit/test_price.py::TestPrice::test_adds_up - assert 1 == 2', test_price, test_adds_up",
    "'FAILED tests/test_price.py::test_adds_up', test_price, test_adds_up"
  })
  void readsWhatTestRunnersPrint(String line, String file, String function) {
    TestNames names = TestNames.in("something failed\n" + line);
    assertThat(names.files()).containsExactly(file);
    assertThat(names.functions()).containsExactly(function);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call to shop::Price failed",
        "see https://example.org/a#b",
        "std::vector::at: out of range",
        "no answer in 2500 ms"
      })
  void takesNothingElseForATest(String line) {
    assertThat(TestNames.in(line).functions()).isEmpty();
  }
}

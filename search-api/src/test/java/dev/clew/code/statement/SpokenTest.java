// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTest {
  private final Spoken spoken =
      new Spoken(new Printed("charge of  order 17 took 31000 ms at Zürich", "", "shop.Gate"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "log.info(\"charge of order {} took {} ms\", id, ms) | 13",
        "log.Printf(\"charge of order %d took %-5d ms\", id, ms) | 13",
        "log.info(\"charge of order \" + id + \" took \" + ms) | 13",
        "logging.info('charge of order %(id)s took', ...)      | 13",
        "console.log(`charge of order ${id} took ${ms}`)       | 13",
        "log.info(\"order \\u0031 at Zürich\")               | 5",
        "getLogger(\"shop.Gate\")                             | 3",
        "log.info(\"refund of order {} took {} ms\", id, ms)  | 4",
        "charge(of, order)                                   | 0",
        "                                                    | 0",
      })
  void tellsTheLettersOfTheLongestPieceThatTheMessageHolds(String source, int letters) {
    byte[] bytes = source == null ? new byte[0] : source.getBytes(StandardCharsets.UTF_8);
    assertThat(spoken.longest(bytes)).isEqualTo(letters);
  }
}

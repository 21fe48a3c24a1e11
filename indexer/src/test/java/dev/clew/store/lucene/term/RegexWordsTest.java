// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "connection refused ~ *connection refu?ed*",
        "order-\\d+ failed ~ *order failed*",
        "timeout after [0-9]+ ms ~ *timeout after m?*",
        "block_1[0-9]*77\\b ~ *block 1* *77*",
        "colou?r ~ *colo* *r*",
        "ab{2,3}c ~ *a* *c*",
        "key=(one.two) end ~ *key end*",
        "a\\.b\\/c ~ *a b c*",
        "foo+bar ~ *foo* *bar*",
        "one.two|three ~ ``",
        "(?:one.two).three ~ *three*",
        "\\x41bc ~ ``",
        "[]a]x ~ *x*",
        "[[:alpha:]]y ~ *y*"
      })
  void namesWordsThatStandInEveryMatch(String expression, String globs) {
    List<String> expected = globs.isBlank() ? List.of() : Arrays.asList(globs.split(" "));
    assertThat(RegexWords.of(expression)).isEqualTo(expected);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexRunsTest {
  private static final List<String> PIECES =
      List.of(
          "blk", "_1", "[0-9]*", "77", "\\b", "K", "s+", "x?", "(a|b)", ".", "^", "$", "ü", "\\.",
          "y{2,3}", "(?:no)", "\\d", "|", " ", "?", "*", "{2}");
  private static final List<String> TEXTS =
      List.of(
          "blk", "BLK", "_1", "177", "77", "k", "\u212a", "ſ", "s", "x", "a", "ü", "yy", ".", " ");

  @ParameterizedTest
  @CsvSource({
    "blk_1[0-9]*77\\b, blk_1 77",
    "colou?r, colo r",
    "a|b, ''",
    "foo+bar, foo bar",
    "(?i)Timeout, Timeout",
    "\\Qa.b\\E, ''"
  })
  void areWhatStandsOutsideOfGroups(String expression, String runs) {
    assertThat(String.join(" ", RegexRuns.of(expression))).isEqualTo(runs);
  }

  /** A quick look must not hide what the expression finds. */
  @Test
  void neverHideAMatch() {
    Random random = new Random(5);
    int found = 0;
    int looked = 0;
    for (int i = 0; i < 40_000; i++) {
      String expression = some(random, PIECES);
      String text = some(random, TEXTS);
      Query.Regex regex;
      try {
        regex = new Query.Regex("msg", expression);
      } catch (IllegalArgumentException e) {
        continue;
      }
      boolean plain =
          Pattern.compile(regex.expression(), Pattern.CASE_INSENSITIVE).matcher(text).find();
      assertThat(regex.fits(text)).as("%s in %s", expression, text).isEqualTo(plain);
      found += plain ? 1 : 0;
      looked++;
    }
    assertThat(looked).isGreaterThan(20_000);
    assertThat(found).isBetween(looked / 20, looked - looked / 20);
  }

  private static String some(Random random, List<String> parts) {
    StringBuilder built = new StringBuilder();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      built.append(parts.get(random.nextInt(parts.size())));
    }
    return built.toString();
  }
}

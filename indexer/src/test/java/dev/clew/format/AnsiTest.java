// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsiTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "^[31mred^[0m plain|red plain",
        "^[38;2;1;2;3mx^[m|x",
        "a^[2Kb^[6nc|abc",
        "^]8;;javascript:alert(1)^\\link^]8;;^\\ after|link after",
        "^]0;title%text|text",
        "^Pq#0;2;0;0;0^\\after|after",
        "^_app^\\x^^pm^\\y^Xsos^\\z|xyz",
        "^(Bascii^)0|ascii",
        "^=keypad^>|keypad",
        "end^|end",
        "^[|''",
        "~31mred|red",
        "B<BO<OL<LD<D|BOLD",
        "_<u_<n|un",
        "real$fake|real fake",
        "ab<c|abc",
        "^]never closed|never closed",
        "^éa|éa"
      })
  void leavesTextOnly(String coded, String plain) {
    assertThat(
            Ansi.strip(
                coded
                    .replace("^^", "\u001b^")
                    .replaceAll("(?<!\u001b)\\^", "\u001b")
                    .replace('%', '\u0007')
                    .replace('~', '\u009b')
                    .replace('<', '\b')
                    .replace('$', '\r')))
        .isEqualTo(plain);
  }

  @Test
  void returnsTheSameTextWhenNothingIsInIt() {
    String text = "2026-03-04 naïve \t text";
    assertThat(Ansi.strip(text)).isSameAs(text);
  }
}

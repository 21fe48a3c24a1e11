// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void separatesAtEverythingButLettersDigitsAndMarks() {
    assertThat(Words.of("com.acme.Pay(Foo.java:12) order_id=A-17"))
        .containsExactly("com", "acme", "pay", "foo", "java", "12", "order", "id", "a", "17");
    assertThat(Words.of("Zoe\u0308 \u00c9T\u00c9")).containsExactly("zoe\u0308", "\u00e9t\u00e9");
    assertThat(Words.of("--> [] \uFFFD \uD83D\uDE00")).isEmpty();
  }

  @Test
  void givesScriptsWithoutSpacesOneWordACharacter() {
    assertThat(Words.of("接続エラーlog")).startsWith("接", "続", "エ", "ラ").endsWith("log");
  }

  @Test
  void cutsWhatIsTooLongIntoNeighbours() {
    assertThat(Words.of("x".repeat(600))).extracting(String::length).containsExactly(256, 256, 88);
  }

  @Test
  void foldsEachCharacterByItself() {
    assertThat(Words.fold("\u0130STANBUL \uD801\uDC00")).isEqualTo("istanbul \uD801\uDC28");
    assertThat(Words.fold("plain")).isSameAs("plain");
  }
}

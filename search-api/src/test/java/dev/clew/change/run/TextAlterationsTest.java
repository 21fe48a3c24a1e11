// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextAlterationsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pool.size=20              | pool.size=5               | pool.size | 20   | 5",
        "pool_size: 20             | pool_size: 5              | pool_size | 20   | 5",
        "- name: a                 | - name: b                 | name      | a    | b",
        "\"mode\": \"0644\",       | \"mode\": \"0600\",       | mode      | 0644 | 0600",
        "export LIMIT='20'         | export LIMIT='5'          | LIMIT     | 20   | 5",
        "worker_connections 1024;  | worker_connections 512;   | worker_connections | 1024 | 512",
        "MaxClients 150            | MaxClients 50             | MaxClients | 150 | 50",
        "<timeout unit=\"s\">30</timeout> | <timeout unit=\"s\">3</timeout> | timeout | 30 | 3"
      })
  void readsTheSettingOfALine(String before, String after, String key, String old, String now) {
    assertThat(TextAlterations.between("first\n" + before + "\n", "first\n" + after))
        .containsExactly(new Alteration(key, old, now));
    assertThat(
            TextAlterations.ofDiff(
                "--- a\n+++ b\n@@ -1,2 +1,2 @@\n first\n-" + before + "\n+" + after + "\n"))
        .containsExactly(new Alteration(key, old, now));
  }

  @Test
  void namesTheSectionOfASetting() {
    assertThat(
            TextAlterations.between(
                "[web]\nsize=1\n[db]\nsize=2\n", "[web]\nsize=1\n[db]\nsize=3\n"))
        .containsExactly(new Alteration("db.size", "2", "3"));
  }

  @Test
  void tellsWhatWasAddedAndWhatIsGone() {
    assertThat(TextAlterations.between("a=1\nb=2\n", "b=2\nc=3\n"))
        .containsExactly(new Alteration("a", "1", null), new Alteration("c", null, "3"));
  }

  @Test
  void tellsOtherLinesTogetherAndSaysNothingOfLinesThatMoved() {
    assertThat(TextAlterations.between("one two three\nx\ny\n", "y\nx\none two four\n# new\n"))
        .containsExactly(new Alteration("content", "one two three", "one two four ⏎ # new"));
    assertThat(TextAlterations.ofDiff("@@ -1,2 +1,2 @@\n-a=1\n b=2\n+a=1\n")).isEmpty();
  }

  @Test
  void joinsTheValuesOfASettingThatStandsManyTimes() {
    assertThat(TextAlterations.between("server=a\nserver=b\n", "server=b\nserver=c\nserver=d\n"))
        .containsExactly(new Alteration("server", "a", "c, d"));
  }

  @Test
  void saysHowManySettingsAndCharactersItLeavesOut() {
    String many =
        IntStream.range(0, TextAlterations.MOST + 7)
            .mapToObj(i -> "key" + i + "=" + i)
            .collect(Collectors.joining("\n"));

    assertThat(TextAlterations.between("", many))
        .hasSize(TextAlterations.MOST + 1)
        .last()
        .isEqualTo(new Alteration("7 further settings", null, null));
    assertThat(TextAlterations.between("", "a=" + "x".repeat(600)).getFirst().after())
        .endsWith("x… (100 more characters)");
  }
}

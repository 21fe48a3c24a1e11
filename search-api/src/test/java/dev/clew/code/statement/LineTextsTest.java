// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineTextsTest {
  @TempDir private Path temp;

  @Test
  void aLanguageWithoutGrammarIsSearchedByItsStringConstants() {
    GitFixture git = GitFixture.in(temp);
    String head =
        git.file(
                "lib/gate.swift",
                "// charge failed for order 7 after 12 ms",
                "log.warning(\"charge failed for order %d after %d ms\", order, ms)")
            .commit("one", "ann", Instant.EPOCH);
    try (GitRepository repository = git.open()) {
      Match found =
          new Statements(repository)
              .find(new Printed("charge failed for order 7 after 12 ms", "", ""), head, 1)
              .getFirst();
      assertThat(found.statement().said().first()).isEqualTo(2);
      assertThat(found.values()).extracting(Match.Value::value).containsExactly("7", "12");
    }
  }

  @Test
  void ofLinesOfAHunkThoseFitWhoseFixedPartsStandInTheMessage() {
    assertThat(
            LineTexts.fitting(
                "a.py",
                List.of("log(f\"shipped parcel {parcel} to {town}\")", "log(\"shipped {} by\")"),
                "shipped parcel 12 to Ulm"))
        .extracting(found -> found.line() + " " + found.letters())
        .containsExactly("1 15");
  }

  @Test
  void countsOnlyFixedPartsInOrder() {
    assertThat(LineTexts.explained("took %d ms for %s", "took 12 ms for a")).isEqualTo(9);
    assertThat(LineTexts.explained("for {} took", "took 12 ms for a")).isZero();
    assertThat(LineTexts.explained("{}", "anything")).isZero();
  }
}

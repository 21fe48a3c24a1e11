// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.code.CodeLexer;
import dev.clew.code.DiffHunk;
import dev.clew.code.DiffHunk.Line;
import dev.clew.code.DiffHunk.Op;
import dev.clew.code.FileDiff;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditsTest {

  @Test
  void findsAValueThatChangedThroughUnitsAndProducts() {
    assertThat(change("a.go", "ctx, 5*time.Second)", "ctx, 300*time.Millisecond)"))
        .satisfies(
            found -> {
              assertThat(found.before()).isEqualTo(5000);
              assertThat(found.after()).contains(300.0);
            });
    assertThat(
            change("A.java", "int x = Duration.ofSeconds(2);", "int x = Duration.ofMillis(500);")
                .after())
        .contains(500.0);
    assertThat(change("c.yaml", "pool_size: 50", "pool_size: 10").before()).isEqualTo(50);
  }

  @Test
  void findsAConstantThatIsGoneWithItsName() {
    assertThat(change("a.go", "const leeway = 120 * time.Second", ""))
        .satisfies(
            found -> {
              assertThat(found.before()).isEqualTo(120_000);
              assertThat(found.after()).isEmpty();
            });
    assertThat(ValueChange.in(edits("a.go", "const leeway = 120", "var leeway = config(120)")))
        .isEmpty();
  }

  @Test
  void knowsLayoutAndMovedCodeFromChanges() {
    assertThat(edits("a.go", "x := f( a )", "x := f(a) // same").isOnlyLayout()).isTrue();
    assertThat(edits("a.go", "x := f(a)", "x := f(b)").isOnlyLayout()).isFalse();
    assertThat(
            edits(
                    "a.go",
                    "claims := parse(raw, key)",
                    "func parseClaims() { claims := parse(raw, key)")
                .movedShare())
        .isEqualTo(1);
    assertThat(edits("a.go", "claims := parse(raw, key)", "other(thing)").movedShare()).isZero();
  }

  @Test
  void namesNumbersTheSameWayInMessagesAndInCode() {
    assertThat(Quantities.inText("no answer in 2500 ms (attempt 2)"))
        .containsExactly("2500", "2500ms");
    assertThat(Quantities.inText("took 2.5 s at 10.0.0.1:8080 status 503"))
        .containsExactly("2.5", "2500ms");
    assertThat(Quantities.inCode(CodeLexer.tokensOfLine("a.go", "t := 5 * time.Second")))
        .contains("5000ms");
  }

  private static ValueChange change(String file, String gone, String come) {
    return ValueChange.in(edits(file, gone, come)).get(0);
  }

  private static Edits edits(String file, String gone, String come) {
    List<Line> lines = new ArrayList<>(List.of(new Line(Op.REMOVED, gone, 1, 0)));
    if (!come.isEmpty()) {
      lines.add(new Line(Op.ADDED, come, 0, 1));
    }
    return new Edits(
        List.of(
            new FileDiff(
                FileDiff.Kind.MODIFIED,
                file,
                file,
                List.of(new DiffHunk(file, 1, 1, lines)),
                null)));
  }
}

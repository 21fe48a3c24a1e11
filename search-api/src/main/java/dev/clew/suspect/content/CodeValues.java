// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.content;

import dev.clew.code.CodeLexer.Kind;
import dev.clew.code.CodeLexer.Token;
import dev.clew.code.FileKind;
import dev.clew.suspect.edit.Edits;
import dev.clew.suspect.edit.Quantities;
import dev.clew.suspect.edit.ValueChange;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** Numbers in code that a commit replaces or takes away, by the name they are given to. */
final class CodeValues {
  private CodeValues() {}

  static List<Content> of(Edits edits) {
    return ValueChange.in(edits).stream()
        .filter(change -> FileKind.of(change.line().file()).isCode())
        .filter(change -> !MigrationLines.isMigration(change.line().file()))
        .flatMap(change -> content(change).stream())
        .toList();
  }

  private static Optional<Content> content(ValueChange change) {
    List<Token> tokens = change.line().tokens();
    return name(tokens)
        .map(
            name ->
                new Content(
                    Content.Kind.VALUE,
                    name,
                    plain(change.before()),
                    change.after().map(CodeValues::plain).orElse(null),
                    "",
                    change.line().file(),
                    change.line().number()));
  }

  /** The function that is called with it, else what stands before the sign that sets it. */
  private static Optional<String> name(List<Token> tokens) {
    String called = null;
    String set = null;
    for (int i = 1; i < tokens.size() && tokens.get(i).kind() != Kind.NUMBER; i++) {
      Token before = tokens.get(i - 1);
      boolean sets = tokens.get(i).is("=") || tokens.get(i).is(":=") || tokens.get(i).is(":");
      if (before.kind() == Kind.WORD && !Quantities.isUnit(before.text())) {
        called = tokens.get(i).is("(") ? before.text() : called;
        set = sets && set == null ? before.text() : set;
      }
      called = tokens.get(i).is(")") ? null : called;
    }
    return Optional.ofNullable(called == null ? set : called);
  }

  private static String plain(double number) {
    BigDecimal exact = new BigDecimal(number, MathContext.DECIMAL64).stripTrailingZeros();
    return exact.scale() < -15 ? exact.toString() : exact.toPlainString();
  }
}

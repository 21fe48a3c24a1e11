// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.content;

import dev.clew.code.CodeLexer.Kind;
import dev.clew.code.CodeLexer.Token;
import dev.clew.suspect.edit.Edits;
import dev.clew.suspect.edit.FileKind;
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
        .filter(change -> FileKind.of(change.line().file()) == FileKind.CODE)
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

  /** What stands before the sign that sets it, else the function that is called with it. */
  private static Optional<String> name(List<Token> tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      boolean sets = tokens.get(i).is("=") || tokens.get(i).is(":=") || tokens.get(i).is(":");
      if (sets && tokens.get(i - 1).kind() == Kind.WORD) {
        return Optional.of(tokens.get(i - 1).text());
      }
    }
    String called = null;
    for (int i = 1; i < tokens.size() && tokens.get(i).kind() != Kind.NUMBER; i++) {
      if (tokens.get(i).is("(") && tokens.get(i - 1).kind() == Kind.WORD) {
        called = tokens.get(i - 1).text();
      }
    }
    return Optional.ofNullable(called);
  }

  private static String plain(double number) {
    BigDecimal exact = new BigDecimal(number, MathContext.DECIMAL64).stripTrailingZeros();
    return exact.scale() < -15 ? exact.toString() : exact.toPlainString();
  }
}

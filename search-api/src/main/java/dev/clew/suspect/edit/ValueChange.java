// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.edit;

import dev.clew.code.CodeLexer.Kind;
import dev.clew.code.CodeLexer.Token;
import dev.clew.code.DiffHunk.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A number in the code that a commit replaced by another, or took away with its name.
 *
 * @param line the line after, or the removed line when it has no successor
 * @param before the number before, in milliseconds for a duration
 * @param after the number after; empty when the value is gone
 * @param name the words around the number
 */
public record ValueChange(Edits.CodeLine line, double before, Optional<Double> after, String name) {

  /** All value changes of a commit. */
  public static List<ValueChange> in(Edits edits) {
    List<ValueChange> found = new ArrayList<>();
    List<Edits.CodeLine> added = new ArrayList<>(edits.added());
    for (Edits.CodeLine gone : edits.removed()) {
      List<Double> before = Quantities.values(gone.tokens());
      if (before.isEmpty()) {
        continue;
      }
      Optional<Edits.CodeLine> successor =
          added.stream()
              .filter(come -> come.file().equals(gone.file()) && shape(come).equals(shape(gone)))
              .findFirst();
      if (successor.isPresent()) {
        added.remove(successor.get());
        differing(successor.get(), before).ifPresent(found::add);
      } else if (declares(gone) && isNameGone(gone, edits)) {
        found.add(new ValueChange(gone, before.get(0), Optional.empty(), name(gone)));
      }
    }
    return found;
  }

  private static Optional<ValueChange> differing(Edits.CodeLine come, List<Double> before) {
    List<Double> after = Quantities.values(come.tokens());
    for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
      if (!before.get(i).equals(after.get(i))) {
        return Optional.of(
            new ValueChange(come, before.get(i), Optional.of(after.get(i)), name(come)));
      }
    }
    return Optional.empty();
  }

  /** The line with its numbers and units left open. */
  private static String shape(Edits.CodeLine line) {
    return line.tokens().stream()
        .map(
            token ->
                token.kind() == Kind.NUMBER
                        || (token.kind() == Kind.WORD && Quantities.isUnit(token.text()))
                    ? "#"
                    : token.text())
        .collect(Collectors.joining(" "));
  }

  private static boolean declares(Edits.CodeLine line) {
    return line.tokens().stream().anyMatch(token -> token.is("=") || token.is(":"));
  }

  private static boolean isNameGone(Edits.CodeLine gone, Edits edits) {
    Optional<String> name =
        gone.tokens().stream()
            .takeWhile(token -> !token.is("=") && !token.is(":"))
            .filter(token -> token.kind() == Kind.WORD)
            .map(Token::text)
            .reduce((a, b) -> b);
    return name.isPresent()
        && edits.added().stream()
            .flatMap(line -> line.tokens().stream())
            .noneMatch(token -> token.is(name.get()));
  }

  private static String name(Edits.CodeLine line) {
    return line.tokens().stream()
        .filter(token -> token.kind() == Kind.WORD && !Quantities.isUnit(token.text()))
        .map(Token::text)
        .collect(Collectors.joining(" "));
  }

  /** True when the change was made on the added side. */
  public boolean isReplaced() {
    return line.op() == Op.ADDED;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.edit;

import dev.clew.code.CodeLexer.Kind;
import dev.clew.code.CodeLexer.Token;
import dev.clew.code.DiffHunk.Op;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    Map<String, Deque<Edits.CodeLine>> added = new HashMap<>();
    Set<String> words = new HashSet<>();
    for (Edits.CodeLine come : edits.added()) {
      come.tokens().stream()
          .filter(token -> token.kind() == Kind.WORD)
          .forEach(token -> words.add(token.text()));
      if (hasNumber(come)) {
        added.computeIfAbsent(place(come), place -> new ArrayDeque<>()).add(come);
      }
    }
    for (Edits.CodeLine gone : edits.removed()) {
      List<Double> before = hasNumber(gone) ? Quantities.values(gone.tokens()) : List.of();
      if (before.isEmpty()) {
        continue;
      }
      Edits.CodeLine successor = added.getOrDefault(place(gone), new ArrayDeque<>()).poll();
      if (successor != null) {
        differing(successor, before).ifPresent(found::add);
      } else if (declares(gone) && isNameGone(gone, words)) {
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

  private static boolean hasNumber(Edits.CodeLine line) {
    return line.tokens().stream().anyMatch(token -> token.kind() == Kind.NUMBER);
  }

  private static String place(Edits.CodeLine line) {
    return line.file() + '\n' + shape(line);
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

  private static boolean isNameGone(Edits.CodeLine gone, Set<String> added) {
    Optional<String> name =
        gone.tokens().stream()
            .takeWhile(token -> !token.is("=") && !token.is(":"))
            .filter(token -> token.kind() == Kind.WORD)
            .map(Token::text)
            .reduce((a, b) -> b);
    return name.isPresent() && !added.contains(name.get());
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

// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.code.CodeLexer.Kind;
import dev.clew.code.statement.LineTexts;
import dev.clew.code.statement.LineTexts.Fitting;
import dev.clew.suspect.edit.Edits;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import dev.clew.suspect.symptom.Symptom;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The commit introduced the statement that prints a message of the failure. */
final class NewMessageClue implements CommitClue {
  private static final double FRESH = 0.38;
  private static final double KNOWN = 0.12;

  /** Share of a message's letters that a constant must explain. */
  private static final double MIN_SHARE = 0.4;

  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    Stream<Symptom.Message> said =
        Stream.concat(
            scene.symptom().messages().stream(),
            scene.symptom().exceptionTexts().stream()
                .map(text -> new Symptom.Message(text, null, 1, true, null)));
    return said
        .flatMap(
            message ->
                introduced(candidate.edits(), message).stream()
                    .map(found -> evidence(found, message)))
        .max(Comparator.comparingDouble(Evidence::weight))
        .stream()
        .toList();
  }

  private static Optional<Fitting> introduced(Edits edits, Symptom.Message message) {
    long letters = message.text().chars().filter(Character::isLetter).count();
    return edits.added().stream()
        .filter(line -> line.tokens().stream().anyMatch(token -> token.kind() == Kind.STRING))
        .flatMap(
            line ->
                LineTexts.fitting(line.file(), List.of(line.text()), message.text()).stream()
                    .map(
                        found ->
                            new Fitting(
                                found.path(), line.number(), found.literal(), found.letters())))
        .filter(found -> found.letters() >= MIN_SHARE * letters)
        .filter(
            found ->
                edits.removed().stream().noneMatch(line -> line.text().contains(found.literal())))
        .max(Comparator.comparingInt(Fitting::letters));
  }

  private static Evidence evidence(Fitting found, Symptom.Message message) {
    return new Evidence(
        message.fresh() ? FRESH : KNOWN,
        "introduced the message \"%s\"".formatted(shortened(found.literal()))
            + (message.fresh() ? ", never seen before" : ""),
        found.path(),
        found.line(),
        message.event());
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 59) + "…";
  }
}

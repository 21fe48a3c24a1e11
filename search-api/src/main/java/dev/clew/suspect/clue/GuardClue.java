// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.code.CodeLexer.Kind;
import dev.clew.suspect.edit.Edits;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import dev.clew.suspect.symptom.Topic;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The commit took away a check that kept a failure out, and put no equal one in its place. */
final class GuardClue implements CommitClue {
  private static final double NULL_TOPIC = 0.4;
  private static final double SAME_TOPIC = 0.2;
  private static final double OTHER_TOPIC = 0.1;

  /** What a check counts that is in none of the files that failed, where these are known. */
  private static final double OFF_PATH = 0.3;

  private static final Set<String> NOTHING =
      Set.of(
          "null",
          "nil",
          "None",
          "undefined",
          "isPresent",
          "isEmpty",
          "nonNull",
          "requireNonNull",
          "Optional",
          "orElse");
  private static final Set<String> KEEPERS =
      Set.of(
          "catch",
          "except",
          "rescue",
          "recover",
          "synchronized",
          "lock",
          "Lock",
          "unlock",
          "Unlock",
          "close",
          "Close",
          "finally",
          "validate",
          "verify",
          "check",
          "allow",
          "flush",
          "rollback");

  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    Edits edits = candidate.edits();
    Set<String> kept =
        edits.added().stream().map(Edits.CodeLine::plain).collect(Collectors.toSet());
    Optional<Edits.CodeLine> lost =
        edits.removed().stream()
            .filter(GuardClue::isGuard)
            .filter(line -> !kept.contains(line.plain()))
            .filter(line -> !guardsAgain(line, edits))
            .findFirst();
    return lost.map(line -> evidence(line, scene)).stream().toList();
  }

  private static Evidence evidence(Edits.CodeLine line, Scene scene) {
    Set<Topic> about = EnumSet.noneOf(Topic.class);
    about.addAll(Topic.of(line.text()));
    if (mentions(line, NOTHING)) {
      about.add(Topic.NULL);
    }
    Set<Topic> shared = Topic.shared(about, scene.topics());
    String text =
        "takes away a check: "
            + line.text().strip()
            + (shared.isEmpty()
                ? ""
                : "; the failure is about " + shared.iterator().next().title());
    boolean offPath =
        !scene.code().files().isEmpty() && !scene.code().files().containsKey(line.file());
    double weight = weight(shared) * (offPath ? OFF_PATH : 1);
    return Evidence.at(weight, text, line.file(), line.number());
  }

  private static double weight(Set<Topic> shared) {
    return shared.isEmpty() ? OTHER_TOPIC : shared.contains(Topic.NULL) ? NULL_TOPIC : SAME_TOPIC;
  }

  private static boolean isGuard(Edits.CodeLine line) {
    boolean condition =
        line.tokens().stream()
            .anyMatch(
                token ->
                    token.is("if") || token.is("unless") || token.is("assert") || token.is("?"));
    // a Go error check comes and goes with the call it belongs to
    boolean errorCheck =
        line.tokens().stream().anyMatch(token -> token.is("err") || token.is("error"));
    return (condition && mentions(line, NOTHING) && !errorCheck) || mentions(line, KEEPERS);
  }

  /** True when an added line checks the same thing in other words. */
  private static boolean guardsAgain(Edits.CodeLine lost, Edits edits) {
    Set<String> words = words(lost);
    return edits.added().stream()
        .filter(GuardClue::isGuard)
        .anyMatch(line -> words(line).stream().filter(words::contains).count() * 2 >= words.size());
  }

  private static Set<String> words(Edits.CodeLine line) {
    return line.tokens().stream()
        .filter(token -> token.kind() == Kind.WORD)
        .map(token -> token.text())
        .collect(Collectors.toSet());
  }

  private static boolean mentions(Edits.CodeLine line, Set<String> words) {
    return line.tokens().stream()
        .anyMatch(token -> token.kind() == Kind.WORD && words.contains(token.text()));
  }
}

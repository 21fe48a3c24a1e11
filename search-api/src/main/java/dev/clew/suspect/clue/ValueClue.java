// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.code.FileKind;
import dev.clew.suspect.edit.ValueChange;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import dev.clew.suspect.symptom.Topic;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The commit changed a number that decides how the program behaves, such as a limit or a timeout.
 */
final class ValueClue implements CommitClue {

  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    return ValueChange.in(candidate.edits()).stream()
        .filter(change -> FileKind.of(change.line().file()) != FileKind.DEPENDENCIES)
        .flatMap(change -> evidence(change, scene).stream())
        .max(Comparator.comparingDouble(Evidence::weight))
        .stream()
        .toList();
  }

  private static Optional<Evidence> evidence(ValueChange change, Scene scene) {
    Tightening tightening = Tightening.of(change.name(), change.before(), change.after());
    Set<Topic> shared = Topic.shared(Topic.of(change.name()), scene.topics());
    double weight = tightening.weight(!shared.isEmpty());
    if (weight == 0) {
      return Optional.empty();
    }
    String about =
        shared.isEmpty()
            ? ""
            : "; the failure is about " + shared.iterator().next().title() + " as well";
    String text =
        change.isReplaced()
            ? tightening.words() + ": " + change.line().quoted()
            : "takes away: " + change.line().quoted();
    return Optional.of(
        Evidence.at(weight, text + about, change.line().file(), change.line().number()));
  }
}

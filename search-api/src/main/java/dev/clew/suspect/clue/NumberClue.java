// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.code.FileKind;
import dev.clew.suspect.edit.Edits;
import dev.clew.suspect.edit.Quantities;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A telling number of the symptom stands on a line that the commit added, and on none it removed.
 */
final class NumberClue implements CommitClue {
  private static final double WEIGHT = 0.25;

  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    Set<String> gone =
        candidate.edits().removed().stream()
            .flatMap(line -> Quantities.inCode(line.tokens()).stream())
            .collect(Collectors.toSet());
    for (Edits.CodeLine line : candidate.edits().added()) {
      if (FileKind.of(line.file()) == FileKind.DEPENDENCIES) {
        continue;
      }
      Set<String> shared = new LinkedHashSet<>(Quantities.inCode(line.tokens()));
      shared.retainAll(scene.numbers());
      shared.removeAll(gone);
      if (!shared.isEmpty()) {
        String number = shared.iterator().next();
        return List.of(
            Evidence.at(
                WEIGHT,
                "adds the number %s that the failure names: %s".formatted(number, line.quoted()),
                line.file(),
                line.number()));
      }
    }
    return List.of();
  }
}

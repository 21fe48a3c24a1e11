// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import dev.clew.suspect.scene.ServiceNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether the commit is in the code of a failing service, in code they share, or elsewhere. */
final class OwnerClue implements CommitClue {
  private static final double OWN = 0.12;
  private static final double SHARED = 0.16;
  private static final double ELSEWHERE = -0.25;

  /** From here on a change of shared code can be what the failing services have in common. */
  private static final int SEVERAL = 2;

  private static final double RELEVANT = 0.3;

  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    List<String> files = candidate.edits().runningFiles();
    List<String> failing = scene.symptom().services();
    if (files.isEmpty() || failing.isEmpty()) {
      return List.of();
    }
    Set<String> owners = new LinkedHashSet<>();
    files.forEach(file -> owners.addAll(scene.names().owners(file)));
    if (owners.stream().anyMatch(failing::contains)) {
      String owner = failing.stream().filter(owners::contains).findFirst().orElseThrow();
      int rank = scene.failingRank(owner);
      return List.of(
          Evidence.of(
              OWN / (1 + 0.5 * rank), "is in the code of %s, which fails".formatted(owner)));
    }
    if (!owners.isEmpty() && files.stream().noneMatch(ServiceNames::isShared)) {
      return List.of(
          Evidence.of(
              ELSEWHERE,
              "is only in the code of %s, which is not failing"
                  .formatted(String.join(", ", owners))));
    }
    boolean shared = files.stream().anyMatch(ServiceNames::isShared);
    boolean relevant = scene.relevance().share(candidate.commit().id()) >= RELEVANT;
    return shared && relevant && failing.size() >= SEVERAL
        ? List.of(
            Evidence.of(
                SHARED, "is in shared code, and %d services fail".formatted(failing.size())))
        : List.of();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.change.Deploy;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Times;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Rollout;
import dev.clew.suspect.scene.Scene;
import dev.clew.suspect.scene.ServiceNames;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The commit had run in a failing service before, and nothing happened: the longer, the more. */
final class SettledClue implements CommitClue {
  /** Up to here a failure may just have needed its time: load, an expiring cache, a slow leak. */
  private static final Duration PATIENCE = Duration.ofHours(4);

  private static final double PER_DOUBLING = 0.22;

  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    Instant onset = scene.symptom().onset();
    if (onset == null) {
      return List.of();
    }
    Optional<Deploy> first =
        toOwners(candidate, scene).stream()
            .filter(
                deploy ->
                    scene.symptom().services().isEmpty()
                        || scene.failingRank(String.valueOf(deploy.service())) >= 0)
            .min(Comparator.comparing(Deploy::time));
    return first.map(deploy -> evidence(deploy, Duration.between(deploy.time(), onset))).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * The deploys that brought the commit. In a repository of many services each deploy brings all
   * commits, but a service runs its own code: where deploys of the code's owners are among them,
   * the others prove nothing.
   */
  private static List<Deploy> toOwners(Candidate.OfCommit candidate, Scene scene) {
    List<Deploy> all =
        scene.rollout().of(candidate.commit().id()).stream().map(Rollout.Brought::deploy).toList();
    Set<String> owners = new HashSet<>();
    for (String file : candidate.edits().runningFiles()) {
      Set<String> found = scene.names().owners(file);
      if (found.isEmpty() || ServiceNames.isShared(file)) {
        return all;
      }
      owners.addAll(found);
    }
    List<Deploy> own =
        all.stream().filter(deploy -> owners.contains(String.valueOf(deploy.service()))).toList();
    return own.isEmpty() ? all : own;
  }

  private static Optional<Evidence> evidence(Deploy deploy, Duration quiet) {
    double doublings = Math.log((double) quiet.toSeconds() / PATIENCE.toSeconds()) / Math.log(2);
    if (quiet.compareTo(PATIENCE) <= 0) {
      return Optional.empty();
    }
    String where = deploy.service() == null ? "" : " in " + deploy.service();
    return Optional.of(
        Evidence.of(
            -PER_DOUBLING * doublings,
            "had run%s for %s without this failure".formatted(where, Times.words(quiet))));
  }
}

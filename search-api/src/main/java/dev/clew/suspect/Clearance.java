// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect;

import dev.clew.change.Deploy;
import dev.clew.code.Commit;
import dev.clew.suspect.edit.Edits;
import dev.clew.suspect.evidence.Times;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Rollout;
import dev.clew.suspect.scene.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rules that take a change out of the ranking altogether, each with the reason it prints. */
final class Clearance {
  /** Clocks differ: what is this little after the first failure may have been before it. */
  private static final Duration SLACK = Duration.ofSeconds(5);

  private Clearance() {}

  /** Why the commit cannot be to blame; empty when it can. */
  static Optional<String> of(Candidate.OfCommit candidate, Scene scene) {
    Commit commit = candidate.commit();
    Edits edits = candidate.edits();
    Instant onset = scene.symptom().onset();
    if (commit.isMerge() && edits.files().isEmpty()) {
      return Optional.of("a merge; the commits it brings are judged one by one");
    }
    if (onset != null && commit.time().isAfter(onset.plus(SLACK))) {
      return Optional.of(
          "committed %s after the first failure".formatted(Times.between(onset, commit.time())));
    }
    if (edits.files().isEmpty()) {
      return Optional.of("changes no file");
    }
    if (edits.runningFiles().isEmpty()) {
      return Optional.of("changes only " + edits.kinds());
    }
    if (edits.isOnlyLayout()) {
      return Optional.of("changes only comments and layout");
    }
    return onset == null ? Optional.empty() : notDeployed(commit, onset, scene);
  }

  private static Optional<String> notDeployed(Commit commit, Instant onset, Scene scene) {
    if (!scene.rollout().isKnown()) {
      return Optional.empty();
    }
    List<Rollout.Brought> deploys = scene.rollout().of(commit.id());
    if (deploys.stream().anyMatch(brought -> !brought.deploy().time().isAfter(onset.plus(SLACK)))) {
      return Optional.empty();
    }
    if (!deploys.isEmpty()) {
      Deploy first = deploys.get(0).deploy();
      return Optional.of(
          "first deployed (%s) %s after the first failure"
              .formatted(
                  first.service() == null ? "an unnamed service" : first.service(),
                  Times.between(onset, first.time())));
    }
    if (scene.rollout().isElsewhere(commit.id())) {
      // it ran, though in no service of its folder: what it is in speaks for or against it
      return Optional.empty();
    }
    boolean old = Duration.between(commit.time(), onset).compareTo(Duration.ofDays(14)) > 0;
    return Optional.of(
        old
            ? "ran long before the first failure"
            : "no deploy had brought it when the failure began");
  }

  /** Why a deploy, setting or flag cannot be to blame; empty when it can. */
  static Optional<String> of(Candidate.OfChange candidate, Scene scene) {
    Instant onset = scene.symptom().onset();
    Instant time = candidate.change().time();
    return onset != null && time.isAfter(onset.plus(SLACK))
        ? Optional.of(
            "took effect %s after the first failure".formatted(Times.between(onset, time)))
        : Optional.empty();
  }
}

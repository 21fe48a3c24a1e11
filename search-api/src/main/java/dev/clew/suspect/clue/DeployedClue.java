// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.change.Deploy;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Times;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Rollout;
import dev.clew.suspect.scene.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A deploy brought the commit to a failing service before the first failure. */
final class DeployedClue implements CommitClue {
  private static final double MOST = 0.28;
  private static final double HEAD = 0.06;

  /** After this long a deploy counts half. */
  private static final Duration HALF_LIFE = Duration.ofMinutes(90);

  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    Instant onset = scene.symptom().onset();
    if (onset == null) {
      return List.of();
    }
    return scene.rollout().of(candidate.commit().id()).stream()
        .filter(brought -> !brought.deploy().time().isAfter(onset))
        .map(brought -> evidence(brought, onset, scene))
        .max(Comparator.comparingDouble(Evidence::weight))
        .stream()
        .toList();
  }

  private static Evidence evidence(Rollout.Brought brought, Instant onset, Scene scene) {
    Deploy deploy = brought.deploy();
    Duration gap = Duration.between(deploy.time(), onset);
    double fading = Math.pow(0.5, (double) gap.toSeconds() / HALF_LIFE.toSeconds());
    double alone = 0.6 + 0.4 / Math.sqrt(brought.commits());
    double concern = concern(String.valueOf(deploy.service()), scene);
    double weight = MOST * fading * alone * concern + (brought.head() && concern >= 0.5 ? HEAD : 0);
    String version = deploy.version() == null ? "" : " " + deploy.version();
    String company =
        brought.commits() == 1 ? "alone" : "with %d others".formatted(brought.commits() - 1);
    return Told.seen(
        weight,
        "deployed to %s%s %s, %s before the first failure"
            .formatted(
                deploy.service() == null ? "an unnamed service" : deploy.service(),
                version,
                company,
                Times.words(gap)),
        deploy);
  }

  private static double concern(String service, Scene scene) {
    if (scene.symptom().services().isEmpty()) {
      return 0.8;
    }
    int rank = scene.failingRank(service);
    return rank < 0 ? 0.15 : rank == 0 ? 1 : Math.max(0.5, 0.9 - 0.15 * rank);
  }
}

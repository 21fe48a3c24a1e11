// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.suspect.symptom.Symptom;
import dev.clew.suspect.symptom.Topic;
import java.util.Set;

/**
 * All that the clues may look at.
 *
 * @param symptom what is wrong
 * @param topics what the symptom is about
 * @param numbers telling numbers of the symptom
 * @param code the failing code in the candidate's repository
 * @param rollout which deploy brought which commit
 * @param relevance words of the candidates against words of the symptom
 * @param naming names of the candidates against names of the symptom
 * @param names which service a path belongs to
 * @param history how far back each commit is
 */
public record Scene(
    Symptom symptom,
    Set<Topic> topics,
    Set<String> numbers,
    FailingCode code,
    Rollout rollout,
    Relevance relevance,
    Naming naming,
    ServiceNames names,
    History history) {

  /** Place of a service among the failing ones: 0 is the likeliest origin; -1 when it is fine. */
  public int failingRank(String service) {
    return symptom.services().indexOf(service);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.code.PathIndex;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The commit touches a file on the failing path; the fewer commits touched it since, the more so.
 */
final class TouchedFileClue implements CommitClue {
  /** What is left of it after however many commits. */
  private static final double LASTING = 0.3;

  private static final double PER_COMMIT = 0.12;

  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    Map<String, Integer> ages = scene.history().fileAges(candidate.commit().id());
    if (ages.isEmpty()) {
      return List.of();
    }
    Map<String, Double> path = scene.code().fileNames();
    return ages.keySet().stream()
        .map(file -> Evidence.at(value(file, ages, path), text(file, ages.get(file)), file, 0))
        .max(Comparator.comparingDouble(Evidence::weight))
        .stream()
        .toList();
  }

  private static double value(String file, Map<String, Integer> ages, Map<String, Double> path) {
    double weight = path.getOrDefault(PathIndex.name(file), 0.0);
    return weight * (LASTING + (1 - LASTING) / (1 + PER_COMMIT * ages.get(file)));
  }

  private static String text(String file, int newer) {
    String since =
        newer == 0
            ? "the last to do so"
            : newer == 1 ? "one commit since" : newer + " commits since";
    return "touches %s, which is on the failing path (%s)".formatted(file, since);
  }
}

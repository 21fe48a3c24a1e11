// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

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
  private static final double MOST = 0.3;

  @Override
  public List<Evidence> weigh(Candidate.OfCommit candidate, Scene scene) {
    Map<String, Integer> ages = scene.history().fileAges(candidate.commit().id());
    return ages.keySet().stream()
        .filter(file -> scene.code().files().containsKey(file))
        .max(Comparator.comparingDouble(file -> weight(file, ages, scene)))
        .map(file -> Evidence.at(weight(file, ages, scene), text(file, ages.get(file)), file, 0))
        .stream()
        .toList();
  }

  private static double weight(String file, Map<String, Integer> ages, Scene scene) {
    double path = scene.code().files().getOrDefault(file, 0.0);
    return MOST * path / (1 + 0.12 * ages.get(file));
  }

  private static String text(String file, int newer) {
    String since =
        newer == 0
            ? "the last to do so"
            : newer == 1 ? "one commit since" : newer + " commits since";
    return "touches %s, which is on the failing path (%s)".formatted(file, since);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.event.LogEvent;
import dev.clew.explain.place.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds up what names each code place; a place gains from the others of its file. */
final class LocationScores {
  private static final int MOST = 200;

  private final Map<String, Mention> mentions = new LinkedHashMap<>();
  private final Map<String, Double> byFile = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();

  private static final class Mention {
    private final Place place;
    private final List<Finding> findings = new ArrayList<>();
    private double score;

    private Mention(Place place) {
      this.place = place;
    }
  }

  /**
   * Adds a finding that names {@code place}, above 0.
   *
   * @param ofFile whether its file gains too: of findings that say the same only the first
   * @param event an example, if there is one
   */
  void add(Place place, double weight, boolean ofFile, String text, @Nullable LogEvent event) {
    Mention mention =
        mentions.computeIfAbsent(place.path() + '#' + place.function(), key -> new Mention(place));
    double gain = weight * (1 - Math.min(0.9, mention.score / (mention.score + 2)));
    mention.score += gain;
    if (ofFile) {
      byFile.merge(place.path(), gain, Double::sum);
    }
    if (place.file().length() > files.getOrDefault(place.path(), "").length()) {
      files.put(place.path(), place.file());
    }
    mention.findings.add(new Finding(Math.min(1, weight), text, Optional.ofNullable(event)));
  }

  /** Best first. */
  List<Location> ranked() {
    double best = byFile.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    return mentions.values().stream()
        .map(mention -> location(mention, best))
        .sorted(
            Comparator.comparingDouble(Location::score)
                .reversed()
                .thenComparing(Location::file)
                .thenComparing(Location::function))
        .limit(MOST)
        .toList();
  }

  private Location location(Mention mention, double best) {
    double file = byFile.getOrDefault(mention.place.path(), 0.0);
    double score = (0.5 * file + 0.5 * mention.score) / Math.max(best, 1e-9);
    List<Finding> heaviest =
        mention.findings.stream()
            .sorted(Comparator.comparingDouble(Finding::weight).reversed())
            .limit(3)
            .toList();
    return new Location(
        files.getOrDefault(mention.place.path(), mention.place.file()),
        mention.place.function(),
        mention.place.line(),
        Math.min(1, score),
        heaviest);
  }
}

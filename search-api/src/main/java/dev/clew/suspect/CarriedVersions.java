// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect;

import dev.clew.event.LogEvent;
import dev.clew.explain.Comparison;
import dev.clew.explain.PatternChange;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The versions that failing events carry, by service, the most frequent first. */
record CarriedVersions(Map<String, List<String>> byService) {
  private static final int MOST = 5;

  static CarriedVersions none() {
    return new CarriedVersions(Map.of());
  }

  /**
   * The versions of the examples of what rose.
   *
   * @param asked event that a person asks about, whose version comes first
   */
  static CarriedVersions of(Comparison comparison, @Nullable LogEvent asked) {
    Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    Stream<LogEvent> own = asked == null ? Stream.empty() : Stream.of(asked);
    own.forEach(event -> count(counts, event, Long.MAX_VALUE / 2));
    comparison.patterns().stream()
        .filter(PatternChange::isRise)
        .forEach(change -> count(counts, change.example(), change.now()));
    Map<String, List<String>> sorted = new LinkedHashMap<>();
    counts.forEach(
        (service, versions) ->
            sorted.put(
                service,
                versions.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .limit(MOST)
                    .map(Map.Entry::getKey)
                    .toList()));
    return new CarriedVersions(sorted);
  }

  private static void count(Map<String, Map<String, Long>> counts, LogEvent event, long times) {
    if (event.service() != null && event.version() != null) {
      counts
          .computeIfAbsent(event.service(), service -> new LinkedHashMap<>())
          .merge(event.version(), times, Long::sum);
    }
  }

  /** The versions of a service; empty when its failing events carry none. */
  List<String> of(String service) {
    return byService.getOrDefault(service, List.of());
  }
}

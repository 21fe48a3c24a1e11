// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.window;

import dev.clew.event.Pattern;
import dev.clew.explain.measure.Significance;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A baseline of several runs of the same thing, each in a file of its own: how much the counts of
 * patterns differ from run to run when nothing is wrong. What all runs agree on tells even a small
 * difference from chance.
 */
public final class Runs {
  private static final Grouping FILE = new Grouping.ByField("file");
  private static final double ALIKE = 0.6;

  /** Runs of a test are small; of more it would take long to count each file's patterns. */
  private static final long MOST_EVENTS = 1_000_000;

  private static final int MOST_RUNS = 100;

  /** Counts are whole numbers: less than half an event is no difference. */
  private static final double ROUNDING = 0.25;

  private final List<Map<String, Long>> runs;

  /** The variance of a count from run to run, for each event of its mean: that of most patterns. */
  private final double dispersion;

  private Runs(List<Map<String, Long>> runs) {
    this.runs = runs;
    this.dispersion =
        Significance.median(
            keys(runs).stream().mapToDouble(key -> variance(key) / mean(key)).toArray());
  }

  /** The runs of {@code window}; none when its files are not alike. */
  public static Runs of(Window window, Likeness likeness) {
    if (window.isEmpty() || window.events() > MOST_EVENTS || !mayBeRuns(window)) {
      return new Runs(List.of());
    }
    List<Grouping> groupings = new ArrayList<>(Tallies.GROUPINGS);
    groupings.add(FILE);
    Groups groups = window.store().aggregate(window.selection(), groupings, LogStore.MAX_LIMIT);
    Map<String, Map<String, Long>> byFile = new HashMap<>();
    for (Groups.Group group : groups.groups()) {
      List<String> keys = group.keys();
      if (!keys.get(0).isEmpty()) {
        String key =
            likeness.key(
                new Pattern(keys.get(0), keys.get(1)),
                Tallies.named(keys.get(2)),
                Tallies.named(keys.get(3)),
                Tallies.severity(keys.get(4)));
        byFile
            .computeIfAbsent(keys.get(5), file -> new HashMap<>())
            .merge(key, group.count(), Long::sum);
      }
    }
    return new Runs(groups.complete() ? alike(List.copyOf(byFile.values())) : List.of());
  }

  private static boolean mayBeRuns(Window window) {
    int files =
        window.store().aggregate(window.selection(), List.of(FILE), MOST_RUNS + 1).groups().size();
    return files > 1 && files <= MOST_RUNS;
  }

  /**
   * By how many standard deviations {@code now} events of the pattern differ from what the runs
   * have, 0 when it lies between them or there are no runs.
   */
  public double surprise(String key, long now) {
    long least = runs.stream().mapToLong(run -> run.getOrDefault(key, 0L)).min().orElse(now);
    long most = runs.stream().mapToLong(run -> run.getOrDefault(key, 0L)).max().orElse(now);
    if (now >= least && now <= most) {
      return 0;
    }
    double mean = mean(key);
    double spread = Math.max(variance(key), dispersion * mean);
    return (now - mean) / Math.sqrt((1 + 1.0 / runs.size()) * spread + ROUNDING);
  }

  /** How many events of the pattern a run has. */
  public double mean(String key) {
    return runs.stream().mapToLong(run -> run.getOrDefault(key, 0L)).average().orElse(0);
  }

  private double variance(String key) {
    double mean = mean(key);
    return runs.stream().mapToDouble(run -> Math.pow(run.getOrDefault(key, 0L) - mean, 2)).sum()
        / Math.max(1, runs.size() - 1);
  }

  /** Those that hold about the same patterns as the one that holds most. */
  private static List<Map<String, Long>> alike(List<Map<String, Long>> files) {
    Map<String, Long> largest =
        files.stream().max(Comparator.comparingInt(Map::size)).orElse(Map.of());
    List<Map<String, Long>> runs =
        files.stream().filter(each -> likeness(each.keySet(), largest.keySet()) >= ALIKE).toList();
    return runs.size() < 2 ? List.of() : runs;
  }

  /** Source: P. Jaccard, 1901: those in both, of those in any. */
  private static double likeness(Set<String> some, Set<String> others) {
    Set<String> both = new HashSet<>(some);
    both.retainAll(others);
    int either = some.size() + others.size() - both.size();
    return either == 0 ? 0 : (double) both.size() / either;
  }

  private static Set<String> keys(List<Map<String, Long>> runs) {
    Set<String> keys = new HashSet<>();
    runs.forEach(run -> keys.addAll(run.keySet()));
    return keys;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.window;

import dev.clew.event.Severity;
import dev.clew.explain.measure.Significance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many events now stand for one event before when nothing is wrong, for each service: width of
 * the windows and traffic together.
 *
 * <p>Where a service has enough steady patterns it is the median of their ratios, which a few
 * changed patterns cannot move. Source: S. Anders and W. Huber, "Differential expression analysis
 * for sequence count data", 2010 (size factors).
 */
public final class Scale {
  private static final int ENOUGH_PATTERNS = 5;
  private static final int ENOUGH_EVENTS = 20;
  private static final int STEADY = 6;

  private final Map<String, Double> byService = new HashMap<>();
  private final double everywhere;

  public Scale(Tallies now, Tallies before, double ratioOfWidths) {
    Map<String, List<long[]>> pairs = pairs(now, before);
    everywhere = factor(pairs.values().stream().flatMap(List::stream).toList(), ratioOfWidths);
    pairs.forEach((service, counts) -> byService.put(service, factor(counts, everywhere)));
  }

  /** Events now for one event before. */
  public double of(String service) {
    return byService.getOrDefault(service, everywhere);
  }

  /** The same over all services. */
  public double everywhere() {
    return everywhere;
  }

  private static Map<String, List<long[]>> pairs(Tallies now, Tallies before) {
    Set<String> keys = new HashSet<>(now.byKey().keySet());
    keys.addAll(before.byKey().keySet());
    Map<String, List<long[]>> pairs = new HashMap<>();
    for (String key : keys) {
      Tallies.Tally tally = now.byKey().get(key);
      Tallies.Tally other = before.byKey().get(key);
      Tallies.Tally known = tally == null ? other : tally;
      if (known != null && known.severity().compareTo(Severity.WARN) < 0) {
        pairs
            .computeIfAbsent(String.valueOf(known.service()), service -> new ArrayList<>())
            .add(new long[] {tally == null ? 0 : tally.count(), other == null ? 0 : other.count()});
      }
    }
    return pairs;
  }

  private static double factor(List<long[]> counts, double otherwise) {
    double[] logRatios =
        counts.stream()
            .filter(pair -> pair[0] + pair[1] >= STEADY && pair[0] > 0 && pair[1] > 0)
            .mapToDouble(pair -> Math.log((pair[0] + 0.5) / (pair[1] + 0.5)))
            .toArray();
    if (logRatios.length >= ENOUGH_PATTERNS) {
      return Math.exp(Significance.median(logRatios));
    }
    long now = counts.stream().filter(pair -> pair[1] > 0).mapToLong(pair -> pair[0]).sum();
    long before = counts.stream().mapToLong(pair -> pair[1]).sum();
    return now >= ENOUGH_EVENTS && before >= ENOUGH_EVENTS ? (double) now / before : otherwise;
  }
}

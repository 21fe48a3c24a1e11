// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import dev.clew.contrast.member.Trait;
import dev.clew.explain.measure.Significance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many events of one time stand for one of another when nothing differs: the median of the
 * patterns' ratios, which traffic moves and a few changed patterns cannot. Source: S. Anders and W.
 * Huber, "Differential expression analysis for sequence count data", 2010 (size factors).
 */
final class Scaling {
  private static final int ENOUGH_PATTERNS = 5;
  private static final long ENOUGH_EVENTS = 20;

  private Scaling() {}

  /** The ratio of the widths where fewer than five patterns are frequent in both times. */
  static Yardstick ofTimes(
      ComparedSet here, ComparedSet there, Material.Side left, Material.Side right) {
    Map<Trait, Long> now = patterns(left);
    Map<Trait, Long> then = patterns(right);
    Set<Trait> all = new HashSet<>(now.keySet());
    all.retainAll(then.keySet());
    List<Double> logs = new ArrayList<>();
    for (Trait pattern : all) {
      if (now.get(pattern) + then.get(pattern) >= ENOUGH_EVENTS) {
        logs.add(Math.log((now.get(pattern) + 0.5) / (then.get(pattern) + 0.5)));
      }
    }
    double ratio =
        logs.size() < ENOUGH_PATTERNS
            ? here.minutes() / there.minutes()
            : Math.exp(
                Significance.median(logs.stream().mapToDouble(Double::doubleValue).toArray()));
    return new Yardstick(true, ratio, here.members(), there.members());
  }

  private static Map<Trait, Long> patterns(Material.Side side) {
    Map<Trait, Long> counts = new HashMap<>();
    side.counts()
        .ifPresentOrElse(
            counted -> counted.counts().forEach((trait, count) -> put(counts, trait, count)),
            () ->
                side.members().traits().forEach((trait, hits) -> put(counts, trait, hits.count())));
    return counts;
  }

  private static void put(Map<Trait, Long> counts, Trait trait, long count) {
    if (trait instanceof Trait.OfPattern) {
      counts.put(trait, count);
    }
  }
}

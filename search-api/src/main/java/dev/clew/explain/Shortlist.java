// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders changed patterns so that a look at the first few shows many sides of a matter: behind the
 * leading pattern of a logger its others stand as if they had a tenth of their score each time.
 *
 * <p>The idea is that of maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998).
 */
final class Shortlist {
  private static final double REPEATED = 0.1;

  private Shortlist() {}

  /** The same changes, reordered; {@code changes} are the best first. */
  static List<PatternChange> of(List<PatternChange> changes) {
    Map<String, Integer> seen = new HashMap<>();
    List<Placed> placed = new ArrayList<>();
    for (PatternChange change : changes) {
      int before = seen.merge(source(change), 1, Integer::sum) - 1;
      placed.add(new Placed(change, change.score() * Math.pow(REPEATED, before)));
    }
    placed.sort(Comparator.comparingDouble(Placed::weight).reversed());
    return placed.stream().map(Placed::change).toList();
  }

  private record Placed(PatternChange change, double weight) {}

  /** What prints it; where no logger is named, a pattern is a source of its own. */
  private static String source(PatternChange change) {
    String logger = change.logger() == null ? change.pattern().id() : change.logger();
    return change.service() + "\0" + logger;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.explain.PatternChange.Kind;
import dev.clew.explain.measure.Significance;
import dev.clew.explain.window.Runs;
import dev.clew.explain.window.Scale;
import dev.clew.explain.window.Tallies;
import dev.clew.explain.window.Tallies.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the patterns whose rates differ by more than chance.
 *
 * <p>The surprise of a pair of counts is its likelihood ratio. Logs are burstier than a Poisson
 * process, so the spread of the log ratio over all frequent patterns, whose majority has not
 * changed, is taken as extra variance (an empirical null: B. Efron, "Large-scale simultaneous
 * hypothesis testing", 2004).
 */
final class Shifts {
  private static final double FALSE_DISCOVERIES = 0.05;
  private static final double MOST_CHANCE = 0.5;
  private static final double LEAST_VARIANCE = 0.02;
  private static final double MOST_VARIANCE = 0.6;
  private static final int FREQUENT = 20;

  /** Standard deviations from which a count outside of what all runs have says something alone. */
  private static final double LEAST_UNSTEADY = 1.3;

  /** And beside differences that are beyond chance. */
  private static final double LEAST_IN_COMPANY = 0.5;

  private static final double UNSTEADY = 0.1;

  /** A fall is half as telling as a rise: less of everything is often what followed. */
  private static final double FALL = 0.5;

  /** The harm of what is missing. */
  private static final double LOSS = 0.3;

  private static final double REPEATED_LOGGER = 0.75;

  private final Tallies now;
  private final Tallies before;
  private final Scale scale;
  private final Runs runs;
  private final boolean noBaseline;

  Shifts(Tallies now, Tallies before, Scale scale, Runs runs, boolean noBaseline) {
    this.now = now;
    this.before = before;
    this.scale = scale;
    this.runs = runs;
    this.noBaseline = noBaseline;
  }

  /**
   * Best first: those that pass the test, new ones that are news as a family ({@link Novelty}), and
   * beside these, at half the score, the other new ones; last, those that differ from what the runs
   * of the baseline agree on.
   */
  List<Shift> find() {
    List<Shift> all = all();
    if (noBaseline) {
      return spread(all.stream().filter(Shifts::isError).toList());
    }
    double[] pValues = all.stream().mapToDouble(shift -> Significance.pValue(shift.z())).toArray();
    boolean[] believed = Significance.discoveries(pValues, FALSE_DISCOVERIES);
    Novelty errors = new Novelty(all, true, scale.everywhere());
    Novelty others = new Novelty(all, false, scale.everywhere());
    List<Shift> found = new ArrayList<>();
    List<Shift> doubtful = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Shift shift = all.get(i);
      double chance = (isError(shift) ? errors : others).chance(shift.now());
      if (believed[i] || (shift.kind() == Kind.NEW && chance <= MOST_CHANCE)) {
        found.add(shift);
      } else if (shift.kind() == Kind.NEW) {
        doubtful.add(shift.withScore(shift.score() * 0.5));
      } else {
        unsteady(shift)
            .ifPresent(each -> (Math.abs(each.z()) >= LEAST_UNSTEADY ? found : doubtful).add(each));
      }
    }
    // what may be chance is worth showing beside what is not, never alone
    if (!found.isEmpty()) {
      found.addAll(doubtful);
    }
    return spread(found);
  }

  private Optional<Shift> unsteady(Shift shift) {
    String key = shift.tally().key();
    double z = runs.surprise(key, shift.now());
    if (Math.abs(z) < LEAST_IN_COMPANY) {
      return Optional.empty();
    }
    Kind kind = shift.now() == 0 ? Kind.GONE : z > 0 ? Kind.MORE : Kind.LESS;
    double score = UNSTEADY * (1 - Math.exp(-z * z / 12)) * (z > 0 ? 1 : FALL * Math.sqrt(LOSS));
    return Optional.of(
        new Shift(shift.tally(), kind, shift.now(), shift.before(), runs.mean(key), z, score));
  }

  private List<Shift> all() {
    Map<String, Tally> either = new LinkedHashMap<>(now.byKey());
    before.byKey().forEach(either::putIfAbsent);
    double extra = extraVariance(either);
    Map<Statement, long[]> statements = new HashMap<>();
    List<Shift> all = new ArrayList<>();
    for (Tally tally : either.values()) {
      long count = now.count(tally);
      long base = before.count(tally);
      long[] counts = statements.computeIfAbsent(Statement.of(tally), key -> new long[2]);
      counts[0] += count;
      counts[1] += base;
      all.add(weighed(tally, count, base, extra));
    }
    all.replaceAll(
        shift -> amongItsLike(shift, statements.get(Statement.of(shift.tally())), extra));
    return all;
  }

  /**
   * A pattern that is new or gone is not news when its statement goes on with other words for what
   * varies: then it counts as much as the statement.
   */
  private Shift amongItsLike(Shift shift, long[] counts, double extra) {
    boolean appeared = shift.kind() == Kind.NEW && counts[1] > 0;
    boolean vanished = shift.kind() == Kind.GONE && counts[0] > 0;
    if (!appeared && !vanished) {
      return shift;
    }
    Shift statement = weighed(shift.tally(), counts[0], counts[1], extra);
    return shift.withScore(Math.min(shift.score(), statement.score()));
  }

  private Shift weighed(Tally tally, long count, long base, double extra) {
    double ratio = scale.of(String.valueOf(tally.service()));
    double z = Significance.signedRoot(count, base, ratio);
    double total = (double) count + base;
    double information = total * ratio / ((1 + ratio) * (1 + ratio));
    return weighed(tally, count, base, ratio * base, z / Math.sqrt(1 + extra * information));
  }

  private Shift weighed(Tally tally, long count, long base, double expected, double z) {
    Kind kind = base == 0 ? Kind.NEW : count == 0 ? Kind.GONE : z >= 0 ? Kind.MORE : Kind.LESS;
    Shift shift = new Shift(tally, kind, count, base, expected, z, 0);
    double surprise = 1 - Math.exp(-z * z / 12);
    double ratio = (count + 0.5) / (expected + 0.5);
    double specificity =
        switch (kind) {
          case NEW -> 1;
          case MORE -> 1 - 1 / Math.max(1, ratio);
          case GONE -> FALL;
          case LESS -> FALL * (1 - Math.min(1, ratio));
        };
    double harm = shift.isRise() ? shift.failing() : LOSS;
    double heft = kind == Kind.NEW ? 0.2 + 0.8 * surprise : surprise;
    return shift.withScore(heft * Math.sqrt(harm) * specificity);
  }

  private double extraVariance(Map<String, Tally> either) {
    List<Double> ratios = new ArrayList<>();
    double poisson = 0;
    for (Tally tally : either.values()) {
      long count = now.count(tally);
      double expected = before.count(tally) * scale.of(String.valueOf(tally.service()));
      if (count + expected >= FREQUENT && count > 0 && expected > 0) {
        ratios.add(Math.log((count + 0.5) / (expected + 0.5)));
        poisson += 1.0 / count + 1 / expected;
      }
    }
    if (ratios.size() < 5) {
      return LEAST_VARIANCE;
    }
    double spread =
        Significance.robustDeviation(ratios.stream().mapToDouble(Double::doubleValue).toArray());
    double extra = spread * spread - poisson / ratios.size();
    return Math.min(MOST_VARIANCE, Math.max(LEAST_VARIANCE, extra));
  }

  private static boolean isError(Shift shift) {
    return shift.tally().severity().isError();
  }

  /** Ranks, giving each further pattern of one logger a little less, so that no one floods. */
  private static List<Shift> spread(List<Shift> found) {
    Comparator<Shift> best =
        Comparator.comparingDouble(Shift::score)
            .reversed()
            .thenComparing(shift -> shift.tally().key());
    Map<String, Integer> seen = new HashMap<>();
    List<Shift> ranked = new ArrayList<>();
    for (Shift shift : found.stream().sorted(best).toList()) {
      int times = seen.merge(shift.service() + '\0' + shift.tally().logger(), 1, Integer::sum);
      ranked.add(shift.withScore(shift.score() * Math.pow(REPEATED_LOGGER, times - 1)));
    }
    ranked.sort(best);
    return ranked;
  }
}

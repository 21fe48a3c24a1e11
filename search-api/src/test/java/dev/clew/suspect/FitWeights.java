// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect;

import dev.clew.suspect.clue.Clues;
import dev.clew.suspect.clue.Weighed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Fits the weights of {@link Clues#ofTrace} to failures whose introducing commit is known, and
 * tells how well weights fitted to all other projects rank the commits of each project. Not a test:
 * run by hand when a clue has changed, as docs/suspects.md shows.
 */
public final class FitWeights {
  private static final double RIDGE = 20;

  /** A sum of evidence of 1 is this many units of the fit, so that scores spread over 0 to 1. */
  private static final double UNIT = 10;

  /** How far the first must be ahead to be called strong, as in {@link Ranking}. */
  private static final double CLEARLY = 0.2;

  /** Weight without any case of the clues that hardly occur in these failures. */
  private static final double EXPECTED = 0.3;

  /** Clues that occur in most of these failures; nothing is expected of them. */
  private static final Set<String> OFTEN =
      Set.of(
          "failing-line",
          "function",
          "file",
          "names-in-code",
          "names-in-message",
          "names-in-paths",
          "words",
          "size",
          "recency");

  private final List<String> names = Clues.ofTrace().stream().map(Weighed::name).toList();
  private final List<ClueValues> cases;
  private final double[] scale;

  private FitWeights(List<ClueValues> cases) {
    this.cases = cases;
    this.scale = scale(cases, names.size());
  }

  /**
   * {@code values CASES.jsonl REPOSITORIES OUT} asks the clues about each case, a file of objects
   * with {@code id}, {@code repo} (owner/name), {@code source}, {@code head_commit}, {@code
   * culprit_commits} and {@code stack_trace}; {@code fit OUT} fits weights to what it wrote.
   */
  public static void main(String[] args) throws IOException {
    if (args.length == 4 && args[0].equals("values")) {
      List<Double> seconds =
          ClueValues.gather(Path.of(args[1]), Path.of(args[2]), Path.of(args[3])).stream()
              .sorted()
              .toList();
      System.out.printf(
          Locale.ROOT,
          "%d failures, seconds each: median %.2f, 95 of 100 %.2f, longest %.2f%n",
          seconds.size(),
          seconds.get(seconds.size() / 2),
          seconds.get(seconds.size() * 95 / 100),
          seconds.getLast());
    } else if (args.length == 2 && args[0].equals("fit")) {
      new FitWeights(ClueValues.read(Path.of(args[1]))).print();
    } else {
      System.err.println("values CASES.jsonl REPOSITORIES OUT  or  fit OUT");
      System.exit(2);
    }
  }

  private void print() {
    double[] all = fit(cases);
    System.out.printf(Locale.ROOT, "%-18s %7s%n", "clue", "weight");
    for (int i = 0; i < all.length; i++) {
      if (scale[i] > 0) {
        System.out.printf(Locale.ROOT, "%-18s %7.2f%n", names.get(i), all[i] / UNIT);
      }
    }
    double[] now = Clues.ofTrace().stream().mapToDouble(Weighed::weight).toArray();
    Map<ClueValues, Integer> held = new LinkedHashMap<>();
    Map<ClueValues, Double> ahead = new LinkedHashMap<>();
    for (String project : new TreeSet<>(cases.stream().map(ClueValues::project).toList())) {
      double[] others = fit(cases.stream().filter(c -> !c.project().equals(project)).toList());
      cases.stream()
          .filter(c -> c.project().equals(project))
          .forEach(
              c -> {
                held.put(c, rank(c, others));
                ahead.put(c, ahead(c, others));
              });
    }
    System.out.printf(
        Locale.ROOT,
        "%n%-18s %4s   %-26s %-26s %-26s%n",
        "",
        "n",
        "checked in",
        "fitted",
        "others' fit");
    for (String source : new TreeSet<>(cases.stream().map(ClueValues::source).toList())) {
      List<ClueValues> of = cases.stream().filter(c -> c.source().equals(source)).toList();
      System.out.printf(
          Locale.ROOT,
          "%-18s %4d   %s %s %s%n",
          source,
          of.size(),
          quality(of.stream().map(c -> rank(c, now)).toList()),
          quality(of.stream().map(c -> rank(c, all)).toList()),
          quality(of.stream().map(held::get).toList()));
    }
    System.out.printf(Locale.ROOT, "%nwith others' fit%n");
    for (String kind : new TreeSet<>(cases.stream().map(ClueValues::kind).toList())) {
      List<Integer> ranks =
          cases.stream().filter(c -> c.kind().equals(kind)).map(held::get).toList();
      System.out.printf(Locale.ROOT, "%-18s %4d   %s%n", kind, ranks.size(), quality(ranks));
    }
    for (boolean strong : List.of(true, false)) {
      List<Integer> ranks =
          cases.stream().filter(c -> ahead.get(c) >= CLEARLY == strong).map(held::get).toList();
      System.out.printf(
          Locale.ROOT,
          "%-18s %4d   %s%n",
          strong ? "strong" : "not strong",
          ranks.size(),
          quality(ranks));
    }
  }

  /** How far the first commit is ahead of the next, as a sum of evidence. */
  private static double ahead(ClueValues known, double[] weights) {
    double[] sums = sums(known, weights).stream().sorted().mapToDouble(each -> each).toArray();
    int n = sums.length;
    return n < 2 ? Double.POSITIVE_INFINITY : (sums[n - 1] - sums[n - 2]) / UNIT;
  }

  private static List<Double> sums(ClueValues known, double[] weights) {
    List<Double> sums = new ArrayList<>();
    for (double[] values : known.values()) {
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * values[i];
      }
      sums.add(sum);
    }
    return sums;
  }

  /** Cases of a project with many count less each, so that no project speaks for all. */
  private double[] fit(List<ClueValues> some) {
    Map<String, Long> projects =
        some.stream().collect(Collectors.groupingBy(ClueValues::project, Collectors.counting()));
    List<ClueValues> used = some.stream().filter(c -> c.introducing().contains(true)).toList();
    double[] importance =
        used.stream().mapToDouble(c -> 1 / Math.sqrt(projects.get(c.project()))).toArray();
    double mean = Arrays.stream(importance).average().orElse(1);
    for (int i = 0; i < importance.length; i++) {
      importance[i] /= mean;
    }
    double[] expected =
        names.stream().mapToDouble(name -> OFTEN.contains(name) ? 0 : EXPECTED * UNIT).toArray();
    double[] divisor = Arrays.stream(scale).map(each -> each > 0 ? each : 1).toArray();
    return new WeightFit(used, importance, divisor, expected, RIDGE).weights();
  }

  private static int rank(ClueValues known, double[] weights) {
    List<Double> sums = sums(known, weights);
    double best = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < sums.size(); k++) {
      best = known.introducing().get(k) ? Math.max(best, sums.get(k)) : best;
    }
    double right = best;
    return right == Double.NEGATIVE_INFINITY
        ? Integer.MAX_VALUE
        : 1 + (int) sums.stream().filter(sum -> sum > right).count();
  }

  private static String quality(List<Integer> ranks) {
    double reciprocal = ranks.stream().mapToDouble(rank -> 1.0 / rank).average().orElse(0);
    double first = ranks.stream().filter(rank -> rank == 1).count();
    double five = ranks.stream().filter(rank -> rank <= 5).count();
    return String.format(
        Locale.ROOT,
        "MRR %.3f @1 %4.1f @5 %4.1f ",
        reciprocal,
        100 * first / ranks.size(),
        100 * five / ranks.size());
  }

  private static double[] scale(List<ClueValues> cases, int clues) {
    double[] sum = new double[clues];
    double[] squares = new double[clues];
    long n = 0;
    for (ClueValues known : cases) {
      for (double[] values : known.values()) {
        n++;
        for (int i = 0; i < clues; i++) {
          sum[i] += values[i];
          squares[i] += values[i] * values[i];
        }
      }
    }
    double[] scale = new double[clues];
    for (int i = 0; i < clues; i++) {
      scale[i] = Math.sqrt(Math.max(0, squares[i] / n - sum[i] / n * (sum[i] / n)));
    }
    return scale;
  }
}

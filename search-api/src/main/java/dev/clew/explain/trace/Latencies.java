// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.trace;

import dev.clew.explain.measure.Significance;
import dev.clew.explain.trace.Traces.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which services take longer themselves, and not because of those they call: the time of a span
 * less the time its callees are at work. What a call loses between caller and callee counts for the
 * callee, over all its callers together, so that a slow network shows at the service all slow calls
 * have in common.
 */
public final class Latencies {
  private static final int ENOUGH = 3;
  private static final double LEAST_RATIO = 1.5;
  private static final double LEAST_Z = 2;
  private static final double FAR_FROM_PEERS = 30;
  private static final double FLOOR_NANOS = 1e5;

  private final Map<Work, List<Double>> own = new HashMap<>();
  private double total;

  /**
   * A kind of work.
   *
   * @param name its operation; empty for the way of calls to the service
   */
  public record Work(String service, String name) {
    public boolean isWay() {
      return name.isEmpty();
    }
  }

  /**
   * Work that takes longer than it did, or than its like does.
   *
   * @param usual median of the times it is compared with, nanoseconds
   * @param ofPeers compared with the calls to other services, not with the baseline
   * @param excessNanos how much longer all of it took together
   */
  public record Slowdown(
      Work work,
      double now,
      double usual,
      boolean ofPeers,
      int count,
      double z,
      double excessNanos) {}

  public static Latencies of(Traces traces) {
    Latencies latencies = new Latencies();
    traces.all().forEach(latencies::add);
    return latencies;
  }

  /** The time all services spent themselves, or lost on the way, for each request, nanoseconds. */
  public double total() {
    return total;
  }

  /** Work that takes clearly longer here than in {@code before}, most time lost first. */
  public List<Slowdown> slowerThan(Latencies before) {
    List<Slowdown> slower = new ArrayList<>();
    double peers =
        Significance.median(
            own.entrySet().stream()
                .filter(entry -> entry.getKey().isWay())
                .mapToDouble(entry -> Significance.median(array(entry.getValue())))
                .toArray());
    own.forEach(
        (work, times) -> {
          List<Double> usual = before.own.getOrDefault(work, List.of());
          double[] now = array(times);
          if (times.size() < ENOUGH) {
            return;
          }
          Slowdown slowdown = usual.size() < ENOUGH ? none(work) : compare(work, now, array(usual));
          double median = Significance.median(now);
          if (slowdown.excessNanos() <= 0 && work.isWay() && isFar(median, peers)) {
            double excess = now.length * (median - peers) / 4;
            double z = Math.log(median / (peers + FLOOR_NANOS));
            slowdown = new Slowdown(work, median, peers, true, now.length, z, excess);
          }
          if (slowdown.excessNanos() > 0) {
            slower.add(slowdown);
          }
        });
    slower.sort(
        Comparator.comparingDouble(Slowdown::excessNanos)
            .reversed()
            .thenComparing(slowdown -> slowdown.work().toString()));
    return slower;
  }

  private static boolean isFar(double median, double peers) {
    return peers > 0 && median > FAR_FROM_PEERS * (peers + FLOOR_NANOS);
  }

  private void add(List<Step> trace) {
    Map<String, List<Step>> children = new HashMap<>();
    for (Step step : trace) {
      if (step.isSpan() && !step.parent().isEmpty()) {
        children.computeIfAbsent(step.parent(), id -> new ArrayList<>(2)).add(step);
      }
    }
    for (Step step : trace) {
      if (step.isSpan()) {
        List<Step> callees = children.getOrDefault(step.span(), List.of());
        double awaited =
            callees.isEmpty()
                ? busy(beside(step, children), (double) step.time())
                : busy(callees, Double.NEGATIVE_INFINITY);
        double time = Math.max(0, step.durationNanos() - awaited);
        total += time;
        String called =
            callees.size() == 1 && !callees.get(0).service().equals(step.service())
                ? callees.get(0).service()
                : "";
        Work work = called.isEmpty() ? new Work(step.service(), step.name()) : new Work(called, "");
        own.computeIfAbsent(work, key -> new ArrayList<>()).add(time);
      }
    }
  }

  /**
   * The calls of other services that the same service makes beside {@code step}: a program that
   * does not wait in a thread of its own notes them as siblings of the work that needs them.
   */
  private static List<Step> beside(Step step, Map<String, List<Step>> children) {
    return children.getOrDefault(step.parent(), List.of()).stream()
        .filter(
            other ->
                other.service().equals(step.service())
                    && children.getOrDefault(other.span(), List.of()).stream()
                        .anyMatch(callee -> !callee.service().equals(step.service())))
        .toList();
  }

  /** How long at least one of {@code spans} runs after {@code from}. */
  private static double busy(List<Step> spans, double from) {
    double busy = 0;
    double end = from;
    for (Step span : spans.stream().sorted(Comparator.comparingLong(Step::time)).toList()) {
      double begin = (double) span.time();
      double start = Math.max(end, begin);
      end = Math.max(end, begin + span.durationNanos());
      busy += end - start;
    }
    return busy;
  }

  private static Slowdown none(Work work) {
    return new Slowdown(work, 0, 0, false, 0, 0, 0);
  }

  private static Slowdown compare(Work work, double[] now, double[] before) {
    double[] logNow = logs(now);
    double[] logBefore = logs(before);
    double variance = variance(logNow) / now.length + variance(logBefore) / before.length + 0.005;
    double z = (mean(logNow) - mean(logBefore)) / Math.sqrt(variance);
    double usual = fastHalf(before);
    double excess = capped(now) - LEAST_RATIO * usual - 0.5 * (capped(before) - usual);
    boolean clear = z >= LEAST_Z && Significance.median(now) > usual;
    return new Slowdown(
        work,
        Significance.median(now),
        Significance.median(before),
        false,
        now.length,
        z,
        clear ? excess * now.length : 0);
  }

  /** The mean of the faster half: what is usual even where trouble had begun already. */
  private static double fastHalf(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return Arrays.stream(sorted, 0, (sorted.length + 1) / 2).average().orElse(0);
  }

  /** The mean with the longest tenth cut to the rest, so that one pause does not decide. */
  private static double capped(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    double most = sorted[(int) Math.floor((sorted.length - 1) * 0.9)];
    return Arrays.stream(times).map(time -> Math.min(time, most)).average().orElse(0);
  }

  private static double[] logs(double[] times) {
    return Arrays.stream(times).map(time -> Math.log(time + FLOOR_NANOS)).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum()
        / Math.max(1, values.length - 1);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.trace;

import dev.clew.explain.measure.Significance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What usually happens inside a unit of work: which events and calls a span holds, or a service
 * contributes to a request that has no spans. Compared with the baseline this tells an event that
 * should not be there, or is missing, from a mere change of what people ask for: only work of the
 * same kind is compared.
 *
 * <p>The idea of comparing event sequences inside traces is from G. Yu et al., "Nezha:
 * interpretable fine-grained root causes analysis for microservices on multi-modal observability
 * data", 2023.
 */
public final class Flows {
  private static final double FALSE_DISCOVERIES = 0.05;
  private static final int MOST_CONTEXTS = 50_000;
  private static final int ENOUGH = 3;

  /**
   * How much the odds of a step wander with what is asked for, as a variance: a step that half of
   * the units take depends on their input, one that all take does not.
   */
  private static final double WANDER = 0.5;

  /** What is called explains a departure unless it is so much weaker. */
  private static final double AS_STRONG = 0.5;

  /** Work that fails less often, by so many standard deviations, recovers. */
  private static final double HEALED = -2;

  private final Map<String, Context> contexts = new TreeMap<>();
  private final List<Units> requests = new ArrayList<>();

  private static final class Context {
    private final String service;
    private final String work;
    private final Map<String, Integer> holding = new TreeMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private int seen;
    private int failing;

    Context(String service, String work) {
      this.service = service;
      this.work = work;
    }
  }

  /** A departure, and what it is about. */
  private record Found(String context, String event, Departure departure) {}

  /** A unit of work, and all it does otherwise. */
  private record Departing(Units.Unit unit, List<Found> all) {}

  public static Flows of(Traces traces) {
    Flows flows = new Flows();
    for (List<Traces.Step> trace : traces.all()) {
      Units units = Units.of(trace);
      flows.requests.add(units);
      units.all().forEach(flows::add);
    }
    return flows;
  }

  private void add(Units.Unit unit) {
    Context context = contexts.get(unit.context());
    if (context == null && contexts.size() < MOST_CONTEXTS) {
      context = new Context(unit.service(), unit.work());
      contexts.put(unit.context(), context);
    }
    if (context != null) {
      context.seen++;
      context.failing += unit.failures().isEmpty() ? 0 : 1;
      for (Map.Entry<String, String> event : unit.events().entrySet()) {
        context.holding.merge(event.getKey(), 1, Integer::sum);
        context.labels.putIfAbsent(event.getKey(), event.getValue());
      }
    }
  }

  /** What requests do otherwise than in {@code before}. */
  public Departures departuresFrom(Flows before) {
    List<Found> all = compared(before);
    Departures departures = new Departures(owned(believed(all)));
    all.forEach(each -> departures.compared(each.event(), each.departure().z()));
    contexts.forEach(
        (name, context) -> {
          Context usual = before.contexts.get(name);
          if (usual == null) {
            context.labels.keySet().forEach(event -> departures.compared(event, 0));
          } else if (!isEnough(context, usual)) {
            context
                .labels
                .keySet()
                .forEach(event -> departures.compared(event, compare(event, context, usual).z()));
          }
        });
    return departures;
  }

  /**
   * The departures of {@code found}, most telling first, with how far they are the service's own.
   */
  private List<Departure> owned(List<Found> found) {
    Map<String, List<Found>> byContext = new HashMap<>();
    found.forEach(
        each -> byContext.computeIfAbsent(each.context(), name -> new ArrayList<>()).add(each));
    Map<Found, int[]> shares = new HashMap<>();
    for (Units units : requests) {
      List<Departing> departing = departing(units, byContext);
      for (Departing one : departing) {
        for (Found each : one.all()) {
          int[] share = shares.computeIfAbsent(each, key -> new int[2]);
          share[0]++;
          share[1] += isExplained(one.unit(), each, units, departing) ? 0 : 1;
        }
      }
    }
    return found.stream()
        .map(each -> each.departure().withOwn(share(shares.getOrDefault(each, new int[2]))))
        .sorted(
            Comparator.comparingDouble(Departure::weight)
                .reversed()
                .thenComparing(Departure::service)
                .thenComparing(Departure::work)
                .thenComparing(Departure::step))
        .toList();
  }

  /** A step that no unit of now departs in was usual before and no unit needs to be explained. */
  private static double share(int[] ofAll) {
    return ofAll[0] == 0 ? 1 : (double) ofAll[1] / ofAll[0];
  }

  private static List<Departing> departing(Units units, Map<String, List<Found>> byContext) {
    List<Departing> departing = new ArrayList<>();
    for (Units.Unit unit : units.all()) {
      List<Found> all =
          byContext.getOrDefault(unit.context(), List.of()).stream()
              .filter(each -> each.departure().z() > 0 == unit.events().containsKey(each.event()))
              .toList();
      if (!all.isEmpty()) {
        departing.add(new Departing(unit, all));
      }
    }
    return departing;
  }

  /** True when other services that the unit calls depart about as clearly. */
  private static boolean isExplained(
      Units.Unit unit, Found own, Units units, List<Departing> departing) {
    double enough = AS_STRONG * Math.abs(own.departure().z());
    for (Departing other : departing) {
      if (!other.unit().service().equals(unit.service())
          && units.isBefore(other.unit(), unit)
          && other.all().stream().anyMatch(each -> Math.abs(each.departure().z()) >= enough)) {
        return true;
      }
    }
    return false;
  }

  private List<Found> compared(Flows before) {
    List<Found> all = new ArrayList<>();
    contexts.forEach(
        (name, context) -> {
          Context usual = before.contexts.get(name);
          if (usual != null && isEnough(context, usual)) {
            Set<String> events = new HashSet<>(context.holding.keySet());
            events.addAll(usual.holding.keySet());
            events.stream()
                .sorted()
                .forEach(event -> all.add(new Found(name, event, compare(event, context, usual))));
          }
        });
    return all;
  }

  private static boolean isEnough(Context now, Context before) {
    return now.seen >= ENOUGH && before.seen >= ENOUGH;
  }

  private static List<Found> believed(List<Found> all) {
    double[] pValues =
        all.stream().mapToDouble(each -> Significance.pValue(each.departure().z())).toArray();
    boolean[] believed = Significance.discoveries(pValues, FALSE_DISCOVERIES);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (believed[i]) {
        found.add(all.get(i));
      }
    }
    return found;
  }

  private static Departure compare(String event, Context now, Context before) {
    int with = now.holding.getOrDefault(event, 0);
    int usual = before.holding.getOrDefault(event, 0);
    double z = Significance.signedRootOfShares(with, now.seen, usual, before.seen);
    double share = (usual + 0.5) / (before.seen + 1.0);
    double units = (double) now.seen * before.seen / ((double) now.seen + before.seen);
    double surprise = z / Math.sqrt(1 + WANDER * units * share * (1 - share));
    boolean heals =
        Significance.signedRootOfShares(now.failing, now.seen, before.failing, before.seen)
            <= HEALED;
    String label = now.labels.getOrDefault(event, before.labels.getOrDefault(event, event));
    return new Departure(
        now.service, now.work, label, with, now.seen, usual, before.seen, surprise, heals, 1);
  }
}

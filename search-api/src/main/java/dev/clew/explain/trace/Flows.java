// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.trace;

import dev.clew.explain.measure.Significance;
import dev.clew.explain.trace.Traces.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What usually happens inside a unit of work: which events and calls a span holds, or a service
 * contributes to a request that has no spans. Compared with the baseline this tells an event that
 * should not be there, or is missing, from a mere change of what people ask for: only spans of the
 * same kind are compared.
 *
 * <p>The idea of comparing event sequences inside traces is from G. Yu et al., "Nezha:
 * interpretable fine-grained root causes analysis for microservices on multi-modal observability
 * data", 2023.
 */
public final class Flows {
  private static final double FALSE_DISCOVERIES = 0.01;
  private static final int MOST_CONTEXTS = 50_000;
  private static final int ENOUGH = 3;

  private final Map<String, Context> contexts = new TreeMap<>();

  private static final class Context {
    private final Map<String, Integer> holding = new TreeMap<>();
    private int seen;
  }

  /**
   * An event of a kind of work that is there too often, or too seldom when {@code z} is below 0.
   */
  private record Deviation(String context, String event, double z) {}

  /** One unit of work and the names of what happens in it. */
  private record Unit(String context, Step step, Map<String, Step> events) {}

  public static Flows of(Traces traces) {
    Flows flows = new Flows();
    traces.all().forEach(trace -> units(trace).forEach(flows::add));
    return flows;
  }

  /**
   * The requests of {@code traces} with exactly those steps marked as failing whose flow differs
   * between the baseline and now: an event that rose in its kind of work, and a unit of work that
   * lacks what it used to hold.
   */
  public static List<List<Step>> marked(Traces traces, Flows now, Flows before) {
    Map<String, Set<String>> risen = new HashMap<>();
    Map<String, Set<String>> missing = new HashMap<>();
    for (Deviation deviation : now.deviations(before)) {
      (deviation.z() > 0 ? risen : missing)
          .computeIfAbsent(deviation.context(), context -> new HashSet<>())
          .add(deviation.event());
    }
    List<List<Step>> marked = new ArrayList<>();
    for (List<Step> trace : traces.all()) {
      Set<Step> failing = new HashSet<>();
      for (Unit unit : units(trace)) {
        Set<String> more = risen.getOrDefault(unit.context(), Set.of());
        unit.events().forEach((name, step) -> addIf(more.contains(name), step, failing));
        boolean lacks =
            missing.getOrDefault(unit.context(), Set.of()).stream()
                .anyMatch(name -> !unit.events().containsKey(name));
        addIf(lacks, unit.step(), failing);
      }
      marked.add(trace.stream().map(step -> step.withFailing(failing.contains(step))).toList());
    }
    return marked;
  }

  private List<Deviation> deviations(Flows before) {
    List<Deviation> all = new ArrayList<>();
    contexts.forEach(
        (name, context) -> {
          Context usual = before.contexts.get(name);
          if (usual != null && usual.seen >= ENOUGH && context.seen >= ENOUGH) {
            Set<String> events = new HashSet<>(context.holding.keySet());
            events.addAll(usual.holding.keySet());
            events.stream()
                .sorted()
                .forEach(event -> all.add(deviation(name, event, context, usual)));
          }
        });
    double[] pValues = all.stream().mapToDouble(each -> Significance.pValue(each.z())).toArray();
    boolean[] believed = Significance.discoveries(pValues, FALSE_DISCOVERIES);
    List<Deviation> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (believed[i]) {
        found.add(all.get(i));
      }
    }
    return found;
  }

  private static Deviation deviation(String name, String event, Context now, Context before) {
    int with = now.holding.getOrDefault(event, 0);
    int usual = before.holding.getOrDefault(event, 0);
    return new Deviation(
        name, event, Significance.signedRootOfShares(with, now.seen, usual, before.seen));
  }

  private void add(Unit unit) {
    Context context = contexts.get(unit.context());
    if (context == null && contexts.size() < MOST_CONTEXTS) {
      context = new Context();
      contexts.put(unit.context(), context);
    }
    if (context != null) {
      context.seen++;
      for (String event : unit.events().keySet()) {
        context.holding.merge(event, 1, Integer::sum);
      }
    }
  }

  private static Collection<Unit> units(List<Step> trace) {
    Map<String, Unit> units = new HashMap<>();
    for (Step step : trace) {
      if (step.isSpan() && !step.span().isEmpty()) {
        units.put(step.span(), new Unit(step.kind(), step, new HashMap<>()));
      }
    }
    boolean spans = !units.isEmpty();
    for (Step step : trace) {
      String holder = spans ? (step.isSpan() ? step.parent() : step.span()) : step.service();
      if (!spans) {
        units.computeIfAbsent(holder, service -> new Unit(service, step, new HashMap<>()));
      }
      Unit unit = units.get(holder);
      if (unit != null) {
        unit.events().putIfAbsent(step.kind(), step);
      }
    }
    return units.values();
  }

  private static void addIf(boolean is, Step step, Set<Step> steps) {
    if (is) {
      steps.add(step);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.trace;

import dev.clew.explain.trace.Traces.Step;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One request cut into units of work: its spans, or what each service contributes when it has none.
 */
final class Units {
  /** So many calls inside a service say what a span is for: the same function serves several. */
  private static final int LONGEST_CONTEXT = 4;

  private final Map<String, Unit> units = new LinkedHashMap<>();
  private boolean spans;

  /**
   * A unit of work.
   *
   * @param id tells it from the others of the request
   * @param context its kind: the service and the calls inside it that led here
   * @param start nanoseconds since the epoch
   * @param parent the span that called it; empty at the top and where there are no spans
   * @param events what happens in it, by key, in words
   * @param failures the keys of those that speak of a failure
   */
  record Unit(
      String id,
      String context,
      String service,
      String work,
      long start,
      String parent,
      Map<String, String> events,
      Set<String> failures) {}

  private Units() {}

  static Units of(List<Step> trace) {
    Units units = new Units();
    Map<String, Step> byId = new HashMap<>();
    for (Step step : trace) {
      if (step.isSpan() && !step.span().isEmpty()) {
        byId.put(step.span(), step);
      }
    }
    units.spans = !byId.isEmpty();
    Set<String> calls = calls(trace, byId);
    byId.forEach(
        (id, step) -> {
          if (!calls.contains(id)) {
            units.units.put(id, units.unit(step, byId, calls));
          }
        });
    for (Step step : trace) {
      if (!units.spans) {
        units.units.computeIfAbsent(step.service(), name -> units.unit(step, byId, calls));
      }
      if (!step.isSpan() || !calls.contains(step.span())) {
        Unit unit = units.units.get(units.holder(step, byId, calls));
        if (unit != null) {
          unit.events().putIfAbsent(step.kind(), step.label());
          if (step.failing()) {
            unit.failures().add(step.kind());
          }
        }
      }
    }
    return units;
  }

  /**
   * The spans that do nothing but call another service: those that are called tell what they do.
   */
  private static Set<String> calls(List<Step> trace, Map<String, Step> byId) {
    Set<String> calls = new HashSet<>();
    Set<String> working = new HashSet<>();
    for (Step step : trace) {
      Step holder = byId.get(step.isSpan() ? step.parent() : step.span());
      if (holder != null && !(step.isSpan() && step.parent().equals(step.span()))) {
        boolean other = step.isSpan() && !step.service().equals(holder.service());
        (other ? calls : working).add(holder.span());
      }
    }
    calls.removeAll(working);
    return calls;
  }

  /** The id of the unit that {@code step} happens in. */
  private String holder(Step step, Map<String, Step> byId, Set<String> calls) {
    if (!spans) {
      return step.service();
    }
    return step.isSpan() ? above(step, byId, calls) : step.span();
  }

  /** The id of the unit that called {@code span}. */
  private static String above(Step span, Map<String, Step> byId, Set<String> calls) {
    String id = span.parent();
    Set<String> seen = new HashSet<>();
    while (calls.contains(id) && seen.add(id)) {
      id = byId.get(id).parent();
    }
    return id;
  }

  Collection<Unit> all() {
    return units.values();
  }

  /**
   * True when {@code unit} waits for {@code other}; where there are no spans, when {@code other}
   * began earlier.
   */
  boolean isBefore(Unit other, Unit unit) {
    if (!spans) {
      return other.start() < unit.start();
    }
    Set<String> seen = new HashSet<>();
    Unit above = units.get(other.parent());
    while (above != null && seen.add(above.id())) {
      if (above.id().equals(unit.id())) {
        return true;
      }
      above = units.get(above.parent());
    }
    return false;
  }

  private Unit unit(Step step, Map<String, Step> byId, Set<String> calls) {
    return new Unit(
        spans ? step.span() : step.service(),
        spans ? context(step, byId) : step.service(),
        step.service(),
        spans ? step.label() : "",
        step.time(),
        spans ? above(step, byId, calls) : "",
        new TreeMap<>(),
        new HashSet<>());
  }

  private static String context(Step step, Map<String, Step> byId) {
    StringBuilder context = new StringBuilder(step.kind());
    Step above = byId.get(step.parent());
    for (int i = 1;
        i < LONGEST_CONTEXT && above != null && above.service().equals(step.service());
        i++) {
      context.append('\0').append(above.name());
      above = byId.get(above.parent());
    }
    return context.toString();
  }
}

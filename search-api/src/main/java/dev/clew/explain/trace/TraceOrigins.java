// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.trace;

import dev.clew.explain.trace.Traces.Step;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * In which service the failing requests fail first: the deepest failing span where the request has
 * spans, else the first failing event.
 *
 * @param failing how many requests fail
 * @param total how many requests there are
 * @param origins in how many of the failing ones a service is where it begins
 * @param involved in how many of them a service appears
 */
public record TraceOrigins(
    int failing, int total, Map<String, Integer> origins, Map<String, Integer> involved) {

  public static TraceOrigins of(Collection<List<Step>> traces) {
    Map<String, Integer> origins = new HashMap<>();
    Map<String, Integer> involved = new HashMap<>();
    int failing = 0;
    for (List<Step> trace : traces) {
      Optional<Step> origin = origin(trace);
      if (origin.isPresent()) {
        failing++;
        origins.merge(origin.get().service(), 1, Integer::sum);
        Set<String> services = new TreeSet<>();
        trace.forEach(step -> services.add(step.service()));
        services.forEach(service -> involved.merge(service, 1, Integer::sum));
      }
    }
    return new TraceOrigins(failing, traces.size(), origins, involved);
  }

  /** The share of all requests that begin to fail in {@code service}, 0 to 1. */
  public double share(String service) {
    return total == 0 ? 0 : (double) origins.getOrDefault(service, 0) / total;
  }

  /** The share of the failing requests that begin to fail in {@code service}, 0 to 1. */
  public double shareOfFailing(String service) {
    return failing == 0 ? 0 : (double) origins.getOrDefault(service, 0) / failing;
  }

  private static Optional<Step> origin(List<Step> trace) {
    List<Step> failing = trace.stream().filter(Step::failing).toList();
    if (failing.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Step> spans = new HashMap<>();
    trace.stream()
        .filter(step -> step.isSpan() && !step.span().isEmpty())
        .forEach(step -> spans.put(step.span(), step));
    Set<String> above = new HashSet<>();
    failing.forEach(step -> addCallers(step, spans, above));
    Comparator<Step> deepest =
        Comparator.<Step>comparingInt(step -> above.contains(step.span()) ? 1 : 0)
            .thenComparingInt(step -> spans.isEmpty() || !step.span().isEmpty() ? 0 : 1)
            .thenComparingLong(Step::time);
    return failing.stream().min(deepest);
  }

  /** Every span that waits for {@code step}, and so fails because it does. */
  private static void addCallers(Step step, Map<String, Step> spans, Set<String> above) {
    Step own = spans.get(step.span());
    String caller = own == null ? step.parent() : own.parent();
    while (!caller.isEmpty() && above.add(caller)) {
      Step span = spans.get(caller);
      caller = span == null ? "" : span.parent();
    }
  }
}

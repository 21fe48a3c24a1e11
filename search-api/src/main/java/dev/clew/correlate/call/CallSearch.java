// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.call;

import dev.clew.correlate.call.CallGraph.Call;
import dev.clew.correlate.call.CallGraph.Latency;
import dev.clew.correlate.call.CallGraph.ServiceNode;
import dev.clew.correlate.call.Nesting.Work;
import dev.clew.correlate.request.Requests;
import dev.clew.correlate.request.Step;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the calls between services in the requests of a selection. Thread-safe, as the store is.
 */
public final class CallSearch {
  /** A request over more services than these is looked at no further: no person could. */
  private static final int MOST_SERVICES = 64;

  private final LogStore store;

  public CallSearch(LogStore store) {
    this.store = store;
  }

  public CallGraph find(Selection selection, Until until) {
    Requests.Read read = Requests.read(store, selection, until);
    Run run = new Run(read.requests());
    run.look();
    return new CallGraph(
        run.nodes(), run.calls(), read.requests().all().size(), run.left, read.sample());
  }

  /** The services of a call. */
  private record Edge(String caller, String callee) {}

  /** Calls of one edge. */
  private static final class Tally {
    private final List<Long> nanos = new ArrayList<>();
    private int errors;
    private int reconstructed;

    void add(long took, boolean error, boolean guessed) {
      nanos.add(took);
      errors += error ? 1 : 0;
      reconstructed += guessed ? 1 : 0;
    }

    Call call(Edge edge) {
      long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
      return new Call(
          edge.caller(), edge.callee(), sorted.length, errors, reconstructed, latency(sorted));
    }

    private static Latency latency(long[] sorted) {
      return new Latency(
          sorted.length,
          rank(sorted, 50),
          rank(sorted, 95),
          rank(sorted, 99),
          sorted[sorted.length - 1]);
    }

    /** The nearest rank: the smallest value that at least {@code percent} of all do not exceed. */
    private static long rank(long[] sorted, int percent) {
      return sorted[(int) Math.max(0, (percent * (long) sorted.length + 99) / 100 - 1)];
    }
  }

  /** One search: what was found so far. */
  private static final class Run {
    private final Requests requests;
    private final Nesting nesting;
    private final Map<Edge, Tally> edges = new LinkedHashMap<>();
    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private long left;

    Run(Requests requests) {
      this.requests = requests;
      this.nesting = new Nesting(requests);
      this.left = requests.left();
    }

    void look() {
      for (List<Step> request : requests.all()) {
        Collection<Work> works = nesting.works(request);
        if (works.size() <= MOST_SERVICES) {
          nesting.learn(works);
        }
      }
      for (List<Step> request : requests.all()) {
        Collection<Work> works = nesting.works(request);
        if (works.size() > MOST_SERVICES) {
          left += request.size();
          continue;
        }
        Set<String> called = new HashSet<>();
        Set<String> spanned = spans(request, called);
        for (Work work : works) {
          if (!spanned.contains(work.service())) {
            guess(works, work, called);
          }
        }
        count(works, called);
      }
    }

    /** The calls that spans tell of; the services that have spans. */
    private Set<String> spans(List<Step> request, Set<String> called) {
      Map<String, Step> spans = new HashMap<>();
      Set<String> services = new HashSet<>();
      for (Step step : request) {
        if (step.isSpan()) {
          spans.putIfAbsent(step.span(), step);
          services.add(step.service());
        }
      }
      for (Step step : request) {
        Step caller = spans.get(step.parent());
        if (step.isSpan() && caller != null && !caller.service().equals(step.service())) {
          add(caller.service(), step.service(), step.end() - step.start(), step.error(), false);
          called.add(step.service());
        }
      }
      return services;
    }

    private void guess(Collection<Work> works, Work work, Set<String> called) {
      Optional<Work> caller = nesting.caller(works, work);
      if (caller.isPresent()) {
        add(caller.get().service(), work.service(), work.length(), work.error(), true);
        called.add(work.service());
      }
    }

    private void add(String caller, String callee, long nanos, boolean error, boolean guessed) {
      edges
          .computeIfAbsent(new Edge(caller, callee), edge -> new Tally())
          .add(nanos, error, guessed);
    }

    private void count(Collection<Work> works, Set<String> called) {
      for (Work work : works) {
        int[] own = counts.computeIfAbsent(work.service(), service -> new int[3]);
        own[0]++;
        own[1] += work.error() ? 1 : 0;
        own[2] += called.contains(work.service()) ? 0 : 1;
      }
    }

    List<ServiceNode> nodes() {
      return counts.entrySet().stream()
          .map(
              entry ->
                  new ServiceNode(
                      entry.getKey(),
                      entry.getValue()[0],
                      entry.getValue()[1],
                      entry.getValue()[2]))
          .sorted(
              Comparator.comparingInt(ServiceNode::requests)
                  .reversed()
                  .thenComparing(ServiceNode::service))
          .toList();
    }

    List<Call> calls() {
      return edges.entrySet().stream()
          .map(entry -> entry.getValue().call(entry.getKey()))
          .sorted(
              Comparator.comparingInt(Call::calls)
                  .reversed()
                  .thenComparing(Call::caller)
                  .thenComparing(Call::callee))
          .toList();
    }
  }
}

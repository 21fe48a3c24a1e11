// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.call;

import dev.clew.correlate.request.Requests;
import dev.clew.correlate.request.Step;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who called whom in requests without spans. A caller is at work when the called service begins, in
 * nearly every request they share, and until it ends in most: not in all, since a caller may give
 * up. Of those that may have called, it is the one that began last.
 */
final class Nesting {
  /** The share of the shared requests in which a caller must be at work as the other begins. */
  private static final double NEARLY_EVERY = 0.9;

  /** The share in which it must be at work for all of the time. */
  private static final double MOST = 0.5;

  private final Requests requests;
  private final Map<Pair, Integer> shared = new HashMap<>();
  private final Map<Pair, Integer> beginning = new HashMap<>();
  private final Map<Pair, Integer> holding = new HashMap<>();

  /** Two services, the outer first. */
  private record Pair(String outer, String inner) {}

  /** When a service was at work on a request, and whether it reported an error. */
  record Work(String service, long start, long end, boolean error) {
    long length() {
      return end - start;
    }

    private boolean begins(Work other) {
      return start <= other.start && end >= other.start;
    }

    private boolean holds(Work other) {
      return start <= other.start && end >= other.end && length() > other.length();
    }

    private Work and(Work other) {
      return new Work(
          service, Math.min(start, other.start), Math.max(end, other.end), error || other.error);
    }
  }

  Nesting(Requests requests) {
    this.requests = requests;
  }

  /** What each service did for {@code request}. */
  Collection<Work> works(List<Step> request) {
    Map<String, Work> works = new LinkedHashMap<>();
    for (Step step : request) {
      if (!step.service().isEmpty()) {
        long late = step.end() + requests.precision(step.clock());
        works.merge(
            step.service(), new Work(step.service(), step.start(), late, step.error()), Work::and);
      }
    }
    return works.values();
  }

  /** Remembers who was at work while whom. */
  void learn(Collection<Work> works) {
    for (Work outer : works) {
      for (Work inner : works) {
        if (!outer.service().equals(inner.service())) {
          Pair pair = new Pair(outer.service(), inner.service());
          shared.merge(pair, 1, Integer::sum);
          beginning.merge(pair, outer.begins(inner) ? 1 : 0, Integer::sum);
          holding.merge(pair, outer.holds(inner) ? 1 : 0, Integer::sum);
        }
      }
    }
  }

  /** The caller of {@code called}, once all requests were learnt from. */
  Optional<Work> caller(Collection<Work> works, Work called) {
    Work best = null;
    for (Work outer : works) {
      Pair pair = new Pair(outer.service(), called.service());
      boolean usual =
          outer.begins(called)
              && beginning.getOrDefault(pair, 0) >= NEARLY_EVERY * shared.getOrDefault(pair, 1)
              && holding.getOrDefault(pair, 0) >= MOST * shared.getOrDefault(pair, 1);
      if (usual && (best == null || outer.start() > best.start())) {
        best = outer;
      }
    }
    return Optional.ofNullable(best);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import dev.clew.explain.ServiceEvidence.Aspect;
import dev.clew.explain.measure.LatestMoment;
import dev.clew.explain.measure.Metrics;
import dev.clew.explain.measure.Significance;
import dev.clew.explain.place.Blame;
import dev.clew.explain.place.CodePlaces;
import dev.clew.explain.trace.Departure;
import dev.clew.explain.trace.Departures;
import dev.clew.explain.trace.Latencies;
import dev.clew.explain.trace.TraceOrigins;
import dev.clew.explain.window.Failing;
import dev.clew.explain.window.Scale;
import dev.clew.explain.window.Tallies;
import dev.clew.explain.window.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Ranks services by how strongly they look like where the failure started. Each signal yields
 * findings with a weight from 0 to 1; {@link ServiceEvidence} adds them up.
 */
final class ServiceRanking {
  private static final int PATTERNS_EACH = 4;
  private static final int DEPARTURES_EACH = 3;
  private static final int STACKS_EACH = 3;

  /** The weight of the first new kind of exception. */
  private static final double NEW_STACK = 0.5;

  /** What is left of it when somebody else raised it. */
  private static final double NOTICED = 0.4;

  /** Steps that depart together are hardly more than one of them. */
  private static final double FURTHER_DEPARTURE = 0.1;

  /** What is left where requests failed as often before: the baseline may hold the failure too. */
  private static final double AS_BEFORE = 0.5;

  /** And of what only shows that something recovers. */
  private static final double RELIEF = 0.05;

  private final Map<String, ServiceEvidence> findings = new TreeMap<>();
  private final Map<String, Double> cleared = new HashMap<>();

  /** Own patterns that rose, fell or stopped; those that rise first among all services say more. */
  void shifts(
      List<Shift> shifts,
      Map<String, Long> starts,
      Map<String, LogEvent> examples,
      Window now,
      Departures departures) {
    double best =
        shifts.stream().filter(ServiceRanking::fails).mapToDouble(Shift::score).max().orElse(0);
    long earliest =
        shifts.stream()
            .filter(shift -> fails(shift) && shift.score() >= 0.5 * best)
            .mapToLong(shift -> start(shift, starts))
            .min()
            .orElse(Long.MAX_VALUE);
    Map<String, Integer> seen = new HashMap<>();
    for (Shift shift : shifts) {
      if (shift.service().isEmpty() || seen.merge(key(shift), 1, Integer::sum) > PATTERNS_EACH) {
        continue;
      }
      double weight = shift.score() * (shift.isRise() ? shift.failing() : 0.25);
      if (fails(shift)) {
        double late =
            Math.max(0.0, (double) start(shift, starts) - (double) earliest) / now.nanos();
        weight *= 0.45 + 0.55 * Math.exp(-late * 20);
        weight *= departures.news(shift.service(), shift.tally().pattern());
      } else {
        weight *= 0.6;
      }
      Aspect aspect = fails(shift) ? Aspect.FAILURE : Aspect.CHANGE;
      add(aspect, shift.service(), 0.75 * weight, PatternWords.of(shift), example(shift, examples));
    }
  }

  /** Where failing requests begin to fail; services that only pass the failure on lose. */
  void traces(TraceOrigins now, TraceOrigins before) {
    if (now.failing() < 2) {
      return;
    }
    now.involved()
        .forEach(
            (service, involved) -> {
              double share = now.shareOfFailing(service);
              if (share > 0) {
                double rise = Math.max(0, now.share(service) - before.share(service));
                double trust = now.failing() / (now.failing() + 3.0);
                double fewer = Math.min(1, now.share(service) / before.share(service));
                double news =
                    Math.max(AS_BEFORE * fewer * fewer, rise / (rise + before.share(service)));
                add(
                    Aspect.FAILURE,
                    service,
                    0.7 * share * trust * news,
                    "%d of %d failing requests fail first in %s (%s of all requests; %s before)"
                        .formatted(
                            now.origins().getOrDefault(service, 0),
                            now.failing(),
                            service,
                            percent(now.share(service)),
                            percent(before.share(service))),
                    Optional.empty());
              }
              if (share < 0.1 && involved * 2 >= now.failing()) {
                cleared.put(service, 0.6);
              }
            });
  }

  /**
   * Exceptions that the baseline does not have; the first say most, and one that a client of
   * another service raised says more of that one.
   */
  void stacks(CodePlaces now, CodePlaces before, Blame blame, double nanos) {
    before.stacks();
    List<CodePlaces.Stack> news =
        now.stacks().stream().filter(stack -> before.count(stack) == 0).toList();
    long earliest =
        news.stream().mapToLong(CodePlaces.Stack::firstTime).min().orElse(Long.MIN_VALUE);
    Map<String, Integer> seen = new HashMap<>();
    for (CodePlaces.Stack stack : news) {
      if (stack.service().isEmpty() || seen.merge(stack.service(), 1, Integer::sum) > STACKS_EACH) {
        continue;
      }
      double late = Math.max(0.0, (double) stack.firstTime() - (double) earliest) / nanos;
      Optional<String> elsewhere = blame.elsewhere(stack.places(), stack.service());
      double weight =
          NEW_STACK
              * (0.5 + 0.5 * Math.exp(-20 * late))
              * Math.min(1, 0.6 + 0.1 * Math.log1p((double) stack.count()))
              * (elsewhere.isPresent() ? NOTICED : 1);
      add(
          Aspect.FAILURE,
          stack.service(),
          weight,
          "%s of %s in %s()%s; none in the baseline"
              .formatted(
                  Words.events(stack.count()),
                  stack.service(),
                  stack.places().getFirst().function(),
                  elsewhere.map(product -> ", a client of " + product).orElse("")),
          Optional.of(stack.first()));
    }
  }

  /** Steps that requests leave out or take besides, where nothing that is called explains it. */
  void departures(List<Departure> departures) {
    Map<String, Integer> seen = new HashMap<>();
    for (Departure departure : departures) {
      int times = seen.merge(departure.service(), 1, Integer::sum);
      if (times <= DEPARTURES_EACH) {
        add(
            Aspect.FAILURE,
            departure.service(),
            0.85 * departure.weight() * relief(departure) * (times == 1 ? 1 : FURTHER_DEPARTURE),
            text(departure),
            Optional.empty());
      }
    }
  }

  /** A failure that is met less often is no cause of others, nor what follows from that. */
  private static double relief(Departure departure) {
    boolean failure = Failing.degree(Severity.UNSPECIFIED, departure.step()) > 0.5;
    return departure.heals() || (failure && departure.z() < 0) ? RELIEF : 1;
  }

  private static String text(Departure departure) {
    return "%s of %s: “%s” in %d of %d, before in %d of %d"
        .formatted(
            departure.work().isEmpty() ? "requests" : "“" + departure.work() + "”",
            departure.service(),
            departure.step(),
            departure.with(),
            departure.seen(),
            departure.withBefore(),
            departure.seenBefore());
  }

  /** Time that services lose themselves, or that calls lose on the way to them. */
  void latencies(Latencies now, Latencies before) {
    List<Latencies.Slowdown> slower = now.slowerThan(before);
    double lost = slower.stream().mapToDouble(Latencies.Slowdown::excessNanos).sum();
    double size = lost / (lost + 0.02 * now.total());
    for (Latencies.Slowdown slowdown : slower) {
      double share = slowdown.excessNanos() / lost;
      double trust = 1 - Math.exp(-slowdown.z() * slowdown.count() / 20);
      if (share > 0.01) {
        add(
            Aspect.BEHAVIOUR,
            slowdown.work().service(),
            0.75 * share * size * trust,
            text(slowdown),
            Optional.empty());
      }
    }
  }

  /** Measurements that left their range; the first to leave say most. */
  void metrics(List<Metrics.Jump> jumps) {
    Map<String, Integer> seen = new HashMap<>();
    long first = jumps.isEmpty() ? 0 : jumps.get(0).event().time().epochNanos();
    double span =
        jumps.isEmpty()
            ? 1
            : Math.max(
                60e9,
                (double) jumps.get(jumps.size() - 1).event().time().epochNanos() - (double) first);
    for (Metrics.Jump jump : jumps) {
      if (seen.merge(jump.service(), 1, Integer::sum) > PATTERNS_EACH) {
        continue;
      }
      double late = ((double) jump.event().time().epochNanos() - (double) first) / span;
      double weight = (1 - Math.exp(-jump.z() / 20)) * (1 - 0.7 * Math.min(1, late));
      add(
          Aspect.BEHAVIOUR,
          jump.service(),
          0.4 * weight,
          "%s of %s left its usual %s for %s at %s (%s robust standard deviations)"
              .formatted(
                  jump.metric(),
                  jump.service(),
                  Words.number(jump.usual()),
                  Words.number(jump.reached()),
                  Words.time(jump.event().time().epochNanos()),
                  Words.number(Math.min(jump.z(), 999))),
          Optional.of(jump.event()));
    }
  }

  /** Services that stop, or nearly. */
  void silence(Tallies now, Tallies before, Scale scale) {
    Map<String, long[]> totals = new TreeMap<>();
    now.byKey().values().forEach(tally -> total(totals, tally)[0] += tally.count());
    before.byKey().values().forEach(tally -> total(totals, tally)[1] += tally.count());
    totals.remove("");
    totals.forEach(
        (service, counts) -> {
          double expected = counts[1] * scale.everywhere();
          double z =
              Significance.signedRoot(counts[0], counts[1], scale.everywhere())
                  / Math.sqrt(1 + 0.1 * expected);
          if (expected >= 10 && counts[0] < 0.3 * expected && z < -3) {
            add(
                Aspect.BEHAVIOUR,
                service,
                0.08 * (1 - counts[0] / expected),
                "%s fell silent: %s where %s were to be expected"
                    .formatted(service, Words.events(counts[0]), Words.number(expected)),
                Optional.empty());
          }
        });
  }

  /** Best first. */
  List<RankedService> ranked() {
    List<RankedService> ranked = new ArrayList<>();
    findings.forEach(
        (service, evidence) -> {
          double score = evidence.score() * cleared.getOrDefault(service, 1.0);
          ranked.add(new RankedService(service, score, evidence.heaviest()));
        });
    ranked.sort(
        Comparator.comparingDouble(RankedService::score)
            .reversed()
            .thenComparing(RankedService::service));
    return ranked;
  }

  private void add(
      Aspect aspect, String service, double weight, String text, Optional<LogEvent> event) {
    findings
        .computeIfAbsent(service, name -> new ServiceEvidence())
        .add(aspect, new Finding(Math.max(0, Math.min(0.95, weight)), text, event));
  }

  private static boolean fails(Shift shift) {
    return shift.isRise() && shift.failing() >= 0.6;
  }

  private static String key(Shift shift) {
    return shift.service() + '\0' + shift.kind();
  }

  private static long[] total(Map<String, long[]> totals, Tallies.Tally tally) {
    String service = tally.service() == null ? "" : tally.service();
    return totals.computeIfAbsent(service, name -> new long[2]);
  }

  private static long start(Shift shift, Map<String, Long> starts) {
    return LatestMoment.of(starts.getOrDefault(shift.tally().key(), shift.tally().first()));
  }

  private static Optional<LogEvent> example(Shift shift, Map<String, LogEvent> examples) {
    return Optional.ofNullable(examples.get(shift.tally().key()));
  }

  private static String text(Latencies.Slowdown slowdown) {
    Latencies.Work work = slowdown.work();
    return (work.isWay()
            ? "calls to %s lose %s on the way, %s %s (medians of %d)"
            : "%s takes %s for work of its own, %s %s (medians of %d)")
        .formatted(
            work.service(),
            Words.duration(slowdown.now()),
            Words.duration(slowdown.usual()),
            slowdown.ofPeers() ? "to other services" : "before",
            slowdown.count());
  }

  private static String percent(double share) {
    return Words.number(Math.round(share * 1000) / 10.0) + " %";
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.clock;

import dev.clew.correlate.clock.PairBounds.Pair;
import dev.clew.correlate.clock.Skews.Estimate;
import dev.clew.correlate.clock.Skews.Skew;
import dev.clew.correlate.request.Clock;
import dev.clew.correlate.request.Requests;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Estimates how far the clocks of hosts are apart: for each two that worked on the same requests,
 * what most of these agree on ({@link Agreement}); from there to further clocks along the most
 * certain pairs. A clock keeps its offset throughout the selection: one that drifts by more than
 * the uncertainty makes requests disagree, and is unknown then. Thread-safe, as the store is.
 */
public final class SkewSearch {
  /** A pair that fewer requests tell of is not estimated. */
  static final int FEWEST_REQUESTS = 3;

  /** The share of the requests that must agree. */
  static final double LEAST_AGREEMENT = 0.5;

  private final LogStore store;

  public SkewSearch(LogStore store) {
    this.store = store;
  }

  /** The clocks of the requests in {@code selection}. */
  public Skews find(Selection selection, Until until) {
    Requests.Read read = Requests.read(store, selection, until);
    Requests requests = read.requests();
    Map<Pair, Estimate> pairs = new LinkedHashMap<>();
    Map<Clock, String> doubts = new HashMap<>();
    new PairBounds(requests)
        .all()
        .forEach(
            (pair, bounds) -> {
              Estimate estimate = estimate(pair.first(), bounds);
              String doubt = doubt(estimate);
              if (doubt.isEmpty()) {
                pairs.put(pair, estimate);
              }
              doubts.putIfAbsent(pair.first(), doubt);
              doubts.putIfAbsent(pair.second(), doubt);
            });
    Optional<Clock> reference = reference(requests.clocks(), pairs);
    Map<Clock, Estimate> known = reference.map(clock -> reach(clock, pairs)).orElseGet(Map::of);
    return new Skews(
        reference,
        skews(requests.clocks(), reference, known, doubts),
        requests.all().size(),
        read.sample());
  }

  private static Estimate estimate(Clock first, List<Bound> bounds) {
    boolean spans = bounds.stream().allMatch(Bound::spans);
    Agreement agreement = Agreement.of(bounds);
    long half = (agreement.high() - agreement.low()) / 2;
    // lines are printed a little after what they tell of, and what called what is assumed
    long typical =
        bounds.stream()
            .mapToLong(Bound::width)
            .sorted()
            .skip(bounds.size() / 2)
            .findFirst()
            .orElse(0);
    return new Estimate(
        agreement.middle(),
        spans ? half : Math.max(half, typical),
        first,
        agreement.agreeing(),
        agreement.all(),
        spans);
  }

  /** Why a pair is not estimated; empty when it is. */
  private static String doubt(Estimate pair) {
    if (pair.requests() < FEWEST_REQUESTS) {
      return "only %d of its requests went over another clock".formatted(pair.requests());
    }
    return pair.agreeing() < LEAST_AGREEMENT * pair.requests()
        ? "its requests disagree: at most %,d of %,d allow the same offset"
            .formatted(pair.agreeing(), pair.requests())
        : "";
  }

  /** The clock that is compared with others most often and most exactly. */
  private static Optional<Clock> reference(Collection<Clock> clocks, Map<Pair, Estimate> pairs) {
    Map<Clock, Double> compared = new HashMap<>();
    clocks.forEach(clock -> compared.put(clock, 0.0));
    pairs.forEach(
        (pair, estimate) -> {
          double exact = estimate.agreeing() / (1.0 + estimate.uncertainty());
          compared.merge(pair.first(), exact, Double::sum);
          compared.merge(pair.second(), exact, Double::sum);
        });
    return compared.entrySet().stream()
        .max(
            Map.Entry.<Clock, Double>comparingByValue()
                .thenComparing(entry -> entry.getKey().name(), Comparator.reverseOrder()))
        .map(Map.Entry::getKey);
  }

  /** The most certain way from {@code reference} to each clock: uncertainties add up. */
  private static Map<Clock, Estimate> reach(Clock reference, Map<Pair, Estimate> pairs) {
    Map<Clock, Estimate> known = new LinkedHashMap<>();
    known.put(reference, new Estimate(0, 0, reference, 0, 0, true));
    while (true) {
      Clock nearest = null;
      Estimate best = null;
      for (Map.Entry<Pair, Estimate> entry : pairs.entrySet()) {
        Pair pair = entry.getKey();
        boolean forward = known.containsKey(pair.first());
        if (forward == known.containsKey(pair.second())) {
          continue;
        }
        Clock from = forward ? pair.first() : pair.second();
        Estimate further = further(known.get(from), from, entry.getValue(), forward);
        if (best == null || further.uncertainty() < best.uncertainty()) {
          best = further;
          nearest = forward ? pair.second() : pair.first();
        }
      }
      if (nearest == null || best == null) {
        return known;
      }
      known.put(nearest, best);
    }
  }

  private static Estimate further(Estimate to, Clock via, Estimate pair, boolean forward) {
    return new Estimate(
        to.nanos() + (forward ? pair.nanos() : -pair.nanos()),
        to.uncertainty() + pair.uncertainty(),
        via,
        pair.agreeing(),
        pair.requests(),
        pair.spans());
  }

  private static List<Skew> skews(
      Collection<Clock> clocks,
      Optional<Clock> reference,
      Map<Clock, Estimate> known,
      Map<Clock, String> doubts) {
    List<Skew> skews = new ArrayList<>();
    for (Clock clock : clocks) {
      Estimate estimate = known.get(clock);
      boolean first = reference.isPresent() && reference.get().equals(clock);
      String doubt = doubts.getOrDefault(clock, "");
      String reason =
          first
              ? "the others are compared with it"
              : estimate != null
                  ? grounds(estimate)
                  : doubt.isEmpty() ? "no request went over it and another clock" : doubt;
      skews.add(new Skew(clock, Optional.ofNullable(estimate), reason));
    }
    skews.sort(
        Comparator.<Skew, Boolean>comparing(
                skew -> reference.isEmpty() || !skew.clock().equals(reference.get()))
            .thenComparing(skew -> skew.clock().name()));
    return skews;
  }

  private static String grounds(Estimate estimate) {
    return "%,d of %,d requests over it and %s agree, by their %s"
        .formatted(
            estimate.agreeing(),
            estimate.requests(),
            estimate.via().name(),
            estimate.spans() ? "spans" : "lines");
  }
}

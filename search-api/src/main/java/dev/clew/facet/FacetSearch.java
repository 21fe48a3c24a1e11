// SPDX-License-Identifier: Apache-2.0
package dev.clew.facet;

import dev.clew.event.TimeRange;
import dev.clew.facet.Dropped.Reason;
import dev.clew.query.FieldKind;
import dev.clew.store.Count;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the facets of selections. Thread-safe, as the store is. */
public final class FacetSearch {
  private static final List<String> NAMED =
      List.of(
          "service",
          "level",
          "host",
          "version",
          "logger",
          "exception",
          "thread",
          "file",
          "pattern",
          "trace");

  /** So many events are read; of more, the store counts the groups. */
  private static final int READ = 1_000;

  private final LogStore store;
  private final ZoneId zone;
  private final FacetLimits limits;

  /** Steps of time start at round times by the clock of {@code zone}. */
  public FacetSearch(LogStore store, ZoneId zone, FacetLimits limits) {
    this.store = store;
    this.zone = zone;
    this.limits = limits;
  }

  /** The facets of {@code selection}; when {@code until} passes, those counted by then. */
  public Facets find(Selection selection, Until until) {
    LogStore answering = store.waiting(until);
    Count total = answering.aggregate(selection, List.of(), 1).total();
    TimeRange range = held(selection.range());
    Timeline timeline = Timeline.of(range, limits.steps(), zone);
    Optional<Page> all = Optional.empty();
    if (total.value() <= READ) {
      Page page = answering.search(selection, Order.NEWEST_FIRST, Optional.empty(), READ);
      all = Optional.of(page).filter(read -> read.next().isEmpty());
    }
    if (all.isPresent()) {
      Sample whole = new Sample(all.get().events(), all.get().complete());
      Count read = new Count(whole.events().size(), total.exact() && whole.complete());
      return new Run(read, timeline, whole, new EventCounting(whole.events()), true).facets();
    }
    Sample sample = Sample.of(answering, new Selection(selection.query(), range));
    Counting counting = new StoreCounting(answering, selection, LogStore.MAX_LIMIT);
    return new Run(total, timeline, sample, counting, false).facets();
  }

  private TimeRange held(TimeRange range) {
    TimeRange held = store.status().range().orElse(new TimeRange(0, 0));
    return new TimeRange(
        Math.clamp(range.from(), held.from(), held.to()),
        Math.clamp(range.to(), held.from(), held.to()));
  }

  /** One search: the fields that were found, and what became of each. */
  private final class Run {
    private final Count total;
    private final Timeline timeline;
    private final Sample sample;
    private final Counting counting;
    private final boolean whole;
    private final List<Facet> facets = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();

    Run(Count total, Timeline timeline, Sample sample, Counting counting, boolean whole) {
      this.total = total;
      this.timeline = timeline;
      this.sample = sample;
      this.counting = counting;
      this.whole = whole;
    }

    Facets facets() {
      List<String> names = timeline.steps() == 0 ? List.of() : worthCounting();
      List<Tally> tallies = tallies(names);
      tallies.forEach(this::judge);
      boolean exact = facets.stream().allMatch(Facet::exact);
      boolean counted = dropped.stream().noneMatch(drop -> drop.reason() == Reason.NOT_COUNTED);
      int named = Math.min(Facets.MOST_DROPPED, dropped.size());
      return new Facets(
          total,
          timeline.step(),
          timeline.start(),
          timeline.steps(),
          facets,
          dropped.subList(0, named),
          dropped.size() - named,
          whole ? 0 : sample.events().size(),
          total.exact() && sample.complete() && exact && counted);
    }

    /** Names of fields whose values do not all differ, as far as the sample can tell. */
    private List<String> worthCounting() {
      List<String> worth = new ArrayList<>();
      Stream<String> attributes =
          sample.attributes().stream().filter(name -> FieldKind.of(name) == FieldKind.ATTRIBUTE);
      for (String name : Stream.concat(NAMED.stream(), attributes).toList()) {
        Spread spread = sample.spread(name);
        if (!whole && spread.nearlyAllDiffer()) {
          drop(
              name,
              Reason.NEARLY_ALL_DIFFER,
              "%,d values in %,d of the %,d events read"
                  .formatted(spread.different(), spread.having(), sample.events().size()));
        } else if (worth.size() < limits.fields()) {
          worth.add(name);
        } else {
          drop(
              name,
              Reason.TOO_MANY_FIELDS,
              "in %,d of the %,d events read".formatted(spread.having(), sample.events().size()));
        }
      }
      return worth;
    }

    private void drop(String name, Reason reason, String detail) {
      dropped.add(new Dropped(name, reason, detail));
    }

    /** By value and step at once; by value alone where that makes too many groups. */
    private List<Tally> tallies(List<String> names) {
      List<Tally> tallies = new ArrayList<>();
      List<Groups> bySteps = counting.by(names.stream().map(timeline::by).toList());
      for (int i = 0; i < names.size(); i++) {
        tallies.add(Tally.ofSteps(names.get(i), bySteps.get(i), timeline));
      }
      List<Tally> open = tallies.stream().filter(tally -> tally.exact() && !tally.whole()).toList();
      List<Groups> byValue =
          counting.by(
              open.stream().map(tally -> timeline.by(tally.field()).subList(0, 1)).toList());
      for (int i = 0; i < open.size(); i++) {
        tallies.set(tallies.indexOf(open.get(i)), open.get(i).withCounts(byValue.get(i)));
      }
      return tallies;
    }

    private void judge(Tally tally) {
      long missing = tally.missing().orElseGet(() -> counting.missing(tally.field()));
      Optional<Dropped> boring = tally.boring(total.value(), missing);
      if (boring.isPresent()) {
        dropped.add(boring.get());
      } else if (tally.different().value() > 0) {
        facets.add(facet(tally, missing));
      }
    }

    private Facet facet(Tally tally, long missing) {
      List<String> top = tally.top(limits.values());
      List<String> unknown = top.stream().filter(value -> !tally.knowsSteps(value)).toList();
      if (tally.exact() && !unknown.isEmpty()) {
        Groups more = counting.having(tally.field(), unknown, timeline.by(tally.field()));
        tally.steps().putAll(timeline.spread(more));
      }
      List<Facet.Value> values = new ArrayList<>();
      boolean exact = tally.exact();
      for (String value : top) {
        exact &= tally.knowsSteps(value);
        values.add(new Facet.Value(value, tally.count(value), steps(tally, value)));
      }
      return new Facet(tally.field(), values, tally.different(), missing, exact);
    }

    private List<Long> steps(Tally tally, String value) {
      long[] steps = tally.steps().getOrDefault(value, new long[timeline.steps()]);
      return Arrays.stream(steps).boxed().toList();
    }
  }
}

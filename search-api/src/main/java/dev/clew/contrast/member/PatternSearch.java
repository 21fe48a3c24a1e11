// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast.member;

import dev.clew.contrast.member.PatternDetail.Place;
import dev.clew.contrast.member.PatternDetail.Step;
import dev.clew.contrast.member.PatternDetail.Value;
import dev.clew.event.LogEvent;
import dev.clew.event.Pattern;
import dev.clew.event.TimeRange;
import dev.clew.query.Quantity.Dimension;
import dev.clew.query.Query;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Grouping.ByTime;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Finds out what the events of one pattern say where they differ. */
public final class PatternSearch {
  /** Most values of a place that are listed. */
  public static final int MOST_VALUES = 20;

  private static final int STEPS = 60;
  private static final List<Duration> ROUND =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(12),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(28),
          Duration.ofDays(364));

  private final LogStore store;

  public PatternSearch(LogStore store) {
    this.store = store;
  }

  /**
   * The pattern of that whole id among the events of {@code selection}; empty when there is none.
   *
   * @throws dev.clew.store.StoreException when the store cannot answer
   */
  public Optional<PatternDetail> find(String id, Selection selection, Until until) {
    LogStore answering = store.waiting(until);
    Selection narrowed =
        new Selection(
            Query.and(List.of(selection.query(), new Query.Is("pattern", id))),
            cut(selection.range()));
    Groups groups =
        answering.aggregate(
            narrowed, List.of(new ByField("pattern"), new ByField("pattern.template")), 1);
    if (groups.groups().isEmpty()) {
      return Optional.empty();
    }
    Groups.Group group = groups.groups().getFirst();
    Pattern pattern = new Pattern(group.keys().get(0), group.keys().get(1));
    TimeRange range = TimeRange.around(group.first(), group.last());
    Map<Variable, Map<String, Long>> places = new LinkedHashMap<>();
    Map<Variable, Series> numbers = new HashMap<>();
    Variables variables = new Variables();
    EventReading reading =
        EventReading.of(
            answering,
            new Selection(narrowed.query(), range),
            group.count(),
            until,
            event -> add(event, variables, places, numbers));
    return Optional.of(
        new PatternDetail(
            pattern,
            group.count(),
            group.first(),
            group.last(),
            reading.count(),
            trend(answering, narrowed),
            step(narrowed.range()),
            places(places, numbers),
            groups.total().exact() && !until.passed()));
  }

  private static void add(
      LogEvent event,
      Variables variables,
      Map<Variable, Map<String, Long>> places,
      Map<Variable, Series> numbers) {
    for (Variable.Holding holding : variables.of(event)) {
      places
          .computeIfAbsent(holding.variable(), place -> new HashMap<>())
          .merge(holding.value(), 1L, Long::sum);
      numbers
          .computeIfAbsent(holding.variable(), place -> new Series())
          .add(Series.quantity(holding.value()));
    }
  }

  private static List<Step> trend(LogStore store, Selection selection) {
    ByTime steps = new ByTime(step(selection.range()), 0);
    return store.aggregate(selection, List.of(steps), LogStore.MAX_LIMIT).groups().stream()
        .map(group -> new Step(Long.parseLong(group.keys().getFirst()), group.count()))
        .sorted(Comparator.comparingLong(Step::from))
        .toList();
  }

  /** The shortest round step of which there are few enough. */
  private static long step(TimeRange range) {
    long least = Math.max(1, (range.to() - range.from()) / STEPS);
    return ROUND.stream()
        .map(Duration::toNanos)
        .filter(step -> step >= least)
        .findFirst()
        .orElse(least);
  }

  private static List<Place> places(
      Map<Variable, Map<String, Long>> places, Map<Variable, Series> numbers) {
    List<Place> all = new ArrayList<>();
    places.forEach((variable, values) -> all.add(place(variable, values, numbers.get(variable))));
    all.sort(Comparator.comparingInt(place -> place.variable().index()));
    return all;
  }

  private static Place place(Variable variable, Map<String, Long> values, Series series) {
    List<Value> top =
        values.entrySet().stream()
            .map(entry -> new Value(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingLong(Value::count).reversed().thenComparing(Value::value))
            .limit(MOST_VALUES)
            .toList();
    boolean pure = series.isPure();
    double[] numbers = series.numbers();
    java.util.Arrays.sort(numbers);
    return new Place(
        variable,
        values.size(),
        top,
        pure ? series.dimension() : Dimension.NUMBER,
        percentile(numbers, 0, pure),
        percentile(numbers, 50, pure),
        percentile(numbers, 95, pure),
        percentile(numbers, 100, pure));
  }

  /** Nearest rank. */
  private static OptionalDouble percentile(double[] sorted, int percent, boolean pure) {
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return pure ? OptionalDouble.of(sorted[Math.max(0, rank - 1)]) : OptionalDouble.empty();
  }

  private TimeRange cut(TimeRange range) {
    TimeRange held = store.status().range().orElse(new TimeRange(0, 0));
    return new TimeRange(
        Math.clamp(range.from(), held.from(), held.to()),
        Math.clamp(range.to(), held.from(), held.to()));
  }
}

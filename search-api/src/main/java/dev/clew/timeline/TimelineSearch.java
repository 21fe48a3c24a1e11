// SPDX-License-Identifier: Apache-2.0
package dev.clew.timeline;

import dev.clew.correlate.clock.Offsets;
import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import dev.clew.event.TimeRange;
import dev.clew.query.Comparing.Operator;
import dev.clew.query.Query;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Groups;
import dev.clew.store.Groups.Group;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.StoreStatus;
import dev.clew.store.Until;
import dev.clew.timeline.Lane.Burst;
import dev.clew.timeline.Lane.Gap;
import dev.clew.timeline.Lane.Kind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts the events of a selection on one axis, a lane for each value of a field. The store counts;
 * no event is read, so years are as quick as minutes. Thread-safe, as the store is.
 */
public final class TimelineSearch {
  private final LogStore store;
  private final ZoneId zone;
  private final Offsets offsets;

  /** Times as they were read. */
  public TimelineSearch(LogStore store, ZoneId zone) {
    this(store, zone, Offsets.NONE);
  }

  /**
   * @param zone at whose round times cells begin
   * @param offsets by which all times are corrected, those of selections too
   */
  public TimelineSearch(LogStore store, ZoneId zone, Offsets offsets) {
    this.store = store;
    this.zone = zone;
    this.offsets = offsets;
  }

  /**
   * The lanes of {@code selection} by {@code field}.
   *
   * @param mostLanes those with errors are kept first, then those with most events
   * @param mostCells from 2 to 1,000
   */
  public Lanes find(Selection selection, String field, int mostLanes, int mostCells, Until until) {
    LogStore waiting = store.waiting(until);
    ClockedCounts clocked = new ClockedCounts(waiting, offsets);
    Selection corrected = new Selection(selection.query(), corrected(selection.range(), clocked));
    Axis axis = Axis.of(corrected.range(), mostCells, zone);
    return new Run(waiting, clocked, corrected, field, axis).lanes(mostLanes);
  }

  /** An end at which the first or last event stands follows it to its corrected time. */
  private TimeRange corrected(TimeRange range, ClockedCounts clocked) {
    Optional<TimeRange> held = store.status().range();
    if (offsets.nanos().isEmpty() || held.isEmpty()) {
      return range;
    }
    TimeRange truly = clocked.held();
    long from = range.from() == held.get().from() ? truly.from() : range.from();
    long to = range.to() == held.get().to() ? truly.to() : range.to();
    return new TimeRange(from, Math.max(from, to));
  }

  /** One search. */
  private static final class Run {
    private static final int MOST_FILES = LogStore.MAX_LIMIT;

    private final LogStore store;
    private final ClockedCounts clocked;
    private final Selection selection;
    private final String field;
    private final Axis axis;
    private final Map<String, Map<Severity, long[]>> cells = new HashMap<>();
    private final Map<String, Long> late = new HashMap<>();
    private boolean complete = true;

    Run(LogStore store, ClockedCounts clocked, Selection selection, String field, Axis axis) {
      this.store = store;
      this.clocked = clocked;
      this.selection = selection;
      this.field = field;
      this.axis = axis;
    }

    Lanes lanes(int most) {
      ByField byLane = new ByField(field);
      Groups all = clocked.aggregate(selection, List.of(byLane), LogStore.MAX_LIMIT);
      Groups errors = clocked.aggregate(errors(), List.of(byLane), LogStore.MAX_LIMIT);
      complete &= all.total().exact() && errors.total().exact() && all.lacking() == 0;
      Map<String, Long> firstErrors = new HashMap<>();
      errors.groups().forEach(group -> firstErrors.put(name(group), group.first()));
      List<Group> chosen =
          all.groups().stream()
              .sorted(
                  Comparator.<Group>comparingLong(
                          group -> firstErrors.getOrDefault(name(group), Long.MAX_VALUE))
                      .thenComparing(Groups.ORDER))
              .limit(most)
              .toList();
      if (axis.cells() > 0 && !chosen.isEmpty()) {
        count(chosen.stream().map(Run::name).toList());
      }
      Query received = new Query.Exists(LogEvent.RECEIVED_LATE);
      Groups later = clocked.aggregate(narrowed(received), List.of(byLane), LogStore.MAX_LIMIT);
      later.groups().forEach(group -> late.put(name(group), group.count()));
      complete &= later.complete() && later.total().exact();
      Map<String, Coverage> covered = coverage(chosen);
      List<Lane> lanes =
          chosen.stream()
              .map(
                  group ->
                      lane(
                          group,
                          Optional.ofNullable(firstErrors.get(name(group))),
                          covered.get(name(group))))
              .toList();
      Requests requests = new RequestSearch(clocked).find(errors());
      return new Lanes(
          axis, lanes, all.groups().size() - lanes.size(), requests, all.total(), complete);
    }

    private static String name(Group group) {
      return group.keys().getFirst();
    }

    private Selection errors() {
      Query failing = new Query.Compare("level", Operator.AT_LEAST, "error");
      return narrowed(failing);
    }

    private Selection narrowed(Query more) {
      return new Selection(Query.and(List.of(selection.query(), more)), selection.range());
    }

    /** Counts the cells of all lanes at once, or of some after others when they are too many. */
    private void count(List<String> names) {
      Groups groups =
          clocked.aggregate(
              narrowed(having(names)),
              List.of(new ByField(field), axis.step(), new ByField("level")),
              LogStore.MAX_LIMIT);
      if (!groups.complete() && names.size() > 1) {
        int half = names.size() / 2;
        count(names.subList(0, half));
        count(names.subList(half, names.size()));
        return;
      }
      complete &= groups.complete() && groups.total().exact();
      Set<String> wanted = Set.copyOf(names);
      for (Group group : groups.groups()) {
        if (wanted.contains(name(group))) {
          Severity level = Severity.ofWord(group.keys().get(2)).orElse(Severity.UNSPECIFIED);
          long[] counts =
              cells
                  .computeIfAbsent(name(group), none -> new EnumMap<>(Severity.class))
                  .computeIfAbsent(level, none -> new long[axis.cells()]);
          counts[axis.cell(Long.parseLong(group.keys().get(1)))] += group.count();
        }
      }
    }

    private Query having(List<String> names) {
      return Query.or(
          names.stream()
              .<Query>map(
                  name ->
                      name.isEmpty()
                          ? new Query.Not(new Query.Like(field, "?*"))
                          : new Query.Is(field, name))
              .toList());
    }

    /** Which times the files cover that the lanes' events were read from. */
    private Map<String, Coverage> coverage(List<Group> lanes) {
      Selection everything =
          new Selection(having(lanes.stream().map(Run::name).toList()), TimeRange.ALL);
      ByField byFile = new ByField("file");
      Groups files =
          clocked.aggregate(
              new Selection(new Query.All(), TimeRange.ALL), List.of(byFile), MOST_FILES);
      Groups pairs =
          lanes.isEmpty()
              ? files
              : clocked.aggregate(everything, List.of(new ByField(field), byFile), MOST_FILES);
      boolean known = files.complete() && pairs.complete();
      Map<String, TimeRange> ranges =
          files.groups().stream()
              .collect(
                  Collectors.toMap(
                      Run::name, group -> TimeRange.around(group.first(), group.last())));
      Map<String, List<TimeRange>> sources = new HashMap<>();
      lanes.forEach(lane -> sources.put(name(lane), new ArrayList<>()));
      for (Group pair : lanes.isEmpty() ? List.<Group>of() : pairs.groups()) {
        TimeRange range = ranges.get(pair.keys().get(1));
        if (range != null && sources.containsKey(name(pair))) {
          sources.get(name(pair)).add(range);
        }
      }
      Map<String, Coverage> covered = new HashMap<>();
      sources.forEach((lane, each) -> covered.put(lane, Coverage.of(each, known)));
      return covered;
    }

    private Lane lane(Group group, Optional<Long> firstError, Coverage coverage) {
      Map<Severity, long[]> counts = cells.getOrDefault(name(group), Map.of());
      Lane plain =
          new Lane(
              name(group),
              group.count(),
              group.first(),
              group.last(),
              firstError,
              counts,
              List.of(),
              List.of(),
              late.getOrDefault(name(group), 0L),
              List.of());
      long[] events = plain.events(axis.cells());
      List<Burst> bursts = new ArrayList<>(Bursts.find(plain.errors(axis.cells()), axis, true));
      bursts.addAll(Bursts.find(events, axis, false));
      return new Lane(
          plain.name(),
          plain.total(),
          plain.first(),
          plain.last(),
          firstError,
          counts,
          bursts,
          Silences.find(events, axis, coverage),
          plain.late(),
          gaps(coverage));
    }

    private List<Gap> gaps(Coverage coverage) {
      TimeRange range = selection.range();
      List<Gap> gaps = new ArrayList<>(coverage.gaps(range, axis.step().stepNanos()));
      for (StoreStatus.Damaged part : store.status().damaged()) {
        TimeRange lost = clocked.around(part.range());
        long from = Math.max(range.from(), lost.from());
        long to = Math.min(range.to(), lost.to());
        if (from < to) {
          gaps.add(new Gap(new TimeRange(from, to), Kind.DAMAGED));
        }
      }
      return gaps;
    }
  }
}

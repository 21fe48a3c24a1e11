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
import dev.clew.store.Until;
import dev.clew.timeline.Lane.Burst;
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
import java.util.stream.Stream;

/**
 * Puts the events of a selection on one axis, a lane for each value of a field. The store counts;
 * no event is read, so years are as quick as minutes. Thread-safe, as the store is.
 */
public final class TimelineSearch {
  private final LogStore store;
  private final ZoneId zone;
  private final Offsets offsets;
  private final long arriving;

  /** Times as they were read. */
  public TimelineSearch(LogStore store, ZoneId zone) {
    this(store, zone, Offsets.NONE);
  }

  /**
   * @param zone at whose round times cells begin
   * @param offsets by which all times are corrected, those of selections too
   */
  public TimelineSearch(LogStore store, ZoneId zone, Offsets offsets) {
    this(store, zone, offsets, Long.MAX_VALUE);
  }

  /**
   * @param zone at whose round times cells begin
   * @param offsets by which all times are corrected, those of selections too
   * @param arriving from when on events may still be on their way, nanoseconds since the epoch;
   *     {@link Long#MAX_VALUE} when none are waited for
   */
  public TimelineSearch(LogStore store, ZoneId zone, Offsets offsets, long arriving) {
    this.store = store;
    this.zone = zone;
    this.offsets = offsets;
    this.arriving = arriving;
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
    LaneSources sources =
        new LaneSources(
            clocked, waiting.status(), corrected.range(), axis.step().stepNanos(), arriving);
    return new Run(clocked, sources, corrected, field, axis).lanes(mostLanes);
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
    private final ClockedCounts clocked;
    private final LaneSources sources;
    private final Selection selection;
    private final String field;
    private final Axis axis;
    private final Map<String, Map<Severity, long[]>> cells = new HashMap<>();
    private final Map<String, Long> late = new HashMap<>();
    private final Map<String, Map<String, long[]>> versions = new HashMap<>();
    private boolean complete = true;

    Run(ClockedCounts clocked, LaneSources sources, Selection selection, String field, Axis axis) {
      this.clocked = clocked;
      this.sources = sources;
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
      List<String> names = chosen.stream().map(Run::name).toList();
      if (axis.cells() > 0 && !chosen.isEmpty()) {
        count(names);
        countVersions(names);
      }
      Query received = new Query.Exists(LogEvent.RECEIVED_LATE);
      Groups later = clocked.aggregate(narrowed(received), List.of(byLane), LogStore.MAX_LIMIT);
      later.groups().forEach(group -> late.put(name(group), group.count()));
      complete &= later.complete() && later.total().exact();
      List<Group> absent = absent(all.groups());
      List<Group> told = absent.subList(0, Math.min(most, absent.size()));
      Map<String, Coverage> covered =
          sources.coverage(
              field, Stream.concat(names.stream(), told.stream().map(Run::name)).toList());
      List<Lane> lanes =
          chosen.stream()
              .map(
                  group ->
                      lane(
                          group,
                          Optional.ofNullable(firstErrors.get(name(group))),
                          covered.get(name(group))))
              .toList();
      return new Lanes(
          axis,
          lanes,
          all.groups().size() - lanes.size(),
          told.stream().map(group -> sources.absence(group, covered.get(name(group)))).toList(),
          absent.size() - told.size(),
          new RequestSearch(clocked).find(errors()),
          all.total(),
          complete);
    }

    /** What the whole store knows besides {@code here}, those with most events first. */
    private List<Group> absent(List<Group> here) {
      Set<String> present = here.stream().map(Run::name).collect(Collectors.toSet());
      return clocked
          .aggregate(
              new Selection(new Query.All(), TimeRange.ALL),
              List.of(new ByField(field)),
              LogStore.MAX_LIMIT)
          .groups()
          .stream()
          .filter(group -> !name(group).isEmpty() && !present.contains(name(group)))
          .sorted(Groups.ORDER)
          .toList();
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
              narrowed(LaneSources.having(field, names)),
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

    /** Counts the versions that events name in each cell, where they name any. */
    private void countVersions(List<String> names) {
      ByField byVersion = new ByField("version");
      Query named = new Query.Exists("version");
      Groups some = clocked.aggregate(narrowed(named), List.of(byVersion), 1);
      if (some.groups().isEmpty()) {
        return;
      }
      Groups groups =
          clocked.aggregate(
              narrowed(Query.and(List.of(named, LaneSources.having(field, names)))),
              List.of(new ByField(field), byVersion, axis.step()),
              LogStore.MAX_LIMIT);
      if (!groups.complete() && names.size() > 1) {
        int half = names.size() / 2;
        countVersions(names.subList(0, half));
        countVersions(names.subList(half, names.size()));
        return;
      }
      complete &= groups.complete() && groups.total().exact();
      for (Group group : groups.groups()) {
        versions.computeIfAbsent(name(group), none -> new HashMap<>())
                .computeIfAbsent(group.keys().get(1), none -> new long[axis.cells()])[
                axis.cell(Long.parseLong(group.keys().get(2)))] +=
            group.count();
      }
    }

    private Lane lane(Group group, Optional<Long> firstError, Coverage coverage) {
      Map<Severity, long[]> counts = cells.getOrDefault(name(group), Map.of());
      long[] events = Lane.events(counts, axis.cells());
      boolean[] known = coverage.cells(axis);
      List<Burst> bursts =
          new ArrayList<>(Bursts.find(Lane.errors(counts, axis.cells()), axis, true, known));
      bursts.addAll(Bursts.find(events, axis, false, known));
      Bands bands = Bands.of(versions.getOrDefault(name(group), Map.of()), axis);
      return new Lane(
          name(group),
          group.count(),
          group.first(),
          group.last(),
          firstError,
          counts,
          bursts,
          Silences.find(events, axis, coverage).stream().filter(sources::isOld).toList(),
          late.getOrDefault(name(group), 0L),
          sources.gaps(coverage),
          bands.shown(),
          bands.more());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.timeline;

import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Groups;
import dev.clew.store.Groups.Group;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.StoreStatus;
import dev.clew.timeline.Lane.Gap;
import dev.clew.timeline.Lane.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is known of the sources of lanes: which times they cover, and where nothing is known.
 *
 * @param arriving from when on events may still be on their way, nanoseconds since the epoch;
 *     {@link Long#MAX_VALUE} when none are waited for
 */
record LaneSources(
    ClockedCounts clocked, StoreStatus status, TimeRange range, long cell, long arriving) {
  private static final int MOST_FILES = LogStore.MAX_LIMIT;

  /** Which times the files cover that the events of {@code names} were read from. */
  Map<String, Coverage> coverage(String field, List<String> names) {
    if (names.isEmpty()) {
      return Map.of();
    }
    ByField byFile = new ByField("file");
    Groups files =
        clocked.aggregate(
            new Selection(new Query.All(), TimeRange.ALL), List.of(byFile), MOST_FILES);
    Groups pairs =
        clocked.aggregate(
            new Selection(having(field, names), TimeRange.ALL),
            List.of(new ByField(field), byFile),
            MOST_FILES);
    boolean known = files.complete() && pairs.complete();
    Map<String, TimeRange> ranges =
        files.groups().stream()
            .collect(
                Collectors.toMap(
                    group -> group.keys().getFirst(),
                    group -> TimeRange.around(group.first(), group.last())));
    Map<String, List<TimeRange>> sources = new HashMap<>();
    names.forEach(name -> sources.put(name, new ArrayList<>()));
    for (Group pair : pairs.groups()) {
      TimeRange covered = ranges.get(pair.keys().get(1));
      List<TimeRange> own = sources.get(pair.keys().getFirst());
      if (covered != null && own != null) {
        own.add(covered);
      }
    }
    Map<String, Coverage> covered = new HashMap<>();
    sources.forEach((name, each) -> covered.put(name, Coverage.of(each, known)));
    return covered;
  }

  /** The events that have one of {@code names} in {@code field}; the empty one is for none. */
  static Query having(String field, List<String> names) {
    return Query.or(
        names.stream()
            .<Query>map(
                name ->
                    name.isEmpty()
                        ? new Query.Not(new Query.Like(field, "?*"))
                        : new Query.Is(field, name))
            .toList());
  }

  /** The times of which nothing, or not yet everything, is known. */
  List<Gap> gaps(Coverage coverage) {
    long young = Math.max(range.from(), Math.min(range.to(), arriving));
    List<Gap> gaps = new ArrayList<>(coverage.gaps(new TimeRange(range.from(), young), cell));
    for (StoreStatus.Damaged part : status.damaged()) {
      TimeRange lost = clocked.around(part.range());
      add(gaps, Math.max(range.from(), lost.from()), Math.min(range.to(), lost.to()), Kind.DAMAGED);
    }
    add(gaps, young, range.to(), Kind.ARRIVING);
    return gaps;
  }

  /** Whether the silence began before the time in which events may still be on their way. */
  boolean isOld(Lane.Silence silence) {
    return silence.range().from() < arriving;
  }

  private static void add(List<Gap> gaps, long from, long to, Kind kind) {
    if (from < to) {
      gaps.add(new Gap(new TimeRange(from, to), kind));
    }
  }

  /** A lane of which the selection holds nothing, as {@code group} of the whole store tells it. */
  Absence absence(Group group, Coverage coverage) {
    return new Absence(
        group.keys().getFirst(), state(coverage), group.first(), group.last(), gaps(coverage));
  }

  private Absence.State state(Coverage coverage) {
    TimeRange old = new TimeRange(range.from(), Math.clamp(arriving, range.from(), range.to()));
    if (old.from() == old.to() && range.from() < range.to()) {
      return Absence.State.ARRIVING;
    }
    return coverage.touches(old) ? Absence.State.ZERO : Absence.State.NOT_COLLECTED;
  }
}

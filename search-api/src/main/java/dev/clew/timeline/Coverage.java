// SPDX-License-Identifier: Apache-2.0
package dev.clew.timeline;

import dev.clew.event.TimeRange;
import dev.clew.timeline.Lane.Gap;
import dev.clew.timeline.Lane.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The times that the sources of a lane cover, each from its first event to its last.
 *
 * @param ranges apart from each other, ascending
 * @param known false when there were too many sources to tell
 */
record Coverage(List<TimeRange> ranges, boolean known) {

  static Coverage of(List<TimeRange> sources, boolean known) {
    List<TimeRange> joined = new ArrayList<>();
    for (TimeRange source :
        sources.stream().sorted(Comparator.comparingLong(TimeRange::from)).toList()) {
      TimeRange last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && source.from() <= last.to()) {
        joined.set(joined.size() - 1, new TimeRange(last.from(), Math.max(last.to(), source.to())));
      } else {
        joined.add(source);
      }
    }
    return new Coverage(joined, known);
  }

  /** True when {@code range} is covered without a hole of a cell's length or more. */
  boolean covers(TimeRange range, long cell) {
    return known && gaps(range, cell).isEmpty();
  }

  /** True when a source covers a part of {@code range}, or when that is not known. */
  boolean touches(TimeRange range) {
    return !known
        || ranges.stream()
            .anyMatch(covered -> covered.from() < range.to() && covered.to() > range.from());
  }

  /** The cells that say something: those that have a source, or all when that is not known. */
  boolean[] cells(Axis axis) {
    boolean[] covered = new boolean[axis.cells()];
    for (int i = 0; i < covered.length; i++) {
      covered[i] = touches(axis.range(i, i + 1));
    }
    return covered;
  }

  /** The holes of {@code range} that are at least a cell long. */
  List<Gap> gaps(TimeRange range, long cell) {
    if (!known) {
      return List.of(new Gap(range, Kind.UNKNOWN));
    }
    List<Gap> gaps = new ArrayList<>();
    long at = range.from();
    for (TimeRange covered : ranges) {
      if (covered.to() <= range.from() || covered.from() >= range.to()) {
        continue;
      }
      add(gaps, at, covered.from(), cell);
      at = Math.max(at, covered.to());
    }
    add(gaps, at, range.to(), cell);
    return gaps;
  }

  private static void add(List<Gap> gaps, long from, long to, long cell) {
    if (to > from && to - from >= cell) {
      gaps.add(new Gap(new TimeRange(from, to), Kind.NOT_COLLECTED));
    }
  }
}

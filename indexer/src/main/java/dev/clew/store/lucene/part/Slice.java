// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.part;

import dev.clew.event.TimeRange;
import dev.clew.store.Order;
import dev.clew.store.manifest.PartitionEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of time and the partitions that hold its events. The slices of a range follow each
 * other without a gap, so their pages need no merging; each has more days than the one before,
 * since a search that has not found enough yet will hardly find it on the next day.
 */
public record Slice(TimeRange range, List<Partition> partitions) {
  private static final int MOST_DAYS = 16;

  /** The slices of {@code range} in the order in which a search walks; none without events. */
  public static List<Slice> of(Partitions all, TimeRange range, Order order) {
    List<Partition> late = new ArrayList<>();
    List<Partition> days = new ArrayList<>();
    for (Partition partition : overlapping(all.visible(), range)) {
      (partition.isLate() ? late : days).add(partition);
    }
    Comparator<Partition> byDay = Comparator.comparingLong(Partition::day);
    days.sort(order == Order.OLDEST_FIRST ? byDay : byDay.reversed());
    List<Slice> slices = new ArrayList<>();
    TimeRange rest = range;
    int from = 0;
    int width = 1;
    while (from < days.size()) {
      int to = end(days, from, width);
      TimeRange own = to == days.size() ? rest : near(rest, all, days.get(to).day(), order);
      add(slices, own, days.subList(from, to), late);
      rest =
          order == Order.OLDEST_FIRST
              ? new TimeRange(own.to(), rest.to())
              : new TimeRange(rest.from(), own.from());
      from = to;
      width = Math.min(width * 2, MOST_DAYS);
    }
    if (days.isEmpty()) {
      add(slices, range, days, late);
    }
    return slices;
  }

  /** Those of {@code all} that hold events of {@code range}. */
  public static List<Partition> overlapping(List<Partition> all, TimeRange range) {
    List<Partition> some = new ArrayList<>();
    for (Partition partition : all) {
      if (partition.entry().filter(entry -> overlaps(entry, range)).isPresent()) {
        some.add(partition);
      }
    }
    return some;
  }

  private static boolean overlaps(PartitionEntry entry, TimeRange range) {
    return entry.last() >= range.from()
        && (entry.first() < range.to() || range.to() == Long.MAX_VALUE);
  }

  /** Where a slice of {@code width} partitions ends; those of one day stay together. */
  private static int end(List<Partition> days, int from, int width) {
    int to = Math.min(from + width, days.size());
    while (to < days.size() && days.get(to).day() == days.get(to - 1).day()) {
      to++;
    }
    return to;
  }

  /** What of {@code rest} comes before {@code day} in the order of the walk. */
  private static TimeRange near(TimeRange rest, Partitions all, long day, Order order) {
    if (order == Order.OLDEST_FIRST) {
      return new TimeRange(rest.from(), Math.max(rest.from(), all.start(day)));
    }
    long border = all.start(day + 1);
    return new TimeRange(Math.min(border, rest.to()), rest.to());
  }

  private static void add(
      List<Slice> slices, TimeRange range, List<Partition> days, List<Partition> late) {
    List<Partition> partitions = new ArrayList<>(days);
    partitions.addAll(overlapping(late, range));
    if (!partitions.isEmpty()) {
      slices.add(new Slice(range, partitions));
    }
  }
}

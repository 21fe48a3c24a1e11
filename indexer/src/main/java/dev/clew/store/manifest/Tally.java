// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.manifest;

import dev.clew.event.LogEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What of a partition's entry grows with each event that comes in. Not thread-safe. */
public final class Tally {
  /** A hostile file may name a million days: those beyond are not counted, and stay late. */
  private static final int MOST_DAYS = 10_000;

  private final Map<String, Range> sources = new HashMap<>();
  private final Map<Long, Integer> days = new HashMap<>();
  private long first;
  private long last;

  private static final class Range {
    private long lowest;
    private long highest;

    Range(long lowest, long highest) {
      this.lowest = lowest;
      this.highest = highest;
    }
  }

  /** Nothing yet. */
  public Tally() {
    first = Long.MAX_VALUE;
    last = Long.MIN_VALUE;
  }

  /** Goes on from {@code entry}. */
  public Tally(PartitionEntry entry) {
    first = entry.first();
    last = entry.last();
    days.putAll(entry.days());
    SourceRanges ranges = entry.sources();
    for (int i = 0; i < ranges.size(); i++) {
      sources.put(ranges.source(i), new Range(ranges.lowest(i), ranges.highest(i)));
    }
  }

  /** Takes an event. */
  public void add(LogEvent event) {
    long time = event.time().epochNanos();
    first = Math.min(first, time);
    last = Math.max(last, time);
    add(event.origin().source(), event.origin().offset());
  }

  /** Takes an event of which only the origin matters. */
  public void add(String source, long offset) {
    Range range = sources.get(source);
    if (range == null) {
      sources.put(source, new Range(offset, offset));
    } else {
      range.lowest = Math.min(range.lowest, offset);
      range.highest = Math.max(range.highest, offset);
    }
  }

  /** Events now lie from {@code earliest} to {@code latest}: others were deleted. */
  public void between(long earliest, long latest) {
    first = earliest;
    last = latest;
  }

  /** How many events of {@code day} were counted. */
  public int of(long day) {
    return days.getOrDefault(day, 0);
  }

  /** Counts {@code events} more of {@code day}. */
  public void count(long day, int events) {
    if (days.size() < MOST_DAYS || days.containsKey(day)) {
      days.merge(day, events, Integer::sum);
    }
  }

  /** Forgets the days before {@code day}, and {@code day} itself. */
  public void forgetUpTo(long day) {
    days.keySet().removeIf(each -> each <= day);
  }

  /** Forgets what was counted of {@code day}: it has a partition of its own now. */
  public void forget(long day) {
    days.remove(day);
  }

  /** False when no event from there was taken. */
  public boolean mayHold(String source, long offset) {
    Range range = sources.get(source);
    return range != null && range.lowest <= offset && offset <= range.highest;
  }

  /** The highest offset of {@code source}, or {@link SourceRanges#NOWHERE}. */
  public long highest(String source) {
    Range range = sources.get(source);
    return range == null ? SourceRanges.NOWHERE : range.highest;
  }

  /** The entry of the partition after a commit. */
  public PartitionEntry entry(String name, long day, long generation, long events, long bytes) {
    return new PartitionEntry(
        name, day, generation, events, first, last, bytes, ranges(), days, "");
  }

  private SourceRanges ranges() {
    TreeMap<String, Range> sorted = new TreeMap<>(sources);
    long[] lowest = new long[sorted.size()];
    long[] highest = new long[sorted.size()];
    int index = 0;
    for (Range range : sorted.values()) {
      lowest[index] = range.lowest;
      highest[index++] = range.highest;
    }
    return new SourceRanges(sorted.keySet().toArray(String[]::new), lowest, highest);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.window;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Grouping.ByTime;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What an investigation explains and what it compares that with.
 *
 * <p>For a selection that is its own range. For an event it is the time around the start of the run
 * of its pattern: the occurrences up to the event without a pause of {@link #PAUSE}. The window
 * goes from a quarter of an hour before that start to a quarter of an hour after it, or after the
 * event when that is less; where the events begin less than an hour before, the lead shrinks to a
 * quarter of the time there is, so that a baseline is left. The baseline is the time right before
 * the window: as long, or two hours if that is longer, as far as there are events.
 *
 * @param now what is explained
 * @param before what is normal
 */
public record IncidentWindow(TimeRange now, TimeRange before) {
  private static final long AROUND = Duration.ofMinutes(15).toNanos();
  private static final long PAUSE = Duration.ofMinutes(15).toNanos();
  private static final long BASELINE = Duration.ofHours(2).toNanos();
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  /** How far back a run is followed: so many minutes a store can list. */
  private static final long REACH = Duration.ofDays(6).toNanos();

  /** The window of a range that was asked for. */
  public static IncidentWindow of(TimeRange range, LogStore store) {
    TimeRange held = store.status().range().orElse(range);
    TimeRange now = Windows.overlap(range, held);
    return new IncidentWindow(now, before(now, held));
  }

  /** The window of the run of {@code event}'s pattern. */
  public static IncidentWindow around(LogEvent event, LogStore store) {
    long time = event.time().epochNanos();
    TimeRange held = store.status().range().orElse(new TimeRange(time, time));
    long start = runStart(event, store);
    long lead = Math.min(AROUND, Math.max(0, start - held.from()) / 4);
    TimeRange now =
        Windows.overlap(new TimeRange(start - lead, Math.max(start, time) + AROUND), held);
    return new IncidentWindow(now, before(now, held));
  }

  private static TimeRange before(TimeRange now, TimeRange held) {
    long length = (long) Math.min(Long.MAX_VALUE, Windows.length(now));
    long start = now.from() - Math.max(length, BASELINE);
    TimeRange all = new TimeRange(start > now.from() ? held.from() : start, now.from());
    return Windows.overlap(all, held);
  }

  private static long runStart(LogEvent event, LogStore store) {
    long time = event.time().epochNanos();
    if (event.pattern() == null || time < Long.MIN_VALUE + REACH || time == Long.MAX_VALUE) {
      return time;
    }
    Selection same =
        new Selection(
            new Query.Is("pattern", event.pattern().id()), new TimeRange(time - REACH, time + 1));
    List<Groups.Group> minutes =
        store.aggregate(same, List.of(new ByTime(MINUTE, time)), LogStore.MAX_LIMIT).groups();
    long start = time;
    for (Groups.Group minute :
        minutes.stream().sorted(Comparator.comparingLong(Groups.Group::last).reversed()).toList()) {
      if (start - minute.last() > PAUSE) {
        break;
      }
      start = Math.min(start, minute.first());
    }
    return start;
  }
}

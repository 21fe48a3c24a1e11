// SPDX-License-Identifier: Apache-2.0
package dev.clew.scan;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Finds the rows of a selection and counts it, and tells both as they come. What is soon found is
 * asked for at once; otherwise the range is walked slice by slice, each of which the store answers
 * as a whole. So all that is told is exact for what was looked at, and after the last slice it is
 * what one question for everything would have given. Used once, by one thread.
 */
public final class Scan {
  /** So long the whole is asked for before it is cut: more than most questions take. */
  private static final Duration SHORT = Duration.ofMillis(100);

  private final LogStore store;
  private final Wanted wanted;
  private final Until until;
  private final Listener listener;
  private final LogStore answering;
  private final Pace pace;
  private final Duration soon;

  /** Rows that are not found yet. */
  private int open;

  private boolean readable = true;

  /**
   * @param until when it passes, the scan ends with what was told by then
   */
  public Scan(LogStore store, Wanted wanted, Until until, Listener listener) {
    this(store, wanted, until, listener, new Pace(), SHORT);
  }

  /** The whole is asked for during {@code soon} before it is cut. */
  Scan(LogStore store, Wanted wanted, Until until, Listener listener, Pace pace, Duration soon) {
    this.store = store;
    this.pace = pace;
    this.soon = soon;
    this.wanted = wanted;
    this.until = until;
    this.listener = listener;
    this.answering = store.waiting(until);
    this.open = wanted.limit();
  }

  /** Scans to the end, or as far as there is time. */
  public Outcome run() {
    Soon rows = open == 0 ? Soon.ROWS : findAtOnce();
    if (rows == Soon.ALL || (rows == Soon.ROWS && countAtOnce())) {
      long events = eventsIn(wanted.selection().range());
      return new Outcome(told(events, events, Optional.empty()), readable);
    }
    return walk();
  }

  /** What a short time was enough for. */
  private enum Soon {
    NOTHING,
    ROWS,
    ALL
  }

  private Soon findAtOnce() {
    Attempt attempt = new Attempt(soon, until);
    Page page = search(store.waiting(attempt), wanted.part());
    if (wasCut(page.complete(), attempt)) {
      return Soon.NOTHING;
    }
    boolean all = page.next().isEmpty();
    tell(page.events());
    open = 0;
    if (all) {
      listener.counted(Part.of(page.events(), wanted.step()));
    }
    return all ? Soon.ALL : Soon.ROWS;
  }

  private boolean countAtOnce() {
    Attempt attempt = new Attempt(soon, until);
    Groups groups = count(store.waiting(attempt), wanted.part());
    if (wasCut(isWhole(groups), attempt)) {
      return false;
    }
    listener.counted(Part.of(groups));
    return true;
  }

  /** What lacks events though there was time lacks them for good: it stands, and is marked. */
  private boolean wasCut(boolean whole, Attempt attempt) {
    boolean cut = !whole && attempt.wasCut();
    readable &= whole || cut;
    return cut;
  }

  private Outcome walk() {
    Slices slices = new Slices(answering, wanted.part(), wanted.order());
    TimeRange all = wanted.selection().range();
    long of = all.equals(wanted.part()) ? slices.events() : eventsIn(all);
    long scanned = Math.max(0, of - slices.events());
    Progress progress = told(scanned, of, Optional.of(wanted.part()));
    while (progress.rest().isPresent() && !until.passed()) {
      long start = System.nanoTime();
      Slices.Slice slice = slices.next(pace.wanted());
      if (!look(slice.range())) {
        break;
      }
      pace.took(slice.events(), System.nanoTime() - start);
      scanned = Math.min(of, scanned + slice.events());
      progress = told(scanned, of, slices.isDone() ? Optional.empty() : Optional.of(slices.rest()));
    }
    return new Outcome(progress, readable);
  }

  /** Tells what is in {@code slice}; false, and nothing, when there is no time for all of it. */
  private boolean look(TimeRange slice) {
    Attempt attempt = new Attempt(until);
    LogStore asked = store.waiting(attempt);
    List<LogEvent> rows = List.of();
    boolean all = false;
    if (open > 0) {
      Page page = search(asked, slice);
      if (wasCut(page.complete(), attempt)) {
        return false;
      }
      rows = page.events();
      all = page.next().isEmpty();
    }
    Part part;
    if (all) {
      part = Part.of(rows, wanted.step());
    } else {
      Groups groups = count(asked, slice);
      if (wasCut(isWhole(groups), attempt)) {
        return false;
      }
      part = Part.of(groups);
    }
    tell(rows);
    listener.counted(part);
    return true;
  }

  private void tell(List<LogEvent> rows) {
    if (!rows.isEmpty()) {
      listener.rows(rows);
      open -= rows.size();
    }
  }

  private Progress told(long scanned, long of, Optional<TimeRange> rest) {
    Progress progress = new Progress(scanned, of, rest);
    listener.progress(progress);
    return progress;
  }

  /** How many there are in {@code range}, whatever they say. */
  private long eventsIn(TimeRange range) {
    Selection everything = new Selection(new Query.All(), range);
    return answering.aggregate(everything, List.of(), 1).total().value();
  }

  private Page search(LogStore asked, TimeRange range) {
    return asked.search(selection(range), wanted.order(), Optional.empty(), open);
  }

  private Groups count(LogStore asked, TimeRange range) {
    return asked.aggregate(selection(range), Part.groupings(wanted.step()), LogStore.MAX_LIMIT);
  }

  private Selection selection(TimeRange range) {
    return new Selection(wanted.selection().query(), range);
  }

  private static boolean isWhole(Groups groups) {
    return groups.complete() && groups.total().exact();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.request;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.store.Count;
import dev.clew.store.Cursor;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.util.List;
import java.util.Optional;

/**
 * What was read of a selection: all of it, or stretches of its time without gaps, so that events
 * that belong together are read together.
 *
 * @param total events in the selection
 * @param read how many were read
 * @param stretches how many stretches they lie in; 1 when all were read
 * @param complete false when events may be missing in the stretches
 */
public record Sample(Count total, long read, int stretches, boolean complete) {
  /** Most events that are read. */
  public static final int MOST_EVENTS = 40_000;

  private static final int STRETCHES = 8;
  private static final int PAGE = 1_000;
  private static final int MOST_GROUPS = 100;

  /** Takes the events of a sample, oldest first within each stretch. */
  @FunctionalInterface
  public interface Taker {
    /** Takes {@code event}, which lies in the stretch of this number, from 0. */
    void take(LogEvent event, int stretch);
  }

  /** True when there were more events than were read. */
  public boolean isPart() {
    return read < total.value();
  }

  /** Reads at most {@code most} events of {@code selection} and gives them to {@code taker}. */
  public static Sample read(
      LogStore store, Selection selection, int most, Until until, Taker taker) {
    LogStore answering = store.waiting(until);
    Groups groups = answering.aggregate(selection, List.of(new ByField("level")), MOST_GROUPS);
    if (groups.groups().isEmpty()) {
      return new Sample(groups.total(), 0, 1, groups.total().exact());
    }
    long first = groups.groups().stream().mapToLong(Groups.Group::first).min().orElseThrow();
    long last = groups.groups().stream().mapToLong(Groups.Group::last).max().orElseThrow();
    int stretches = groups.total().value() <= most || last - first < STRETCHES ? 1 : STRETCHES;
    long step = Math.max(1, (last / stretches - first / stretches));
    Reader reader = new Reader(answering, selection, until, taker);
    for (int i = 0; i < stretches; i++) {
      long from = first + i * step;
      long to = i == stretches - 1 ? TimeRange.around(last, last).to() : from + step;
      reader.read(new TimeRange(from, Math.max(from, to)), i, most / stretches);
    }
    return new Sample(
        groups.total(), reader.read, stretches, reader.complete && groups.total().exact());
  }

  /** Reads stretches one after the other. */
  private static final class Reader {
    private final LogStore store;
    private final Selection selection;
    private final Until until;
    private final Taker taker;
    private long read;
    private boolean complete = true;

    Reader(LogStore store, Selection selection, Until until, Taker taker) {
      this.store = store;
      this.selection = selection;
      this.until = until;
      this.taker = taker;
    }

    void read(TimeRange range, int stretch, int most) {
      Selection part = new Selection(selection.query(), range);
      Optional<Cursor> after = Optional.empty();
      int left = most;
      do {
        if (until.passed()) {
          complete = false;
          return;
        }
        Page page = store.search(part, Order.OLDEST_FIRST, after, Math.min(PAGE, left));
        page.events().forEach(event -> taker.take(event, stretch));
        complete &= page.complete();
        read += page.events().size();
        left -= page.events().size();
        after = page.next();
      } while (after.isPresent() && left > 0);
    }
  }
}

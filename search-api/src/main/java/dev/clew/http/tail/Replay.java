// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.tail;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Cursor;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Events that were there before a tail began, from the store, in the order of time. */
public final class Replay {
  private static final int MOST = 10_000;
  private static final int PAGE = 500;
  private static final String LATE =
      "what came meanwhile was looked up by its time; older events that came late are not repeated";
  private static final String MANY = "only the first %,d are repeated".formatted(MOST);

  private final LogStore store;
  private final Query query;
  private final Tails tails;
  private final Tail tail;

  /** For {@code tail}, which must be open already, so that nothing is missed in between. */
  public Replay(LogStore store, Query query, Tails tails, Tail tail) {
    this.store = store;
    this.query = query;
    this.tails = tails;
    this.tail = tail;
  }

  /** All from {@code start} on, nanoseconds since the epoch. */
  public void from(long start, Until until, Consumer<Tail.Item> reader) {
    run(new TimeRange(start, Long.MAX_VALUE), Optional.empty(), until, reader);
  }

  /** All after the latest of {@code place}, which the tail does not know any more. */
  public void after(Place place, Until until, Consumer<Tail.Item> reader) {
    reader.accept(new Tail.Missed(new Gap(0, false, null, null, LATE)));
    run(TimeRange.ALL, Optional.of(place.latest()), until, reader);
  }

  private void run(
      TimeRange range, Optional<Cursor> after, Until until, Consumer<Tail.Item> reader) {
    LogStore answering = store.waiting(until);
    Selection selection = new Selection(query, range);
    Optional<Cursor> next = after;
    long sent = 0;
    boolean more = true;
    boolean complete = true;
    @Nullable Cursor reached = after.orElse(null);
    while (more && complete && sent < MOST) {
      Page page = answering.search(selection, Order.OLDEST_FIRST, next, PAGE);
      for (LogEvent event : page.events()) {
        // what the page shows may be about to be published
        tail.replayed(event, tails.publications() + 1);
        reader.accept(new Tail.Hit(event));
        reached = Cursor.after(event);
      }
      sent += page.events().size();
      next = page.next();
      more = next.isPresent();
      complete = page.complete();
    }
    if (more || !complete) {
      reader.accept(new Tail.Missed(new Gap(0, false, reached, null, MANY)));
    }
  }
}

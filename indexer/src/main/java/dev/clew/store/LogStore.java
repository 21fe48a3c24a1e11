// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

import dev.clew.event.EventId;
import dev.clew.event.LogEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps events and answers questions about them. Thread-safe. The contract, whose clauses the tests
 * cite:
 *
 * <ol>
 *   <li>C1: order is {@link LogEvent#ORDER}, total; no two pages of one search share an event or
 *       miss one. {@code next} is empty exactly when no event follows.
 *   <li>C2: a cursor stays valid while events are appended, and after its own event expired.
 *   <li>C3: a limit outside 1 to {@value #MAX_LIMIT} is a programming error ({@link
 *       IllegalArgumentException}).
 *   <li>C4: an empty store answers every question with an empty answer.
 *   <li>C5: an unknown field matches nothing, is in the group of the empty text, and is no error.
 *   <li>C6: the counts of a grouping by time sum to the total; an empty step is left out.
 *   <li>C7: a number that may be off is a {@link Count} that says so.
 *   <li>C8: after {@link #close} every call but {@code close} throws {@link StoreException.Closed}.
 *   <li>C9: the only other failures are those of {@link StoreException}.
 *   <li>C10: every answer equals the one computed from the list of all visible events with {@link
 *       dev.clew.query.Query#matches}.
 *   <li>C11: an event whose id is known already is not appended again: the first one stays. An id
 *       is known until its event expires.
 *   <li>C12: what {@code append} took is on disk after {@code refresh} returns, and is visible then
 *       at the latest. A {@code refresh} that throws has kept nothing of what was appended since
 *       the one before; appending it again is safe.
 *   <li>C13: an event read back equals the event appended, byte for byte.
 *   <li>C14: a bookmark becomes durable together with the events appended with it, never before and
 *       never without them; a {@code refresh} that throws drops both. The last value of a name
 *       counts, and an empty one removes it. Expiring events leaves bookmarks alone.
 *   <li>C15: damage to a part of what is stored takes that part out, and nothing else. An answer
 *       that may lack its events says so: {@link Page#complete} and {@link Count#exact} are false,
 *       and {@code find} throws {@link StoreException.Corrupt} rather than answer that there is no
 *       such event. Each answer is either complete, or marked, or refused.
 * </ol>
 */
public interface LogStore extends AutoCloseable {
  /** Most events a page and most groups an answer can hold. */
  int MAX_LIMIT = 10_000;

  /**
   * Refuses limits that no answer can have.
   *
   * @throws IllegalArgumentException outside 1 to {@value #MAX_LIMIT} (C3)
   */
  static void checkLimit(int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException(
          "a limit must be from 1 to " + MAX_LIMIT + ", not " + limit);
    }
  }

  /**
   * Takes events in any order.
   *
   * @param bookmarks how far their readers have come, by names of the readers' choice (C14)
   */
  void append(List<LogEvent> events, Map<String, String> bookmarks);

  /** The durable bookmarks: those of the last {@code refresh} (C14). */
  Map<String, String> bookmarks();

  /** Makes all that was appended before durable and visible. */
  void refresh();

  /**
   * The first {@code limit} events of {@code selection} in {@code order}, those after {@code after}
   * when it is given.
   */
  Page search(Selection selection, Order order, Optional<Cursor> after, int limit);

  /** The {@code limit} largest groups of {@code selection}; with no groupings only the total. */
  Groups aggregate(Selection selection, List<Grouping> groupings, int limit);

  /**
   * The groups of {@code selection} by each of {@code groupings} on its own: what {@link
   * #aggregate} gives for one after the other, asked at once because a store may then look for the
   * events only once.
   */
  default List<Groups> aggregateEach(
      Selection selection, List<List<Grouping>> groupings, int limit) {
    return groupings.stream().map(grouping -> aggregate(selection, grouping, limit)).toList();
  }

  /**
   * This store for somebody who waits until {@code until}: its {@code search} and {@code aggregate}
   * then answer with what they have, marked as not complete (C7). Everything else is the same.
   */
  LogStore waiting(Until until);

  /** The event of that id. */
  Optional<LogEvent> find(EventId id);

  /** Forgets the events before {@code instant}, for good when it returns. */
  void expireBefore(Instant instant);

  /** What the store holds now. */
  StoreStatus status();

  /** Keeps what was appended, releases files and locks; calling it again does nothing. */
  @Override
  void close();
}

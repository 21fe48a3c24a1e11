// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.tail;

import dev.clew.event.LogEvent;
import dev.clew.store.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Events that are not sent.
 *
 * @param count how many that match
 * @param exact false when there may be more
 * @param from a search strictly after it, oldest first, finds them; null when nothing is known
 * @param to the last of them in the order of time; null when nothing is known
 * @param reason why
 */
public record Gap(
    long count, boolean exact, @Nullable Cursor from, @Nullable Cursor to, String reason) {

  /** This one, and {@code event} left out too. */
  Gap with(LogEvent event) {
    Cursor at = Cursor.after(event);
    return new Gap(
        count + 1,
        exact,
        earlier(before(at)),
        to == null || at.compareTo(to) > 0 ? at : to,
        reason);
  }

  /** Unknown as long as it holds some of which nothing else is known. */
  private @Nullable Cursor earlier(Cursor before) {
    if (from == null) {
      return count == 0 ? before : null;
    }
    return before.compareTo(from) < 0 ? before : from;
  }

  private static Cursor before(Cursor at) {
    return at.offset() > 0
        ? new Cursor(at.epochNanos(), at.source(), at.offset() - 1)
        : new Cursor(at.epochNanos() - 1, at.source(), Long.MAX_VALUE);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

import dev.clew.event.LogEvent;
import java.util.List;
import java.util.Optional;

/**
 * Some events of a selection, in order.
 *
 * @param events at most as many as were asked for
 * @param next where the next page starts; empty when these were the last
 * @param complete false when events may be missing here: the store could not read all it holds
 */
public record Page(List<LogEvent> events, Optional<Cursor> next, boolean complete) {
  public Page {
    events = List.copyOf(events);
  }
}

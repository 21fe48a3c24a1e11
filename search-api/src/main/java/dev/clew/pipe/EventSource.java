// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe;

import dev.clew.event.LogEvent;
import dev.clew.pipe.stage.Stage;
import dev.clew.pipe.table.EventRow;
import dev.clew.store.Cursor;
import dev.clew.store.Order;
import dev.clew.store.Page;
import java.util.List;
import java.util.Optional;

/** Reads the events of a selection, newest first, a page at a time. */
final class EventSource {
  private static final int FIRST_PAGE = 256;
  private static final int PAGE = 4_096;

  private final Plan plan;

  EventSource(Plan plan) {
    this.plan = plan;
  }

  /** Feeds them to {@code stage} until it is full or time is up. */
  void feed(Stage stage) {
    stage.start(List.of());
    Optional<Cursor> next = Optional.empty();
    long read = 0;
    int size = FIRST_PAGE;
    do {
      if (plan.until().passed()) {
        plan.work()
            .leaveOut(
                "stopped when time was up: only the newest %,d events were read".formatted(read));
        break;
      }
      Page page = plan.store().search(plan.selection(), Order.NEWEST_FIRST, next, size);
      for (LogEvent event : page.events()) {
        if (stage.full()) {
          break;
        }
        stage.row(EventRow.of(event));
      }
      read += page.events().size();
      next = page.next();
      size = PAGE;
    } while (next.isPresent() && !stage.full());
    stage.end();
  }
}

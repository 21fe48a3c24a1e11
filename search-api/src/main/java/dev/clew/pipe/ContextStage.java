// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.pipe.stage.Stage;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.EventRow;
import dev.clew.pipe.table.Row;
import dev.clew.query.Query;
import dev.clew.query.pipe.Pipe;
import dev.clew.store.Cursor;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The events around every event, oldest first; each once, however many have it near. */
final class ContextStage extends Stage {
  private static final int MOST_HITS = 1_000;

  private final Pipe.Context context;
  private final Plan plan;
  private final Stage next;
  private final TreeMap<LogEvent, EventRow> hits = new TreeMap<>(LogEvent.ORDER);
  private long leftOut;

  ContextStage(Pipe.Context context, Plan plan, Stage next) {
    this.context = context;
    this.plan = plan;
    this.next = next;
  }

  @Override
  public void start(List<Column> columns) {
    next.start(columns);
  }

  @Override
  public void row(Row row) {
    if (hits.size() < MOST_HITS && plan.work().room().take(row.weight())) {
      EventRow hit = (EventRow) row;
      hits.put(hit.event(), hit);
    } else {
      leftOut++;
    }
  }

  @Override
  public void end() {
    TreeMap<LogEvent, EventRow> all = new TreeMap<>(LogEvent.ORDER);
    for (Map.Entry<LogEvent, EventRow> hit : hits.entrySet()) {
      if (plan.until().passed()) {
        plan.work().leaveOut("stopped when time was up: some neighbours are missing");
        break;
      }
      beside(hit.getKey(), Order.NEWEST_FIRST, all);
      beside(hit.getKey(), Order.OLDEST_FIRST, all);
    }
    all.putAll(hits);
    if (leftOut > 0) {
      plan.work()
          .leaveOut(
              "context shows the surroundings of the first %,d of %,d events"
                  .formatted(hits.size(), hits.size() + leftOut));
    }
    all.values().stream().takeWhile(row -> !next.full()).forEach(next::row);
    next.end();
  }

  private void beside(LogEvent hit, Order order, Map<LogEvent, EventRow> all) {
    Selection near = new Selection(sharing(hit), TimeRange.ALL);
    for (LogEvent event :
        plan.store()
            .search(near, order, Optional.of(Cursor.after(hit)), context.lines())
            .events()) {
      EventRow row = new EventRow(event, Map.of(), true);
      if (!hits.containsKey(event) && !all.containsKey(event)) {
        if (plan.work().room().take(row.weight())) {
          all.put(event, row);
        } else {
          plan.work().leaveOut("there was no room for all neighbours");
        }
      }
    }
  }

  /** What neighbours have in common with {@code hit}: in the same file, whatever else is asked. */
  private Query sharing(LogEvent hit) {
    if (context.key().equals("all")) {
      return new Query.All();
    }
    Query file = new Query.Is("file", hit.origin().file());
    if (context.key().equals("file")) {
      return file;
    }
    List<String> values = hit.field(context.key());
    return values.isEmpty()
        ? Query.and(List.of(file, new Query.Not(new Query.Exists(context.key()))))
        : new Query.Is(context.key(), values.get(0));
  }
}

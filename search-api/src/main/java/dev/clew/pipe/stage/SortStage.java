// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.stage;

import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.CellOrder;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.Row;
import dev.clew.query.pipe.Pipe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Sorts; keeps the first rows of the order where there is no room for all. */
public final class SortStage extends Stage {
  private final Comparator<Kept> order;
  private final PriorityQueue<Kept> kept;
  private final Pipe.Sort sort;
  private final int most;
  private final boolean enough;
  private final Work work;
  private final Stage next;
  private long rows;

  /**
   * Keeps {@code wanted} rows, or as many as the limits allow.
   *
   * @param wanted how many rows the next pipe looks at; more than the limit when it looks at all
   */
  public SortStage(Pipe.Sort sort, int wanted, Work work, Stage next) {
    this.sort = sort;
    this.enough = wanted <= work.limits().rows();
    this.most = Math.min(wanted, work.limits().rows());
    this.order = order(sort);
    this.kept = new PriorityQueue<>(order.reversed());
    this.work = work;
    this.next = next;
  }

  /** A row, what it is sorted by, and its place among the rows that came. */
  private record Kept(Row row, List<Cell> keys, long place) {}

  private static Comparator<Kept> order(Pipe.Sort sort) {
    Comparator<Kept> order = Comparator.comparingLong(Kept::place);
    for (int i = sort.keys().size() - 1; i >= 0; i--) {
      int index = i;
      Pipe.SortKey key = sort.keys().get(i);
      Comparator<Cell> cells = new CellOrder(key.field());
      Comparator<Cell> directed = key.descending() ? cells.reversed() : cells;
      order =
          Comparator.<Kept, Boolean>comparing(each -> each.keys.get(index) instanceof Cell.Missing)
              .thenComparing(each -> each.keys.get(index), directed)
              .thenComparing(order);
    }
    return order;
  }

  @Override
  public void start(List<Column> columns) {
    next.start(columns);
  }

  @Override
  public void row(Row row) {
    List<Cell> keys = sort.keys().stream().map(key -> row.cell(key.field())).toList();
    Kept candidate = new Kept(row, keys, rows++);
    if (kept.size() >= most && order.compare(candidate, kept.peek()) > 0) {
      return;
    }
    while (!kept.isEmpty() && (kept.size() >= most || !fits(row))) {
      work.room().give(kept.poll().row().weight());
    }
    if (work.room().take(row.weight())) {
      kept.add(candidate);
    }
  }

  private boolean fits(Row row) {
    boolean fits = work.room().take(row.weight());
    if (fits) {
      work.room().give(row.weight());
    }
    return fits;
  }

  @Override
  public void end() {
    List<Kept> sorted = new ArrayList<>(kept);
    sorted.sort(order);
    if (sorted.size() < Math.min(rows, enough ? most : rows)) {
      work.leaveOut("sort kept the first %,d of %,d rows".formatted(sorted.size(), rows));
    }
    for (Kept each : sorted) {
      if (next.full()) {
        break;
      }
      next.row(each.row());
    }
    next.end();
  }
}

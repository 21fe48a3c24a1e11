// SPDX-License-Identifier: Apache-2.0
package dev.clew.failure;

import dev.clew.event.TimeRange;
import dev.clew.explain.window.Windows;
import dev.clew.store.Grouping.ByTime;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the errors of a selection. What fails are events of level error and above, and events with
 * an exception. The store counts them by pattern, service and exception; patterns of one statement
 * are put together. Events are read to tell chains of exceptions apart, and a few of each error
 * that is described.
 */
public final class ErrorSearch {
  static final Comparator<Cell> MOST_FIRST =
      Comparator.comparingLong(Cell::count)
          .reversed()
          .thenComparing(Cell::pattern)
          .thenComparing(Cell::kind);

  private final LogStore store;

  /** A search that is given up when the store's asker is. */
  public ErrorSearch(LogStore store) {
    this.store = store;
  }

  /**
   * All errors, not yet described, most events first.
   *
   * @param total failing events; those without a pattern are in no error
   * @param exact false when events may be missing
   * @param complete false when there are more errors than a store lists, or some could not be told
   *     apart
   */
  public record Found(List<ErrorRow> errors, long total, boolean exact, boolean complete) {
    public Found {
      errors = List.copyOf(errors);
    }

    /** The one that a key, or the short name of one, is of. */
    public Optional<ErrorRow> of(String key) {
      return errors.stream().filter(error -> error.isCalled(key)).findFirst();
    }
  }

  /** The errors among the events of {@code selection}. */
  public Found find(Selection selection) {
    TimeRange held = store.status().range().orElse(selection.range());
    TimeRange range = Windows.overlap(selection.range(), held);
    Cells cells = Cells.of(store, new Selection(selection.query(), range));
    return new Found(Statements.of(cells.all()), cells.total(), cells.exact(), cells.complete());
  }

  /** What there is to say of one error of {@code selection}, its events cut into {@code step}s. */
  public Described describe(ErrorRow error, Selection selection, ByTime step) {
    return new Describing(store, error, selection).describe(step);
  }
}

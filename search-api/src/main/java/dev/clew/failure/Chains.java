// SPDX-License-Identifier: Apache-2.0
package dev.clew.failure;

import dev.clew.event.LogEvent;
import dev.clew.event.StackTrace;
import dev.clew.query.Query;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Tells the events of one pattern apart by the exceptions they carry. The store counts every type
 * of a chain, not which of them is the innermost: that is read from the newest event of each set of
 * types. Events with the same types in another order count with it.
 */
final class Chains {
  /** Most sets of exceptions that are told apart in one pattern. */
  private static final int MOST_SETS = 8;

  /** Most looks at the store in one answer. */
  private static final int MOST_LOOKS = 200;

  private final LogStore store;
  private final Selection failing;
  private int looks;
  private boolean complete = true;

  Chains(LogStore store, Selection failing) {
    this.store = store;
    this.failing = failing;
  }

  /** False when some events of a pattern could not be told apart, and are in no cell. */
  boolean complete() {
    return complete;
  }

  /**
   * The events of {@code cell} by their exceptions.
   *
   * @param types how many of them have each type
   */
  List<Cell> split(Cell cell, Map<String, Long> types) {
    if (types.isEmpty()) {
      return List.of(cell);
    }
    SortedSet<String> all = new TreeSet<>(types.keySet());
    if (types.values().stream().allMatch(each -> each == cell.count())) {
      Optional<String> root = all.size() == 1 ? Optional.of(all.first()) : root(cell);
      if (root.isPresent()) {
        return List.of(
            cell.having(root.get(), all, new TreeSet<>(), cell.count(), cell.first(), cell.last()));
      }
    }
    List<Cell> cells = new ArrayList<>();
    List<Query> left = new ArrayList<>(List.of(cell.ofPattern(), new Query.Exists("exception")));
    long found = 0;
    while (cells.size() < MOST_SETS && looks < MOST_LOOKS && found < cell.count()) {
      Optional<LogEvent> newest = newest(left);
      if (newest.isEmpty()) {
        break;
      }
      StackTrace thrown = Objects.requireNonNull(newest.get().exception());
      Cell set = counted(cell, all, thrown);
      if (set.count() == 0) {
        break;
      }
      cells.add(set);
      found += set.count();
      left.add(new Query.Not(Query.and(set.traits())));
    }
    return withRest(cell, all, cells, found);
  }

  private Optional<String> root(Cell cell) {
    return looks < MOST_LOOKS
        ? newest(List.of(cell.ofPattern())).map(event -> innermost(event).type())
        : Optional.empty();
  }

  private static StackTrace innermost(LogEvent event) {
    return Objects.requireNonNull(event.exception()).chain().getLast();
  }

  private Optional<LogEvent> newest(List<Query> left) {
    looks++;
    return store
        .search(Cells.narrowed(failing, Query.and(left)), Order.NEWEST_FIRST, Optional.empty(), 1)
        .events()
        .stream()
        .findFirst();
  }

  private Cell counted(Cell cell, SortedSet<String> all, StackTrace thrown) {
    SortedSet<String> types = new TreeSet<>();
    thrown.chain().forEach(link -> types.add(link.type()));
    SortedSet<String> others = new TreeSet<>(all);
    others.removeAll(types);
    String root = thrown.chain().getLast().type();
    return counted(cell.having(root, types, others, 0, 0, 0));
  }

  private Cell counted(Cell set) {
    looks++;
    List<Query> those = new ArrayList<>(set.traits());
    those.add(set.ofPattern());
    List<Groups.Group> groups =
        store
            .aggregate(
                Cells.narrowed(failing, Query.and(those)), List.of(new ByField("pattern")), 1)
            .groups();
    if (groups.isEmpty()) {
      return set;
    }
    Groups.Group group = groups.getFirst();
    return set.having(
        set.root(), set.types(), set.others(), group.count(), group.first(), group.last());
  }

  /** What of the cell carries no exception, if anything. */
  private List<Cell> withRest(Cell cell, SortedSet<String> all, List<Cell> cells, long found) {
    if (found < cell.count()) {
      Cell bare = counted(cell.having("", new TreeSet<>(), all, 0, 0, 0));
      if (bare.count() > 0) {
        cells.add(bare);
      }
      complete &= found + bare.count() == cell.count();
    }
    return cells;
  }
}

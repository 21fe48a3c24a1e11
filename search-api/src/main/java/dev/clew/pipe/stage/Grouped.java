// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.stage;

import dev.clew.pipe.measure.Tallies;
import dev.clew.pipe.measure.Tally;
import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Row;
import dev.clew.query.pipe.Key;
import dev.clew.query.pipe.Measure;
import dev.clew.store.Grouping.ByTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows sorted into groups by their keys, with the measures of each group. */
final class Grouped {
  private final List<Measure> measures;
  private final List<Key> keys;
  private final Work work;
  private final Map<List<Cell>, Group> groups = new LinkedHashMap<>();
  private final List<@Nullable ByTime> steps = new ArrayList<>();
  private long leftOut;

  Grouped(List<Measure> measures, List<Key> keys, Grid grid, Work work) {
    this.measures = measures;
    this.keys = keys;
    this.work = work;
    for (Key key : keys) {
      steps.add(key instanceof Key.ByTime time ? grid.of(time.span()) : null);
    }
  }

  /** A group of rows. */
  static final class Group {
    final List<Cell> keys;
    final List<Tally> tallies = new ArrayList<>();
    long rows;

    Group(List<Cell> keys) {
      this.keys = keys;
    }

    void merge(Group other) {
      for (int i = 0; i < tallies.size(); i++) {
        tallies.get(i).merge(other.tallies.get(i));
      }
      rows += other.rows;
    }
  }

  /** Counts {@code row}, which stands for so many equal rows, into its groups. */
  void add(Row row, long times) {
    for (List<Cell> combination : combinations(row)) {
      Group group = group(combination);
      if (group == null) {
        leftOut += times;
      } else {
        group.rows += times;
        group.tallies.forEach(tally -> tally.add(row, times));
      }
    }
  }

  private @Nullable Group group(List<Cell> combination) {
    Group known = groups.get(combination);
    if (known != null) {
      return known;
    }
    long weight =
        150 + Tallies.WEIGHT * measures.size() + combination.stream().mapToLong(Cell::weight).sum();
    if (groups.size() >= work.limits().groups() || !work.room().take(weight)) {
      return null;
    }
    Group made = empty(combination);
    groups.put(combination, made);
    return made;
  }

  /** A group that has no rows yet. */
  Group empty(List<Cell> combination) {
    Group made = new Group(combination);
    measures.forEach(measure -> made.tallies.add(Tallies.of(measure, work.room())));
    return made;
  }

  /** Every way to take one value of each key. */
  private List<List<Cell>> combinations(Row row) {
    List<List<Cell>> all = List.of(List.of());
    for (int i = 0; i < keys.size(); i++) {
      List<List<Cell>> longer = new ArrayList<>();
      for (Cell value : values(row, i)) {
        for (List<Cell> combination : all) {
          List<Cell> more = new ArrayList<>(combination);
          more.add(value);
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }

  private List<Cell> values(Row row, int key) {
    List<Cell> values = row.values(keys.get(key).name());
    if (values.isEmpty()) {
      return List.of(new Cell.Missing());
    }
    ByTime step = steps.get(key);
    return values.stream().map(value -> normal(value, step)).toList();
  }

  private static Cell normal(Cell value, @Nullable ByTime step) {
    if (step != null && value instanceof Cell.Time time) {
      return new Cell.Time(step.start(time.epochNanos()));
    }
    return value;
  }

  /** The groups, in the order of their first rows. */
  Collection<Group> groups() {
    if (leftOut > 0) {
      work.leaveOut(
          "%,d rows of groups after the first %,d were left out".formatted(leftOut, groups.size()));
    }
    return groups.values();
  }

  /** Tells what measures could not count in. */
  void noteSkipped() {
    for (int i = 0; i < measures.size(); i++) {
      long skipped = 0;
      for (Group group : groups.values()) {
        skipped += group.tallies.get(i).skipped();
      }
      if (skipped > 0) {
        work.note(
            "%s: %,d values are no numbers, or have another unit, and were left out"
                .formatted(measures.get(i).name(), skipped));
      }
    }
  }

  /** True when the results of that measure may be off. */
  boolean estimated(int measure) {
    return groups.values().stream().anyMatch(group -> group.tallies.get(measure).estimated());
  }
}

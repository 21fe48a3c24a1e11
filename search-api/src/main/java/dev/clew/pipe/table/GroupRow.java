// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.table;

import dev.clew.query.pipe.Names;
import dev.clew.store.Groups;
import java.util.List;

/**
 * A group that a store has counted: its time has two values, that of its first event and that of
 * its last.
 *
 * @param fields what it is grouped by, in the order of its keys; the name {@code time} stands for a
 *     step of time
 */
public record GroupRow(List<String> fields, Groups.Group group) implements Row {

  @Override
  public List<Cell> values(String field) {
    int index = fields.indexOf(field);
    if (field.equals(Names.TIME)) {
      return index < 0
          ? List.of(new Cell.Time(group.first()), new Cell.Time(group.last()))
          : List.of(new Cell.Time(Long.parseLong(group.keys().get(index))));
    }
    String value = index < 0 ? "" : group.keys().get(index);
    return value.isEmpty() ? List.of() : List.of(new Cell.Text(value));
  }

  @Override
  public boolean hasColumn(String name) {
    return false;
  }

  @Override
  public String text() {
    return String.join(" ", group.keys());
  }

  @Override
  public long weight() {
    return 100;
  }

  @Override
  public int compareTime(Row other) {
    return 0;
  }
}

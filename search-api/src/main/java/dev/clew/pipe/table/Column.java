// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.table;

import java.util.List;

/**
 * A column of a table.
 *
 * @param estimated true when numbers in it may be off; they are marked where they are shown
 */
public record Column(String name, Role role, boolean estimated) {
  /** What it says about a row. */
  public enum Role {
    /** When. */
    TIME,
    /** What the row is about. */
    KEY,
    /** What was computed. */
    MEASURE
  }

  public static Column key(String name) {
    return new Column(name, Role.KEY, false);
  }

  public static Column time(String name) {
    return new Column(name, Role.TIME, false);
  }

  public static Column measure(String name, boolean estimated) {
    return new Column(name, Role.MEASURE, estimated);
  }

  /**
   * Where the column that {@code typed} means stands: the one of that name, else the only one whose
   * function is called so ({@code p95} for {@code p95(duration)}); -1 when there is none.
   */
  static int find(List<Column> columns, String typed) {
    int found = -1;
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).name();
      if (name.equals(typed)) {
        return i;
      }
      if (name.startsWith(typed + "(")) {
        found = found == -1 ? i : -2;
      }
    }
    return Math.max(found, -1);
  }
}

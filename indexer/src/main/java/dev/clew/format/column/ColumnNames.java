// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.column;

import dev.clew.format.column.Column.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Says what the columns of a head are, as far as their values show it. */
final class ColumnNames {
  private static final double MOST = 0.9;

  private final List<ColumnSample> samples;
  private final Role[] roles;

  private ColumnNames(List<ColumnSample> samples) {
    this.samples = samples;
    this.roles = new Role[samples.size()];
    Arrays.fill(roles, Role.NONE);
  }

  static List<Column> of(List<ColumnSample> samples) {
    ColumnNames names = new ColumnNames(samples);
    names.plain();
    names.logger();
    names.service();
    names.numbers();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      columns.add(names.column(i));
    }
    return columns;
  }

  private void plain() {
    boolean level = false;
    boolean host = false;
    boolean trace = false;
    for (int i = 0; i < samples.size(); i++) {
      ColumnSample each = samples.get(i);
      if (!level && ColumnLearner.isLevel(each, each.lines())) {
        roles[i] = Role.LEVEL;
        level = true;
      } else if (most(i, Kind.BRACKET)) {
        roles[i] = Role.BRACKET;
      } else if (!host
          && most(i, Kind.NODE)
          && each.distinct() * 2 <= each.lines()
          && each.holds(value -> value.indexOf('(') < 0)) {
        roles[i] = Role.HOST;
        host = true;
      } else if (!trace && each.count(Kind.ID) > 0 && ids(each)) {
        roles[i] = Role.TRACE;
        trace = true;
      } else if (!most(i, Kind.MARK)) {
        roles[i] = Role.ATTRIBUTE;
      }
    }
  }

  private static boolean ids(ColumnSample each) {
    return each.count(Kind.ID) + each.count(Kind.MARK) >= each.lines() * MOST;
  }

  private boolean most(int column, Kind kind) {
    return samples.get(column).count(kind) >= samples.get(column).lines() * MOST;
  }

  /** A name with dots or a colon; else the last name that is left. */
  private void logger() {
    int last = -1;
    for (int i = 0; i < roles.length; i++) {
      if (roles[i] != Role.ATTRIBUTE) {
        continue;
      }
      int dotted = samples.get(i).count(Kind.DOTTED) + samples.get(i).count(Kind.TAG);
      if (dotted * 2 >= samples.get(i).lines()) {
        roles[i] = Role.LOGGER;
        return;
      }
      boolean named = names(samples.get(i));
      last = named ? i : last;
    }
    if (last >= 0) {
      roles[last] = Role.LOGGER;
    }
  }

  private static boolean names(ColumnSample each) {
    int names =
        each.count(Kind.WORD)
            + each.count(Kind.DOTTED)
            + each.count(Kind.NODE)
            + each.count(Kind.TAG);
    return names >= each.lines() * MOST;
  }

  /** The first name in small letters that few of the lines differ in, beside a logger or host. */
  private void service() {
    boolean others = Arrays.asList(roles).contains(Role.LOGGER);
    for (int i = 0; others && i < roles.length; i++) {
      ColumnSample each = samples.get(i);
      boolean small = each.holds(value -> value.toLowerCase(java.util.Locale.ROOT).equals(value));
      if (roles[i] == Role.ATTRIBUTE
          && names(each)
          && each.count(Kind.WORD) * 2 >= each.lines()
          && small
          && each.distinct() * 4 <= each.lines()) {
        roles[i] = Role.SERVICE;
        return;
      }
    }
  }

  /** A number that is no flag and no constant is a process. */
  private void numbers() {
    for (int i = 0; i < roles.length; i++) {
      boolean constant = samples.get(i).distinct() == 1 && !most(i, Kind.NUMBER);
      if (roles[i] == Role.ATTRIBUTE && constant) {
        roles[i] = Role.NONE;
      }
    }
  }

  private Column column(int i) {
    ColumnSample each = samples.get(i);
    int kinds = 0;
    for (Kind kind : Kind.values()) {
      kinds |= each.count(kind) > 0 ? kind.bit() : 0;
    }
    int names = Kind.WORD.bit() | Kind.NODE.bit() | Kind.DOTTED.bit();
    int words = names | Kind.LEVEL.bit() | Kind.LETTER.bit();
    kinds |= (kinds & names) != 0 ? words : 0;
    kinds |= (kinds & Kind.ID.bit()) != 0 ? Kind.MARK.bit() : 0;
    boolean separator = most(i, Kind.MARK) && roles[i] == Role.NONE;
    String text = separator || each.distinct() == 1 ? each.common() : "";
    if (separator && each.commonCount() * 100L >= each.lines() * 95L) {
      kinds = Kind.MARK.bit();
    }
    if (roles[i] == Role.BRACKET) {
      // where a line lacks its context, the first word of its message stands here
      kinds = Kind.BRACKET.bit();
    }
    return new Column(roles[i], name(i), kinds, text);
  }

  private String name(int column) {
    if (most(column, Kind.NUMBER)) {
      int before = 0;
      for (int i = 0; i < column; i++) {
        before += roles[i] == Role.ATTRIBUTE && most(i, Kind.NUMBER) ? 1 : 0;
      }
      boolean process =
          samples.get(column).holds(value -> value.length() > 1 && value.length() < 9);
      return process && before == 0 ? "pid" : "column" + (column + 1);
    }
    return "column" + (column + 1);
  }
}

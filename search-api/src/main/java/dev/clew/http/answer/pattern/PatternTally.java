// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.pattern;

import dev.clew.event.Severity;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How often each pattern occurs in a selection.
 *
 * @param rows by the pattern's id; events without a pattern are in none
 * @param total events of the selection
 * @param complete false when there are more patterns than the store lists
 * @param exact false when events may be missing
 */
record PatternTally(Map<String, Row> rows, long total, boolean complete, boolean exact) {

  /**
   * One pattern.
   *
   * @param severity the gravest seen
   * @param first earliest seen, nanoseconds since the epoch
   * @param last latest seen, nanoseconds since the epoch
   */
  record Row(
      String id,
      String template,
      long count,
      SortedSet<String> services,
      Severity severity,
      long first,
      long last) {

    private Row plus(Row other) {
      SortedSet<String> all = new TreeSet<>(services);
      all.addAll(other.services);
      return new Row(
          id,
          template,
          count + other.count,
          all,
          severity.compareTo(other.severity) > 0 ? severity : other.severity,
          Math.min(first, other.first),
          Math.max(last, other.last));
    }
  }

  static PatternTally of(LogStore store, Selection selection) {
    Groups groups =
        store.aggregate(
            selection,
            List.of(
                new ByField("pattern"),
                new ByField("pattern.template"),
                new ByField("service"),
                new ByField("level")),
            LogStore.MAX_LIMIT);
    Map<String, Row> rows = new LinkedHashMap<>();
    for (Groups.Group group : groups.groups()) {
      if (!group.keys().get(0).isEmpty()) {
        rows.merge(group.keys().get(0), row(group), Row::plus);
      }
    }
    boolean exact = groups.total().exact() && groups.lacking() == 0;
    return new PatternTally(rows, groups.total().value(), groups.complete(), exact);
  }

  long count(String id) {
    return rows.containsKey(id) ? rows.get(id).count() : 0;
  }

  private static Row row(Groups.Group group) {
    List<String> keys = group.keys();
    SortedSet<String> services = new TreeSet<>();
    if (!keys.get(2).isEmpty()) {
      services.add(keys.get(2));
    }
    return new Row(
        keys.get(0),
        keys.get(1),
        group.count(),
        services,
        Severity.ofWord(keys.get(3)).orElse(Severity.UNSPECIFIED),
        group.first(),
        group.last());
  }
}

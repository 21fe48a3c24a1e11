// SPDX-License-Identifier: Apache-2.0
package dev.clew.failure;

import dev.clew.event.Severity;
import dev.clew.query.Query;
import dev.clew.store.Grouping;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The failing events of a selection by service, pattern and exceptions.
 *
 * @param all most events first
 * @param total failing events
 * @param exact false when events may be missing
 * @param complete false when there are more than the store lists, or chains that were not told
 *     apart
 */
record Cells(List<Cell> all, long total, boolean exact, boolean complete) {
  private static final List<Grouping> PATTERNS =
      List.of(
          new ByField("pattern"),
          new ByField("pattern.template"),
          new ByField("service"),
          new ByField("level"));
  private static final List<Grouping> EXCEPTIONS =
      List.of(new ByField("pattern"), new ByField("service"), new ByField("exception"));

  static Cells of(LogStore store, Selection selection) {
    Selection failing = narrowed(selection, Cell.FAILING);
    List<Groups> groups =
        store.aggregateEach(failing, List.of(PATTERNS, EXCEPTIONS), LogStore.MAX_LIMIT);
    Map<List<String>, Cell> byPattern = new LinkedHashMap<>();
    for (Groups.Group group : groups.get(0).groups()) {
      List<String> keys = group.keys();
      if (!keys.get(0).isEmpty()) {
        byPattern.merge(List.of(keys.get(0), keys.get(2)), cell(group), Cell::plus);
      }
    }
    Map<List<String>, Map<String, Long>> types = types(groups.get(1));
    Chains chains = new Chains(store, failing);
    List<Cell> cells = new ArrayList<>();
    byPattern.forEach(
        (key, cell) -> cells.addAll(chains.split(cell, types.getOrDefault(key, Map.of()))));
    cells.sort(ErrorSearch.MOST_FIRST);
    Groups patterns = groups.get(0);
    return new Cells(
        cells,
        patterns.total().value(),
        patterns.total().exact() && patterns.lacking() == 0,
        patterns.complete() && groups.get(1).complete() && chains.complete());
  }

  static Selection narrowed(Selection selection, Query query) {
    return new Selection(Query.and(List.of(selection.query(), query)), selection.range());
  }

  private static Map<List<String>, Map<String, Long>> types(Groups groups) {
    Map<List<String>, Map<String, Long>> types = new LinkedHashMap<>();
    for (Groups.Group group : groups.groups()) {
      List<String> keys = group.keys();
      if (!keys.get(2).isEmpty()) {
        types
            .computeIfAbsent(keys.subList(0, 2), none -> new TreeMap<>())
            .put(keys.get(2), group.count());
      }
    }
    return types;
  }

  private static Cell cell(Groups.Group group) {
    List<String> keys = group.keys();
    return new Cell(
        keys.get(0),
        keys.get(1),
        keys.get(2),
        "",
        new TreeSet<>(),
        new TreeSet<>(),
        Severity.ofWord(keys.get(3)).orElse(Severity.UNSPECIFIED),
        group.count(),
        group.first(),
        group.last());
  }
}

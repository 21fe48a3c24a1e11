// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast.member;

import dev.clew.event.Pattern;
import dev.clew.store.Grouping;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many events of a selection have each value of the fields that every event may have, and each
 * pattern: counted by the store, no event is read.
 */
public final class SetCounts {
  /** Those that the statement decides: counted together, so that it is known which coincide. */
  private static final List<String> OF_STATEMENTS =
      List.of("pattern", "pattern.template", "service", "logger", "level");

  private static final List<String> OTHERS =
      List.of("host", "version", "thread", "exception", "file");

  private final Map<Trait, Long> counts = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final Set<String> incomplete = new TreeSet<>();

  /** Events that have the same values of several fields. */
  private record Row(Set<Trait> traits, long count) {}

  private SetCounts() {}

  public static SetCounts of(LogStore store, Selection selection) {
    SetCounts counts = new SetCounts();
    // one by one, since each is then counted by rollups where it can be
    Groups statements = store.aggregate(selection, by(OF_STATEMENTS), LogStore.MAX_LIMIT);
    if (statements.complete()) {
      counts.add(OF_STATEMENTS, statements);
    } else {
      counts.alone(store, selection);
    }
    for (String field : OTHERS) {
      List<String> one = List.of(field);
      counts.add(one, store.aggregate(selection, by(one), LogStore.MAX_LIMIT));
    }
    return counts;
  }

  private void alone(LogStore store, Selection selection) {
    List<List<String>> fields = new ArrayList<>();
    fields.add(OF_STATEMENTS.subList(0, 2));
    OF_STATEMENTS.subList(2, OF_STATEMENTS.size()).forEach(field -> fields.add(List.of(field)));
    for (List<String> each : fields) {
      add(each, store.aggregate(selection, by(each), LogStore.MAX_LIMIT));
    }
    rows.clear();
  }

  private static List<Grouping> by(List<String> fields) {
    return fields.stream().<Grouping>map(ByField::new).toList();
  }

  private void add(List<String> fields, Groups groups) {
    if (!groups.complete()) {
      incomplete.add(fields.getFirst());
    }
    for (Groups.Group group : groups.groups()) {
      Set<Trait> traits = traits(fields, group.keys());
      traits.forEach(trait -> counts.merge(trait, group.count(), Long::sum));
      if (fields.size() == OF_STATEMENTS.size()) {
        rows.add(new Row(traits, group.count()));
      }
    }
  }

  private static Set<Trait> traits(List<String> fields, List<String> keys) {
    Set<Trait> traits = new java.util.HashSet<>();
    boolean pattern = fields.getFirst().equals("pattern");
    if (pattern && !keys.getFirst().isEmpty()) {
      traits.add(new Trait.OfPattern(new Pattern(keys.get(0), keys.get(1))));
    }
    for (int i = pattern ? 2 : 0; i < fields.size(); i++) {
      if (!keys.get(i).isEmpty()) {
        traits.add(new Trait.FieldValue(fields.get(i), keys.get(i)));
      }
    }
    return traits;
  }

  public Map<Trait, Long> counts() {
    return counts;
  }

  /** Fields of which only the most frequent values were counted. */
  public Set<String> incomplete() {
    return incomplete;
  }

  /** How many events have both; empty when that was not counted along. */
  public OptionalLong common(Trait one, Trait other) {
    if (rows.isEmpty() || !isOfStatement(one) || !isOfStatement(other)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        rows.stream()
            .filter(row -> row.traits().contains(one) && row.traits().contains(other))
            .mapToLong(Row::count)
            .sum());
  }

  private static boolean isOfStatement(Trait trait) {
    return trait instanceof Trait.OfPattern
        || (trait instanceof Trait.FieldValue value && OF_STATEMENTS.contains(value.field()));
  }
}

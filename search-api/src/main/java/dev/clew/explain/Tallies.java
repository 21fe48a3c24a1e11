// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.event.Pattern;
import dev.clew.event.Severity;
import dev.clew.query.Query;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exact counts of a set's patterns, read as aggregates: no event is looked at. */
final class Tallies {
  private static final List<Grouping> GROUPINGS =
      List.of(
          new Grouping.ByField("pattern"),
          new Grouping.ByField("pattern.template"),
          new Grouping.ByField("service"),
          new Grouping.ByField("logger"),
          new Grouping.ByField("level"));

  private final Window window;
  private final Map<String, Tally> byKey = new LinkedHashMap<>();
  private boolean complete = true;

  /**
   * One pattern's share of a set.
   *
   * @param first nanoseconds since the epoch of the earliest event
   * @param last of the latest
   */
  record Tally(
      Pattern pattern,
      @Nullable String service,
      @Nullable String logger,
      Severity severity,
      long count,
      long first,
      long last) {

    String key() {
      return pattern.id() + '\0' + service + '\0' + logger + '\0' + severity;
    }
  }

  private Tallies(Window window) {
    this.window = window;
  }

  static Tallies of(Window window) {
    Tallies tallies = new Tallies(window);
    if (!window.isEmpty()) {
      tallies.read();
    }
    return tallies;
  }

  Map<String, Tally> byKey() {
    return byKey;
  }

  /** False when there are more patterns than an aggregate lists; errors are listed all the same. */
  boolean isComplete() {
    return complete;
  }

  /** The exact count of the pattern of {@code tally} here, whether listed or not. */
  long count(Tally tally) {
    Tally listed = byKey.get(tally.key());
    if (listed != null || complete) {
      return listed == null ? 0 : listed.count();
    }
    Query query = new Query.Is("pattern", tally.pattern().id());
    return window.set().store().aggregate(window.narrowed(query), List.of(), 1).total().value();
  }

  private void read() {
    LogStore store = window.set().store();
    Groups groups = store.aggregate(window.set().selection(), GROUPINGS, LogStore.MAX_LIMIT);
    groups.groups().forEach(this::add);
    complete = groups.complete();
    if (!complete) {
      store
          .aggregate(window.narrowed(Window.ERRORS), GROUPINGS, LogStore.MAX_LIMIT)
          .groups()
          .forEach(this::add);
    }
  }

  private void add(Groups.Group group) {
    List<String> keys = group.keys();
    if (keys.get(0).isEmpty()) {
      return;
    }
    Tally tally =
        new Tally(
            new Pattern(keys.get(0), keys.get(1)),
            named(keys.get(2)),
            named(keys.get(3)),
            severity(keys.get(4)),
            group.count(),
            group.first(),
            group.last());
    byKey.put(tally.key(), tally);
  }

  private static @Nullable String named(String key) {
    return key.isEmpty() ? null : key;
  }

  private static Severity severity(String level) {
    return Optional.of(level.toUpperCase(Locale.ROOT))
        .filter(name -> !name.isEmpty())
        .flatMap(Severity::ofWord)
        .orElse(Severity.UNSPECIFIED);
  }
}

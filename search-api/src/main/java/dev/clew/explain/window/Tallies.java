// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.window;

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
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Exact counts of a set's patterns, read as aggregates: no event is looked at. */
public final class Tallies {
  static final List<Grouping> GROUPINGS =
      List.of(
          new Grouping.ByField("pattern"),
          new Grouping.ByField("pattern.template"),
          new Grouping.ByField("service"),
          new Grouping.ByField("logger"),
          new Grouping.ByField("level"));

  private final Window window;
  private final Likeness likeness;
  private final Map<String, Tally> byKey = new LinkedHashMap<>();
  private boolean complete = true;

  /**
   * One pattern's share of a set.
   *
   * @param key what tells it from others, in both sets
   * @param first nanoseconds since the epoch of the earliest event
   * @param last of the latest
   */
  public record Tally(
      String key,
      Pattern pattern,
      @Nullable String service,
      @Nullable String logger,
      Severity severity,
      long count,
      long first,
      long last) {

    private Tally plus(Tally other) {
      return new Tally(
          key,
          pattern,
          service,
          logger,
          severity,
          count + other.count,
          Math.min(first, other.first),
          Math.max(last, other.last));
    }
  }

  private Tallies(Window window, Likeness likeness) {
    this.window = window;
    this.likeness = likeness;
  }

  public static Tallies of(Window window, Likeness likeness) {
    Tallies tallies = new Tallies(window, likeness);
    if (!window.isEmpty()) {
      tallies.read();
    }
    return tallies;
  }

  public Map<String, Tally> byKey() {
    return byKey;
  }

  /** False when there are more patterns than an aggregate lists; errors are listed all the same. */
  public boolean isComplete() {
    return complete;
  }

  /** The exact count of the pattern of {@code tally} here, whether listed or not. */
  public long count(Tally tally) {
    Tally listed = byKey.get(tally.key());
    if (listed != null || complete) {
      return listed == null ? 0 : listed.count();
    }
    Query query = new Query.Is("pattern", tally.pattern().id());
    return window.store().aggregate(window.narrowed(query), List.of(), 1).total().value();
  }

  private void read() {
    LogStore store = window.store();
    Groups groups = store.aggregate(window.selection(), GROUPINGS, LogStore.MAX_LIMIT);
    groups.groups().forEach(group -> add(group, Tally::plus));
    complete = groups.complete();
    if (!complete) {
      store
          .aggregate(window.narrowed(Window.ERRORS), GROUPINGS, LogStore.MAX_LIMIT)
          .groups()
          .forEach(group -> add(group, (listed, again) -> listed));
    }
  }

  private void add(Groups.Group group, BinaryOperator<Tally> ifListed) {
    List<String> keys = group.keys();
    if (keys.get(0).isEmpty()) {
      return;
    }
    Pattern pattern = new Pattern(keys.get(0), keys.get(1));
    String service = named(keys.get(2));
    String logger = named(keys.get(3));
    Severity severity = severity(keys.get(4));
    String key = likeness.key(pattern, service, logger, severity);
    Tally tally =
        new Tally(
            key, pattern, service, logger, severity, group.count(), group.first(), group.last());
    byKey.merge(key, tally, ifListed);
  }

  static @Nullable String named(String key) {
    return key.isEmpty() ? null : key;
  }

  static Severity severity(String level) {
    return Optional.of(level.toUpperCase(Locale.ROOT))
        .filter(name -> !name.isEmpty())
        .flatMap(Severity::ofWord)
        .orElse(Severity.UNSPECIFIED);
  }
}

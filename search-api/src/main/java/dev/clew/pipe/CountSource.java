// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe;

import dev.clew.pipe.stage.CountStage;
import dev.clew.pipe.stage.Stage;
import dev.clew.pipe.stage.TopStage;
import dev.clew.pipe.table.GroupRow;
import dev.clew.query.Query;
import dev.clew.query.pipe.Key;
import dev.clew.query.pipe.Measure;
import dev.clew.query.pipe.Names;
import dev.clew.query.pipe.Pipe;
import dev.clew.query.pipe.Span;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets the store group and count, so that no event has to be read: possible where a pipe looks only
 * at a few fields, whose values a store can list.
 */
final class CountSource {
  private static final int MOST_FIELDS = 4;

  /** Fields of which an event can have several values. */
  private static final Set<String> SEVERAL = Set.of("exception", "frame");

  private final Plan plan;

  CountSource(Plan plan) {
    this.plan = plan;
  }

  /** What a pipe looks at: the fields, and steps of time where there are any. */
  private record Looked(Set<String> fields, Optional<Span> steps) {}

  /** Feeds {@code stage}, the one of {@code pipe}; false, with nothing fed, when it cannot. */
  boolean feed(Pipe pipe, Stage stage) {
    Optional<Looked> looked = looked(pipe);
    if (looked.isEmpty()
        || looked.get().fields().size() > MOST_FIELDS
        || !(stage instanceof CountStage counting)) {
      return false;
    }
    Selection selection = plan.selection();
    List<String> names = new ArrayList<>(looked.get().fields());
    boolean exactTop = pipe instanceof Pipe.Top top && needsAll(top);
    if (exactTop) {
      selection = having(names);
    }
    List<Grouping> groupings = new ArrayList<>();
    names.forEach(name -> groupings.add(new Grouping.ByField(name)));
    looked
        .get()
        .steps()
        .ifPresent(
            span -> {
              groupings.add(plan.grid().of(span));
              names.add(Names.TIME);
            });
    Groups groups = plan.store().aggregate(selection, groupings, LogStore.MAX_LIMIT);
    if (!groups.complete() || !groups.total().exact()) {
      return false;
    }
    feed(counting, names, groups);
    if (exactTop && stage instanceof TopStage top) {
      long all = plan.store().aggregate(plan.selection(), List.of(), 1).total().value();
      top.total(groups.total().value(), all - groups.total().value());
    }
    stage.end();
    return true;
  }

  private static void feed(CountStage stage, List<String> names, Groups groups) {
    if (names.isEmpty() && groups.total().value() > 0) {
      long total = groups.total().value();
      stage.rows(new GroupRow(names, new Groups.Group(List.of(), total, 0, 0)), total);
    }
    for (Groups.Group group : groups.groups()) {
      stage.rows(new GroupRow(names, group), group.count());
    }
  }

  /** An event of several values is in several groups, and counts once in the total all the same. */
  private static boolean needsAll(Pipe.Top top) {
    return top.fields().stream().anyMatch(SEVERAL::contains);
  }

  private Selection having(List<String> fields) {
    List<Query> all = new ArrayList<>(List.of(plan.selection().query()));
    fields.forEach(field -> all.add(new Query.Like(field, "?*")));
    return new Selection(Query.and(all), plan.selection().range());
  }

  private static Optional<Looked> looked(Pipe pipe) {
    return switch (pipe) {
      case Pipe.Top top -> looked(List.of(Measure.count()), fields(top.fields()));
      case Pipe.Stats stats -> looked(stats.measures(), stats.by());
      case Pipe.Timechart chart -> {
        List<Key> keys = new ArrayList<>(List.of(new Key.ByTime(chart.span())));
        keys.addAll(chart.by().isEmpty() ? List.of() : fields(List.of(chart.by())));
        yield looked(chart.measures(), keys);
      }
      default -> Optional.empty();
    };
  }

  private static List<Key> fields(List<String> names) {
    return names.stream().<Key>map(Key.ByField::new).toList();
  }

  private static Optional<Looked> looked(List<Measure> measures, List<Key> keys) {
    Set<String> fields = new LinkedHashSet<>();
    Optional<Span> steps = Optional.empty();
    for (Key key : keys) {
      if (key instanceof Key.ByTime time) {
        steps = Optional.of(time.span());
      } else {
        fields.add(key.name());
      }
    }
    boolean timed = false;
    for (Measure measure : measures) {
      boolean ofTime = measure.field().equals(Names.TIME);
      timed |= ofTime;
      boolean possible =
          switch (measure.function()) {
            case FIRST, LAST -> false;
            case MINIMUM, MAXIMUM -> !SEVERAL.contains(measure.field());
            case COUNT, DISTINCT, SUM, AVERAGE, PERCENTILE, VALUES ->
                !ofTime && !SEVERAL.contains(measure.field());
          };
      if (!possible) {
        return Optional.empty();
      }
      if (!ofTime && !measure.field().isEmpty()) {
        fields.add(measure.field());
      }
    }
    boolean readable = !fields.contains(Names.TIME) && !fields.contains(Names.RAW);
    boolean oneTime = !timed || (steps.isEmpty() && !fields.isEmpty());
    return readable && oneTime ? Optional.of(new Looked(fields, steps)) : Optional.empty();
  }
}

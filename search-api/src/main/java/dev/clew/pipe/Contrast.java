// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.pipe.stage.Stage;
import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.TableRow;
import dev.clew.query.Quantity.Dimension;
import dev.clew.query.Query;
import dev.clew.query.pipe.Pipe;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one selection has more or less of than another: of patterns, or of any field. */
final class Contrast {
  private static final List<String> FIELDS =
      List.of("level", "service", "version", "host", "logger", "thread", "exception");
  private static final int SAMPLE = 500;
  private static final int MOST_ATTRIBUTES = 20;
  private static final int MOST_ROWS = 50;
  private static final double ALL = 100;

  private final Plan plan;

  Contrast(Plan plan) {
    this.plan = plan;
  }

  /** How many of each set have a value of a field. */
  private record Difference(String field, String value, long here, long there, double score) {}

  /** Feeds patterns and how often they occur now and that much earlier, largest change first. */
  void compare(Pipe.Compare compare, Stage stage) {
    TimeRange now = plan.grid().range();
    long shift = compare.earlier().nanos();
    TimeRange then =
        now.from() < Long.MIN_VALUE + shift
            ? new TimeRange(now.from(), now.from())
            : new TimeRange(now.from() - shift, now.to() - shift);
    Query query = plan.selection().query();
    Map<String, Groups.Group> here = patterns(new Selection(query, now));
    Map<String, Groups.Group> there = patterns(new Selection(query, then));
    if (there.isEmpty()) {
      plan.work().note("there are no such events %s earlier".formatted(compare.earlier()));
    }
    List<Column> columns =
        List.of(
            Column.key("pattern"),
            Column.key("pattern.template"),
            Column.measure("now", false),
            Column.measure("before", false),
            Column.measure("change", false));
    Set<String> ids = new LinkedHashSet<>(here.keySet());
    ids.addAll(there.keySet());
    Comparator<String> larger =
        Comparator.<String>comparingLong(id -> Math.abs(count(here, id) - count(there, id)))
            .reversed();
    stage.start(columns);
    ids.stream()
        .sorted(larger.thenComparing(Comparator.naturalOrder()))
        .forEach(
            id -> {
              List<String> keys = (here.containsKey(id) ? here : there).get(id).keys();
              stage.row(
                  new TableRow(
                      columns,
                      List.of(
                          Cell.of(keys.get(0)),
                          Cell.of(keys.get(1)),
                          Cell.count(count(here, id)),
                          Cell.count(count(there, id)),
                          Cell.count(count(here, id) - count(there, id)))));
            });
    stage.end();
  }

  private Map<String, Groups.Group> patterns(Selection selection) {
    Groups groups = aggregate(selection, "pattern", "pattern.template");
    Map<String, Groups.Group> byId = new HashMap<>();
    groups.groups().forEach(group -> byId.put(String.join("\n", group.keys()), group));
    return byId;
  }

  private static long count(Map<String, Groups.Group> groups, String id) {
    return groups.containsKey(id) ? groups.get(id).count() : 0;
  }

  /** Feeds values of fields whose shares differ most from those of the other query. */
  void explain(Pipe.Explain explain, Stage stage) {
    Selection here = plan.selection();
    Selection there = new Selection(explain.than(), here.range());
    long all = plan.store().aggregate(here, List.of(), 1).total().value();
    long others = plan.store().aggregate(there, List.of(), 1).total().value();
    if (all == 0 || others == 0) {
      plan.work().note("one side has no events, so nothing can be compared");
    }
    List<Difference> differences = new ArrayList<>();
    for (String field : fields(here, there)) {
      if (plan.until().passed()) {
        plan.work().leaveOut("stopped when time was up: not all fields were compared");
        break;
      }
      differences.addAll(differences(field, here, there, all, others));
    }
    differences.sort(
        Comparator.comparingDouble(Difference::score)
            .reversed()
            .thenComparing(Difference::field)
            .thenComparing(Difference::value));
    List<Column> columns =
        List.of(
            Column.key("field"),
            Column.key("value"),
            Column.measure("here", false),
            Column.measure("there", false),
            Column.measure("percent here", false),
            Column.measure("percent there", false));
    stage.start(columns);
    for (Difference each : differences.subList(0, Math.min(MOST_ROWS, differences.size()))) {
      stage.row(
          new TableRow(
              columns,
              List.of(
                  new Cell.Text(each.field()),
                  Cell.of(each.value()),
                  Cell.count(each.here()),
                  Cell.count(each.there()),
                  new Cell.Numeric(ALL * each.here() / Math.max(1, all), Dimension.PERCENT),
                  new Cell.Numeric(ALL * each.there() / Math.max(1, others), Dimension.PERCENT))));
    }
    if (differences.size() > MOST_ROWS) {
      plan.work()
          .note(
              "the %d largest of %,d differences are shown"
                  .formatted(MOST_ROWS, differences.size()));
    }
    stage.end();
  }

  /** Those that every event may have, the pattern, and the attributes of the newest events. */
  private List<String> fields(Selection... selections) {
    Set<String> names = new LinkedHashSet<>(FIELDS);
    names.add("pattern.template");
    for (Selection selection : selections) {
      Map<String, Integer> attributes = new HashMap<>();
      for (LogEvent event :
          plan.store().search(selection, Order.NEWEST_FIRST, Optional.empty(), SAMPLE).events()) {
        event.attributes().keySet().forEach(name -> attributes.merge(name, 1, Integer::sum));
      }
      attributes.entrySet().stream()
          .sorted(
              Map.Entry.<String, Integer>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(MOST_ATTRIBUTES)
          .forEach(attribute -> names.add(attribute.getKey()));
    }
    return List.copyOf(names);
  }

  private List<Difference> differences(
      String field, Selection here, Selection there, long all, long others) {
    Map<String, Long> mine = counts(here, field);
    Map<String, Long> theirs = counts(there, field);
    Set<String> values = new LinkedHashSet<>(mine.keySet());
    values.addAll(theirs.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String value : values) {
      long a = mine.getOrDefault(value, 0L);
      long b = theirs.getOrDefault(value, 0L);
      double score = score(a, all, b, others);
      if (score > 0) {
        differences.add(new Difference(field, value, a, b, score));
      }
    }
    return differences;
  }

  /** The value's part of the J-divergence of both distributions (Jeffreys, 1946), smoothed. */
  private static double score(long a, long all, long b, long others) {
    double here = (a + 0.5) / (all + 1);
    double there = (b + 0.5) / (others + 1);
    return (here - there) * Math.log(here / there);
  }

  private Map<String, Long> counts(Selection selection, String field) {
    Map<String, Long> counts = new HashMap<>();
    for (Groups.Group group : aggregate(selection, field).groups()) {
      counts.put(group.keys().get(0), group.count());
    }
    return counts;
  }

  private Groups aggregate(Selection selection, String... fields) {
    List<dev.clew.store.Grouping> groupings = new ArrayList<>();
    for (String field : fields) {
      groupings.add(new ByField(field));
    }
    Groups groups = plan.store().aggregate(selection, groupings, LogStore.MAX_LIMIT);
    if (!groups.complete()) {
      plan.work()
          .leaveOut(
              "of %s only the %,d most frequent values were compared"
                  .formatted(fields[0], LogStore.MAX_LIMIT));
    }
    return groups;
  }
}
